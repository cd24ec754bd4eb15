/// What was held against what, and how it came out.
public struct VerificationLine: Hashable, Sendable {
  /// The name machines read.
  public var id: String
  /// What was checked.
  public var what: String
  /// What it was held against.
  public var against: String
  /// How many rows, entries or pages.
  public var held: Int
  /// How many of them are not as they should be.
  public var faults: Int

  /// Makes a line of its parts.
  public init(id: String, what: String, against: String, held: Int, faults: Int) {
    self.id = id
    self.what = what
    self.against = against
    self.held = held
    self.faults = faults
  }
}

/// One thing that is not as the log says.
public struct VerificationFault: Hashable, Sendable {
  /// The check that found it.
  public var check: String
  /// The table.
  public var table: String
  /// The row, or the rows as `1 to 5`.
  public var row: String?
  /// The record; nil where it can't be told.
  public var record: String?
  /// changed, missing, added, cannot be read.
  public var kind: String
  /// What more is known.
  public var detail: String?
  /// The entry of the log that brought it.
  public var broughtBy: String?
  /// What to do next, as a sentence.
  public var remedy: String

  /// Makes a fault of its parts.
  public init(
    check: String, table: String, row: String?, record: String?, kind: String, detail: String?,
    broughtBy: String?, remedy: String
  ) {
    self.check = check
    self.table = table
    self.row = row
    self.record = record
    self.kind = kind
    self.detail = detail
    self.broughtBy = broughtBy
    self.remedy = remedy
  }
}

/// A book held against its log.
public enum VerificationStatement {
  /// Where a log begins.
  public enum Beginning: Hashable, Sendable {
    case ofTheBook
    /// When a book of an earlier program was brought up to date.
    case later
    /// With a copy of such a book, which was made to be looked at.
    case ofACopy

    var sentence: String? {
      switch self {
      case .ofTheBook: nil
      case .later:
        "The log begins when an older book was brought up to date: it proves nothing of before."
      case .ofACopy:
        "The log of an older book begins with the copy made now: it proves nothing of before."
      }
    }
  }

  /// Makes the page.
  ///
  /// - Parameter head: the head of the log, and how many entries it closes; nil where it has none.
  public static func report(
    _ lines: [VerificationLine], _ faults: [VerificationFault], bookName: String,
    head: (hash: String, entry: Int)?, since: [LogEntryLine]?, beginning: Beginning = .ofTheBook
  ) -> Report {
    let count = lines.reduce(0) { $0 + $1.faults }
    var stamps = [
      Stamp(key: "book", label: "Book", value: bookName),
      Stamp(key: "result", label: "Result", value: count == 0 ? "as logged" : "not as logged"),
    ]
    if let head {
      stamps.append(Stamp(key: "log_entries", label: "Entries", value: "\(head.entry)"))
      stamps.append(.logHead(head.hash))
    }
    var notes = [
      "Whoever can write the file can make its log anew: a head printed elsewhere shows it."
    ]
    if let sentence = beginning.sentence { notes.append(sentence) }
    if faults.count < count { notes.append("More is wrong than is listed here.") }
    return Report(
      title: "Verification", stamps: stamps, notes: notes,
      tables: [checks(lines), Self.faults(faults)]
        + (since.map { [LogStatement.chain($0, id: "since", title: "What came since")] } ?? []))
  }

  private static func checks(_ lines: [VerificationLine]) -> Table {
    Table(
      id: "checks", title: "What was held against what",
      columns: [
        Column("check", "Check", .text), .words("what", "What"), .words("against", "Held against"),
        Column("held", "Held", .count), Column("faults", "Wrong", .count),
        .words("result", "Result"),
      ],
      rows: lines.map { line in
        Row(
          .body,
          [
            .text(line.id), .text(line.what), .text(line.against), .count(line.held),
            .count(line.faults), .text(line.faults == 0 ? "as logged" : "not as logged"),
          ])
      })
  }

  private static func faults(_ faults: [VerificationFault]) -> Table {
    func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
    return Table(
      id: "faults", title: "What is wrong",
      columns: [
        Column("check", "Check", .text), Column("table", "Table", .text),
        Column("row", "Row", .text),
        Column("record", "Record", .text, reveals: .record), .words("what", "What"),
        Column("detail", "Detail", .text, reveals: .source),
        Column("brought_by", "Brought by", .text, reveals: .source),
        .words("remedy", "What to do"),
      ],
      rows: faults.map { fault in
        Row(
          .body,
          [
            .text(fault.check), .text(fault.table), text(fault.row), text(fault.record),
            .text(fault.kind), text(fault.detail), text(fault.broughtBy), .text(fault.remedy),
          ])
      })
  }
}

extension Stamp {
  /// What the log of the book ended with, by which `verify --head` knows the state again.
  static func logHead(_ hash: String) -> Stamp {
    Stamp(key: "log_head", label: "Log head", value: hash)
  }
}
