import LandRelease
import Reporting
import Storage

/// Finds, in one pass over a ledger, the largest movements behind many figures at once.
///
/// What is found and what is left over add up to each figure exactly.
struct FigureScan {
  /// The rows of one table: which figures they show, and where a movement belongs.
  struct Subject {
    /// The columns with the figures that they show.
    var columns: [(key: String, figure: Figure)]
    /// How many rows there are.
    var rows: Int
    /// The row of a district on a day; nil where it belongs to none.
    var row: (_ district: Int, _ day: Int?) -> Int?
    /// How many records are listed for a figure.
    var shown: Int
  }

  fileprivate struct Kept {
    var event: Int64
    var day: Int?
    var transition: Int
    var area: Int64
  }

  fileprivate struct Cell {
    var kept: [Kept] = []
    var count = 0
    var area: Int64 = 0
    var lastRecord: Int64 = -1
    var records = 0
  }

  private struct Way {
    var before: [(column: Int, sign: Int64)] = []
    var within: [(column: Int, sign: Int64)] = []
  }

  private struct State {
    let subject: Subject
    var ways: [Way?]
    var cells: [Cell]
    var lastEvent: [Int64]
    var records: [Int]
  }

  private let words: LedgerWords
  private var states: [State]
  private let from: Int?
  private let transitions = (0..<Transition.codeCount).map(Transition.init(code:))

  init(
    _ subjects: [Subject], figures: BookFigures, period: Period
  ) throws {
    let words = try figures.reader.ledgerWords()
    self.words = words
    from = period.from?.dayNumber
    states = subjects.map { subject in
      State(
        subject: subject,
        ways: Array(repeating: nil, count: Transition.codeCount * words.profiles.count),
        cells: Array(repeating: Cell(), count: subject.rows * subject.columns.count),
        lastEvent: Array(repeating: -1, count: subject.rows),
        records: Array(repeating: 0, count: subject.rows))
    }
    let filter = MovementFilter(layer: figures.layer, to: period.to)
    try figures.reader.forEachEntry(filter) { add($0) }
  }

  private mutating func add(_ entry: LedgerEntry) {
    let isBefore = entry.day.map { day in from.map { day < $0 } ?? false } ?? true
    for index in states.indices {
      guard let row = states[index].subject.row(entry.district, entry.day) else { continue }
      let parts = parts(of: entry, index, isBefore: isBefore)
      if parts.isEmpty { continue }
      // The second bit tells an event that takes its record back, which is no other record.
      let record = entry.event & ~2
      if states[index].lastEvent[row] != record {
        states[index].lastEvent[row] = record
        states[index].records[row] += 1
      }
      let shown = states[index].subject.shown
      let first = row * states[index].subject.columns.count
      for (column, sign) in parts {
        states[index].cells[first + column].add(entry, sign: sign, shown: shown)
      }
    }
  }

  /// The columns that a movement is part of, with their signs.
  private mutating func parts(
    of entry: LedgerEntry, _ index: Int, isBefore: Bool
  ) -> [(column: Int, sign: Int64)] {
    let place = entry.transition * words.profiles.count + entry.profile
    if let way = states[index].ways[place] { return isBefore ? way.before : way.within }
    var way = Way()
    if let transition = transitions[entry.transition] {
      let sum = LedgerSum(
        transition, profile: words.profiles[entry.profile], isRelease: entry.isRelease,
        area: Area(squareCentimetres: 1))
      for (column, entry) in states[index].subject.columns.enumerated() {
        let sign = entry.figure.part(of: sum).squareCentimetres
        if sign == 0 { continue }
        if entry.figure.span != .within { way.before.append((column, sign)) }
        if entry.figure.span != .before { way.within.append((column, sign)) }
      }
    }
    states[index].ways[place] = way
    return isBefore ? way.before : way.within
  }
}

extension FigureScan.Cell {
  fileprivate mutating func add(_ entry: LedgerEntry, sign: Int64, shown: Int) {
    let area = sign * entry.area.squareCentimetres
    count += 1
    self.area += area
    // The second bit tells an event that takes its record back, which is no other record.
    if lastRecord != entry.event & ~2 {
      lastRecord = entry.event & ~2
      records += 1
    }
    if kept.count == shown, let last = kept.last, !(area.magnitude > last.area.magnitude) { return }
    let place =
      kept.firstIndex { $0.area.magnitude < area.magnitude } ?? kept.endIndex
    kept.insert(
      FigureScan.Kept(
        event: entry.event, day: entry.day, transition: entry.transition, area: area), at: place)
    if kept.count > shown { kept.removeLast() }
  }
}

extension FigureScan {
  /// What is behind each row of a subject.
  ///
  /// - Parameters:
  ///   - declared: parts that are no ground, by row and column.
  ///   - command: the command that lists all parts of a column's figure in a row.
  func details(
    of subject: Int, reader: BookReader,
    declared: (_ row: Int, _ figure: Figure) -> [FigureDetail.Part] = { _, _ in [] },
    command: (_ row: Int, _ key: String) -> String
  ) throws -> [RowDetail] {
    let state = states[subject]
    return try (0..<state.subject.rows).map { row in
      let figures = try state.subject.columns.enumerated().compactMap { column, entry in
        try detail(
          state.cells[row * state.subject.columns.count + column], key: entry.key,
          declared: declared(row, entry.figure), shown: state.subject.shown, reader,
          command: command(row, entry.key))
      }
      return RowDetail(figures: figures, records: state.records[row])
    }
  }

  private func detail(
    _ cell: Cell, key: String, declared: [FigureDetail.Part], shown: Int, _ reader: BookReader,
    command: String
  ) throws -> FigureDetail? {
    guard cell.count + declared.count > 0 else { return nil }
    let moved = try cell.kept.map { kept in
      let isRelease = kept.event & 1 == 1
      return FigureDetail.Part(
        record:
          "\(isRelease ? "release" : "hazard") \(try reader.key(ofRelease: isRelease, storedVersion: kept.event >> 2))",
        date: kept.day.flatMap { CalendarDate(dayNumber: $0) },
        transition: transitions[kept.transition], area: Area(squareCentimetres: kept.area))
    }
    let parts = Array((moved + declared).sorted(by: Self.weighsMore).prefix(shown))
    let all = declared.reduce(Area(squareCentimetres: cell.area)) { $0 + $1.area }
    return FigureDetail(
      key: key, parts: parts, moreCount: cell.count + declared.count - parts.count,
      moreArea: all - parts.reduce(.zero) { $0 + $1.area }, command: command,
      records: cell.records + declared.count)
  }

  private static func weighsMore(
    _ left: FigureDetail.Part, _ right: FigureDetail.Part
  ) -> Bool {
    let (a, b) = (left.area.squareCentimetres.magnitude, right.area.squareCentimetres.magnitude)
    if a != b { return a > b }
    if left.date != right.date { return (left.date?.dayNumber ?? 0) < (right.date?.dayNumber ?? 0) }
    return left.record.utf8.lexicographicallyPrecedes(right.record.utf8)
  }
}

extension LedgerSum {
  /// One movement as sums see it.
  init(_ transition: Transition, profile: ReleaseProfile?, isRelease: Bool, area: Area) {
    self.init(
      group: [], type: isRelease ? .release : .hazard, kind: profile?.kind,
      isSurfaceSearch: profile?.activity == .battleAreaSurface, from: transition.from,
      to: transition.to, cause: transition.cause, again: transition.again, area: area)
  }
}
