public import Reporting
import Storage

/// Holds a book against its log; no byte of it changes.
public struct VerifyBook {
  /// What verifying came to.
  public struct Outcome {
    /// What was held against what, and what is wrong.
    public var report: Reporting.Report
    /// Whether all is as logged, which the program's exit code tells.
    public var isAsLogged: Bool
    /// What is not as logged, a word each: `rows`, `ledger`.
    public var wrong: [String] = []
    /// What the head that was asked for proves, in a sentence.
    public var message: String?
  }

  private let book: LandBook

  /// Makes the verification of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// Verifies the book, and a head of its log if one is given.
  public func run(head: HeadDigits? = nil) throws -> Outcome {
    var verification = try book.verification()
    try explainLayers(&verification)
    var lines = verification.checks.map(\.line)
    var faults = verification.checks.flatMap { check in
      check.faults.map { VerificationFault($0, check.subject) }
    }
    var known: KnownHead?
    if let head {
      let search = try HeadSearch(book, verification).run(head)
      lines += search.lines
      faults += search.faults
      known = search.known
    }
    let last = verification.entries.last
    var outcome = Outcome(
      report: VerificationStatement.report(
        lines, faults, bookName: (try? book.info().name) ?? book.path,
        head: last.map { ($0.hash, Int($0.sequence)) },
        since: known.map { $0.since.map(LogEntryLine.init) },
        beginning: beginning(of: verification.entries)),
      isAsLogged: lines.allSatisfy { $0.faults == 0 },
      message: head.map { _ in known?.sentence ?? KnownHead.unknown })
    outcome.wrong = lines.filter { $0.faults > 0 }.map(\.id)
    return outcome
  }

  /// The log of a book that is older than logs covers what it held when it came.
  private func beginning(of entries: [LogEntry]) -> VerificationStatement.Beginning {
    guard entries.first?.verb == "migrate" else { return .ofTheBook }
    return book.opening == .copied ? .ofACopy : .later
  }

  /// Where the latest version of a hazard waits to be confirmed, the map shows the one before.
  private func explainLayers(_ verification: inout BookVerification) throws {
    guard verification.showsEarlierVersions else { return }
    let info = try? book.info()
    let waiting = try? book.read { reader in
      try LedgerInput(reader, boundarySet: info?.defaultBoundarySet).register()
        .countingBeforeWaiting
    }
    verification.explainEarlierVersions(by: Set(waiting ?? []))
  }
}

extension LogCheck {
  fileprivate var line: VerificationLine {
    VerificationLine(
      id: subject.rawValue, what: subject.what, against: subject.against, held: held,
      faults: faultCount)
  }
}

extension VerificationFault {
  fileprivate init(_ fault: LogFault, _ subject: LogCheck.Subject) {
    self.init(
      check: subject.rawValue, table: fault.table,
      row: fault.row.map { row in fault.lastRow.map { "\(row) to \($0)" } ?? "\(row)" },
      record: fault.record, kind: fault.kind.rawValue, detail: fault.detail,
      broughtBy: fault.broughtBy, remedy: subject.remedy)
  }
}
