import Foundation
import Reporting
import Workflows

extension Site {
  /// What reports there are.
  func reports(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    var parameters = try Parameters(ask.query)
    let format = try Format(ask, &parameters)
    try parameters.end(known: ["f"])
    _ = try visitor.shown
    let list = MakeReport.list()
    guard format == .html else {
      let text = OutputFormat.json.render(list, Presentation())
      return Answer(200, MediaType.json, text: text)
    }
    let rows = list.tables.first?.rows ?? []
    let names = rows.compactMap { row -> (String, String)? in
      guard case .text(let name) = row.cell(at: 0), case .text(let title) = row.cell(at: 1) else {
        return nil
      }
      return (name, title)
    }
    let links = names.map { name, title in
      Markup.element(
        "li", [:],
        [
          .element("a", ["href": "/reports/\(name).html"], text: name), .text(": \(title) ("),
          .element("a", ["href": "/reports/\(name).csv"], text: "CSV"), .text(", "),
          .element("a", ["href": "/reports/\(name).xlsx"], text: "XLSX"), .text(", "),
          .element("a", ["href": "/reports/\(name).json"], text: "JSON"), .text(")"),
        ])
    }
    return PageAnswer.make(
      page(
        "Reports",
        [
          .element("h1", text: "Reports"),
          .element(
            "p",
            text:
              "Each takes the parameters of landbook report: period, from, to, by, layer, unit, lang, table."
          ),
          .element("ul", [:], links),
        ], visitor))
  }

  /// One report in the format of its ending.
  func report(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    let name = ask.path[1]
    guard let dot = name.lastIndex(of: "."),
      let statement = ReportRequest.Statement(rawValue: String(name[..<dot])),
      let format = DocumentFormat(endingOf: name)
    else {
      throw Problem(404, "A report is STATEMENT.FORMAT, such as balance.csv; /reports lists them.")
    }
    var parameters = try Parameters(ask.query)
    let question = try ReportQuestion(statement, &parameters)
    let sharing = try visitor.shown
    try question.check(sharing)
    return try await made(ask, visitor, "\(format.rawValue)") { [book] in
      let (state, report) = try book.report(question.request, for: sharing)
      let writing = WriteReport(format, question.presentation)
      let narrowed: Report
      do {
        narrowed = try report.narrowed(toTable: question.table)
      } catch {
        throw Problem(400, "\(error)")
      }
      var answer = Answer(
        200, Self.type(of: format), Array(try writing.data(of: narrowed)))
      if !format.isText {
        answer.fields = [("Content-Disposition", "attachment; filename=\"\(name)\"")]
      }
      return (state, answer)
    }
  }

  /// An answer that takes long: from memory where somebody asked the same of the same state, else made
  /// on a thread of its own.
  func made(
    _ ask: Ask, _ visitor: Visitor, _ format: String, on threads: WorkerThreads? = nil,
    make: @escaping @Sendable () throws -> (state: BookState, answer: Answer)
  ) async throws -> Answer {
    let (state, sharing) = (book.state, visitor.sharing)
    let address = ask.address + Address.query(ask.query)
    @Sendable func key(_ state: BookState) -> String {
      [
        state.head, state.editionMark, sharing?.cacheName ?? "", visitor.formKey ?? "", ask.base,
        address, format,
      ]
      .joined(separator: "\u{0}")
    }
    if let known = answers[key(state)] {
      return Answer.ofState(state, visitor, ask, format) { known }
    }
    let name = key(state)
    let made = try await patiently(
      running.task(name) { [self] in
        let made = try await (threads ?? makers).run(make)
        answers.keep(made.answer, as: key(made.state))
        return MadeAnswer(state: made.state, answer: made.answer)
      })
    return Answer.ofState(made.state, visitor, ask, format) { made.answer }
  }

  private static func type(of format: DocumentFormat) -> String {
    switch format {
    case .text: "text/plain; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .json: MediaType.json
    case .markdown: "text/markdown; charset=utf-8"
    case .html: MediaType.html
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pdf: "application/pdf"
    }
  }
}

extension SharingProfile {
  /// What tells profiles apart: two files may give one name to different rules.
  var cacheName: String { "\(name) \(hashValue)" }
}
