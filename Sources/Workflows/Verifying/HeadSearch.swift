import LandRelease
import Reporting
import Storage

/// A head that the log has.
struct KnownHead {
  let entry: LogEntry
  /// What came after it.
  let since: [LogEntry]
  /// Whether the log up to it and the ledger of then are as they were.
  let isProved: Bool

  /// What the head says of the book, for whoever asked.
  var sentence: String {
    let count = since.count == 1 ? "1 entry has" : "\(since.count) entries have"
    let made = "Entry \(entry.sequence) of the log: \(entry.verb) \(entry.subject), \(entry.at)."
    return isProved
      ? "\(made) The log up to it is intact and its ledger can be worked out; \(count) come since."
      : "\(made) What a report of then said can't be proved any more: see what is wrong."
  }

  static let unknown =
    "The log has no such entry: the report is of another book, of a copy that went on "
    + "differently, or the log was made anew since."
}

/// Looks for a head in the log, and works the ledger of then out anew.
struct HeadSearch {
  /// What the search came to.
  struct Result {
    var lines: [VerificationLine] = []
    var faults: [VerificationFault] = []
    var known: KnownHead?
  }

  private let book: LandBook
  private let verification: BookVerification

  init(_ book: LandBook, _ verification: BookVerification) {
    self.book = book
    self.verification = verification
  }

  func run(_ head: HeadDigits) throws -> Result {
    var result = Result()
    let entries = verification.entries
    guard let place = entries.firstIndex(where: { $0.hash.hasPrefix(head.digits) }) else {
      result.add(headLine, held: entries.count, fault("log_entry", "missing", head.digits))
      return result
    }
    let entry = entries[place]
    let isIntact = verification.isIntact(through: entry.sequence)
    result.add(
      headLine, held: place + 1,
      isIntact ? nil : fault("log_entry", "changed", "an entry up to it"))
    let ledger = ledgerFault(through: entry)
    if let ledger { result.add(ledgerLine, held: ledger.held, ledger.fault) }
    result.known = KnownHead(
      entry: entry, since: Array(entries[(place + 1)...]),
      isProved: isIntact && ledger?.fault == nil)
    return result
  }

  private var headLine: (String, String, String) {
    ("head", "The head given", "the entries of the log")
  }

  private var ledgerLine: (String, String, String) {
    ("head_ledger", "The ledger as it was known then", "the records, worked out anew")
  }

  /// - Returns: nil where there was no ledger then.
  private func ledgerFault(
    through entry: LogEntry
  ) -> (held: Int, fault: VerificationFault?)? {
    guard let logged = verification.ledger(through: entry.sequence) else { return nil }
    do {
      let input = try book.read(with: nil, throughBatch: logged.throughBatch) {
        try LedgerInput($0, boundarySet: logged.boundarySet)
      }
      let ledger = input.computation(input.register()).ledger()
      let digest = try LedgerDigest.of(ledger)
      let isSame = digest == logged.digest
      return (
        ledger.events.count,
        isSame
          ? nil
          : fault(
            "ledger_event", "changed",
            "worked out anew through batch \(logged.throughBatch) it is another; logged by \(logged.entry)"
          )
      )
    } catch {
      return (0, fault("ledger_event", "cannot be read", WorkflowError(describing: error).message))
    }
  }

  private func fault(_ table: String, _ kind: String, _ detail: String) -> VerificationFault {
    VerificationFault(
      check: table == "log_entry" ? "head" : "head_ledger", table: table, row: nil, record: nil,
      kind: kind, detail: detail, broughtBy: nil,
      remedy: "Hold the report against the copies of the book that you keep.")
  }
}

extension HeadSearch.Result {
  fileprivate mutating func add(
    _ line: (String, String, String), held: Int, _ fault: VerificationFault?
  ) {
    lines.append(
      VerificationLine(
        id: line.0, what: line.1, against: line.2, held: held, faults: fault == nil ? 0 : 1))
    if let fault { faults.append(fault) }
  }
}
