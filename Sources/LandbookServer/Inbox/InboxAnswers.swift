import Reporting
import Workflows

extension Site {
  /// What waits, and a form to send more.
  func inboxPage(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    try visitor.check(.send)
    var parameters = try Parameters(ask.query)
    let format = try Format(ask, &parameters)
    try parameters.end(known: ["f"])
    let items = try await readers.run { [inbox] in try inbox.all() }
      .filter { Self.may($0, visitor) }
    guard format == .html else {
      return Answer(200, MediaType.json, JSONText.array(items.map(InboxPage.json)).bytes)
    }
    return PageAnswer.make(
      page("Inbox", InboxPage(visitor: visitor).list(items, settings.mostUploadBytes), visitor))
  }

  /// Who sent it sees it, and those who decide.
  private static func may(_ item: InboxItem, _ visitor: Visitor) -> Bool {
    visitor.role == .accept || item.sender == visitor.name
  }

  /// Takes a file: a form from the page, or the file itself with its name in the address.
  func send(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    try visitor.check(.send)
    guard uploads.begin() else { throw Problem.busy("Other files are being sent.") }
    defer { uploads.end() }
    let type = ask["content-type"] ?? ""
    let isForm = type.lowercased().hasPrefix("multipart/form-data")
    // A form is a little longer than its file.
    let bytes = try await ask.body(settings.mostUploadBytes + (isForm ? 32 << 10 : 0))
    let sent =
      isForm ? try SentFile(form: Multipart(bytes, type: type), visitor) : try SentFile(bytes, ask)
    guard sent.content.count <= settings.mostUploadBytes else {
      throw Problem(413, "The file has more than \(settings.mostUploadBytes) bytes.")
    }
    let sender = visitor.name ?? ""
    let item: InboxItem
    do {
      item = try await readers.run { [inbox] in
        try inbox.put(sent.content, named: sent.name, from: sender, sent.subject, crs: sent.crs)
      }
    } catch let error as WorkflowError where error.kind == .unusable {
      throw Problem(422, error.description)
    }
    tell("\(sender) sent \(item.id), \(item.bytes) bytes")
    // Whoever opens the page sees the preview; where too much is being made it is made then.
    Task { _ = try? await makers.run { [book, inbox] in try book.preview(item.id, in: inbox) } }
    if isForm { return .seeOther("\(ask.base)/inbox/\(item.id)") }
    var answer = Answer(201, MediaType.json, InboxPage.json(item).bytes)
    answer.fields = [("Location", "\(ask.base)/inbox/\(item.id)")]
    return answer
  }

  /// One file with its preview.
  func sentPage(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    try visitor.check(.send)
    var parameters = try Parameters(ask.query)
    let format = try Format(ask, &parameters)
    try parameters.end(known: ["f"])
    var item = try sent(ask, visitor)
    if item.status == .waiting,
      item.preview == nil || item.previewHead != book.state.head && visitor.role == .accept
    {
      let id = item.id
      item = try await patiently { [self] in
        try await makers.run { [book, inbox] in try book.preview(id, in: inbox) }
      }
    }
    guard format == .html else { return Answer(200, MediaType.json, InboxPage.json(item).bytes) }
    return PageAnswer.make(page(item.name, InboxPage(visitor: visitor).markup(of: item), visitor))
  }

  private func sent(_ ask: Ask, _ visitor: Visitor) throws -> InboxItem {
    guard let item = inbox.item(ask.path[1]), Self.may(item, visitor) else {
      throw Problem(404, "There is no such file.")
    }
    return item
  }

  /// Accepts or rejects a file.
  func decide(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    try visitor.check(.accept)
    let form = try await Form.read(ask, most: settings.limits.mostFormBytes)
    try form.check(visitor)
    let item = try sent(ask, visitor)
    let officer = visitor.name ?? ""
    guard item.status == .waiting else {
      throw Problem(409, "The file was \(item.status.rawValue) already.")
    }
    switch form["decision"] {
    case "accept":
      do {
        _ = try await patiently { [self] in
          try await makers.run { [book, inbox] in
            try book.accept(item.id, in: inbox, by: officer)
          }
        }
      } catch let error as WorkflowError where error.kind == .unusable || error.kind == .usage {
        tell("\(officer) could not accept \(item.id)")
        let now = inbox.item(item.id)?.status
        throw Problem(
          now == .waiting ? 422 : 409,
          now == .waiting
            ? "It can't be imported; its page says why." : "The file was decided already.")
      }
      tell("\(officer) accepted \(item.id)")
    case "reject":
      guard let reason = form["reason"], !reason.isEmpty, reason.utf8.count <= 2000 else {
        throw Problem(400, "A rejection needs a reason, which the sender reads.")
      }
      _ = try await readers.run { [inbox] in
        try inbox.reject(item.id, by: officer, because: reason)
      }
      tell("\(officer) rejected \(item.id)")
    default: throw Problem(400, "The field decision is accept or reject.")
    }
    if visitor.formKey != nil { return .seeOther("\(ask.base)/inbox/\(item.id)") }
    guard let decided = inbox.item(item.id) else { throw Problem(404, "There is no such file.") }
    return Answer(200, MediaType.json, InboxPage.json(decided).bytes)
  }
}

/// A file as it was sent.
struct SentFile {
  let name: String
  let content: [UInt8]
  let subject: ImportRequest.Subject
  let crs: String?

  /// - Throws: ``Problem`` where the form is none of this visitor's pages, or lacks something.
  init(form: Multipart, _ visitor: Visitor) throws {
    try Form(form.fields).check(visitor)
    guard let file = form.file, !file.name.isEmpty, !file.content.isEmpty else {
      throw Problem(400, "Choose a file that is not empty.")
    }
    name = file.name
    content = Array(file.content)
    subject = try Self.subject(form.fields["subject"])
    crs = try Self.reference(form.fields["crs"])
  }

  /// The file is the body; the address says what it is.
  init(_ bytes: [UInt8], _ ask: Ask) throws {
    var parameters = try Parameters(ask.query)
    guard let name = parameters.take("name") else {
      throw Problem(400, "Say what the file is called: /inbox?name=FILE.csv&subject=hazards")
    }
    self.name = name
    content = bytes
    subject = try Self.subject(parameters.take("subject"))
    crs = try Self.reference(parameters.take("crs"))
    try parameters.end(known: ["name", "subject", "crs"])
    guard !bytes.isEmpty else { throw Problem(400, "The file is empty.") }
  }

  private static func subject(_ text: String?) throws -> ImportRequest.Subject {
    guard let text, let subject = ImportRequest.Subject(rawValue: text) else {
      let words = ImportRequest.Subject.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(400, "Say what its rows are, as subject: \(words).")
    }
    return subject
  }

  private static func reference(_ text: String?) throws -> String? {
    guard let text, !text.isEmpty else { return nil }
    guard text.utf8.count <= 200 else {
      throw Problem(400, "The coordinate reference is too long.")
    }
    return text
  }
}
