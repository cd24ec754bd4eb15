/// One thing in the book that is not as its log says.
public struct LogFault: Hashable, Sendable {
  /// What is wrong with it.
  public enum Kind: String, CaseIterable, Sendable {
    case changed
    case missing
    /// It came past the log.
    case added
    case unreadable = "cannot be read"
  }

  /// The table it stands in.
  public var table: String
  /// The row, or the first of several; nil is the table as a whole.
  public var row: Int64?
  /// The last row, where it can't be told which of several it is.
  public var lastRow: Int64?
  /// The record, as findings name it; nil where it can't be told.
  public var record: String?
  /// What is wrong.
  public var kind: Kind
  /// What more is known.
  public var detail: String?
  /// What brought it, as the log says: `entry 5: import batch 4`.
  public var broughtBy: String?
  /// The version that a row of a layer shows, where that is what is wrong.
  var version: Int64?

  var isEarlierVersion: Bool { version != nil }

  init(
    _ kind: Kind, _ table: String, row: Int64? = nil, lastRow: Int64? = nil,
    record: String? = nil, detail: String? = nil, broughtBy: String? = nil
  ) {
    self.kind = kind
    self.table = table
    self.row = row
    self.lastRow = lastRow
    self.record = record
    self.detail = detail
    self.broughtBy = broughtBy
  }
}

/// One thing that was held against another, and what it came to.
public struct LogCheck: Hashable, Sendable {
  /// What a check is about.
  public enum Subject: String, CaseIterable, Sendable {
    case file, schema, log, rows, state, findings, ledger, sums, current, layers
    case index
  }

  /// So many faults are told one by one.
  public static let mostTold = 1000

  /// What was checked.
  public var subject: Subject
  /// How many rows, entries or pages were held against it.
  public var held = 0
  /// How many faults there are.
  public private(set) var faultCount = 0
  /// The first of them.
  public private(set) var faults: [LogFault] = []

  init(_ subject: Subject) {
    self.subject = subject
  }

  mutating func add(_ fault: LogFault) {
    faultCount += 1
    if faults.count < Self.mostTold { faults.append(fault) }
  }

  mutating func add(_ other: LogCheck) {
    held += other.held
    for fault in other.faults { add(fault) }
    faultCount += other.faultCount - other.faults.count
  }

  /// Whether the next fault will be told.
  var isTellingMore: Bool { faults.count < Self.mostTold }

  /// Takes the last faults back.
  mutating func takeBack(_ count: Int) {
    let untold = faultCount - faults.count
    faults.removeLast(max(0, min(faults.count, count - untold)))
    faultCount -= count
  }

  /// Takes faults out that have an explanation.
  public mutating func remove(_ isExplained: (LogFault) -> Bool) {
    let left = faults.filter { !isExplained($0) }
    faultCount -= faults.count - left.count
    faults = left
  }

  /// Runs a part of the check; what can't be read is a fault, not an end.
  mutating func run(_ table: String, _ body: (inout LogCheck) throws -> Void) {
    do {
      try body(&self)
    } catch {
      add(LogFault(.unreadable, table, detail: Self.words(for: error)))
    }
  }
}
