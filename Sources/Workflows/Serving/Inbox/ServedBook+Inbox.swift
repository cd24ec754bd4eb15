import Foundation

extension ServedBook {
  /// Seconds after which the reading of a sent file is given up.
  private static let patience = 300.0

  /// Looks at a file as `import --dry-run` does, and keeps what it says.
  ///
  /// - Throws: ``WorkflowError`` where it was decided already.
  public func preview(_ id: String, in inbox: Inbox) throws -> InboxItem {
    guard let item = inbox.item(id), item.status == .waiting else {
      return try inbox.change(id) { _ in }
    }
    let (head, lines, isUsable) = try alone { try looked(at: item, inbox) }
    return try inbox.change(id) { item in
      item.preview = lines
      item.isUsable = isUsable
      item.previewHead = head
    }
  }

  private func looked(at item: InboxItem, _ inbox: Inbox) throws -> (String, [String], Bool) {
    do {
      let book = try Book.open(at: path, for: .trying)
      let head = try book.store.read { try $0.logHead()?.hash ?? "" }
      var request = try request(item, inbox)
      request.isDryRun = true
      var importing = ImportRecords(request, into: book, progress: Self.progress())
      let outcome = try importing.run()
      let lines = ImportSentences(
        outcome, file: item.name, posts: request.subject.movesLand
      ).lines
      return (head, lines, !outcome.isUnusable)
    } catch is WorkStopped {
      return ("", ["The file took longer than \(Int(Self.patience)) seconds to read."], false)
    } catch {
      let error = WorkflowError(describing: error)
      if error.kind == .locked { throw error }
      return ("", ([Self.plain(error.description, item, inbox)] + error.choices), false)
    }
  }

  /// Imports a file as a batch that names its sender and who accepts it, and posts the ledger.
  ///
  /// - Throws: ``WorkflowError`` where it was decided already or can't be imported.
  public func accept(_ id: String, in inbox: Inbox, by officer: String) throws -> InboxItem {
    try alone {
      // What can't be used leaves no trace in the book.
      if let item = inbox.item(id), item.status == .waiting {
        let (_, _, isUsable) = try looked(at: item, inbox)
        guard isUsable else { throw Self.unusable(item) }
      }
      var failure: (any Error)?
      let item = try inbox.change(id) { item in
        do {
          let (batch, lines) = try imported(item, inbox, by: officer)
          item.status = .accepted
          item.batch = batch
          item.preview = lines
          let words = batch.map { "batch \($0)" } ?? "nothing new"
          item.history.append(inbox.event(officer, "accepted", words))
        } catch {
          failure = error
          let words = Self.plain(WorkflowError(describing: error).description, item, inbox)
          item.history.append(inbox.event(officer, "failed", words))
        }
      }
      if let failure { throw failure }
      return item
    }
  }

  private func imported(
    _ item: InboxItem, _ inbox: Inbox, by officer: String
  ) throws -> (Int64?, [String]) {
    let book = try Book.open(at: path, for: .writing)
    var request = try request(item, inbox)
    request.actor = "\(officer), sent by \(item.sender) as \(item.name)"
    request.rejects = inbox.path(of: item) + ".rejects.csv"
    if ImportRequest.backsUpUsually { request.tellBackup = { _ in } }
    var importing = ImportRecords(request, into: book, progress: Self.progress())
    let outcome = try importing.run()
    guard !outcome.isUnusable else { throw Self.unusable(item) }
    var lines = ImportSentences(outcome, file: item.name, posts: request.subject.movesLand).lines
    if outcome.batch != nil, request.subject.movesLand {
      let posted = try PostLedger(book).run()
      lines.append(posted.sentence)
    }
    return (outcome.batch, lines.map { Self.plain($0, item, inbox) })
  }

  private static func unusable(_ item: InboxItem) -> WorkflowError {
    WorkflowError(
      .unusable, "no row of \(item.name) can be used", remedy: "Reject it with a reason.")
  }

  private func request(_ item: InboxItem, _ inbox: Inbox) throws -> ImportRequest {
    guard let subject = ImportRequest.Subject(rawValue: item.subject) else {
      throw WorkflowError(.usage, "\(item.subject) can't be imported", remedy: "Reject it.")
    }
    var request = ImportRequest(subject: subject, file: inbox.path(of: item))
    request.crs = item.crs
    return request
  }

  private static func progress() -> WorkProgress {
    let end = Date().addingTimeInterval(patience)
    return WorkProgress { Date() > end }
  }

  /// Without the path of the folder, which is nobody's business but the machine's.
  private static func plain(_ text: String, _ item: InboxItem, _ inbox: Inbox) -> String {
    text.replacing(inbox.path(of: item), with: item.name)
  }
}
