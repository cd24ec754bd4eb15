import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

/// Books joined in any order say what one book says that took in everything itself.
@Suite struct MergeOrderTests {
  /// What happens in one of several books at one moment.
  private struct Event {
    var book: Int
    var hazards: [Hazard] = []
    var releases: [Release] = []
    var tasks: [LandTask] = []
    /// Whether the batch before in the same book is taken back.
    var isUndo = false
  }

  private static func story(_ dice: inout SystemDice, books: Int) -> [Event] {
    (0..<14).map { number in
      let book = Int.random(in: 0..<books, using: &dice)
      var event = Event(book: book)
      for id in ["H1", "H2", "H3", "H4"].shuffled(using: &dice).prefix(2) {
        let day = "202\(Int.random(in: 0...2, using: &dice))-01-01"
        let x = Double(Int.random(in: 20...22, using: &dice))
        let isConfirmed = Bool.random(using: &dice)
        event.hazards.append(
          hazard(id, day, x: x) {
            // A file that says the same again says nothing that a merge could know.
            $0.district = "D\(number)"
            if isConfirmed { $0.hazardClass = .confirmed }
            if Int(x) == 22 { $0.recordedAt = "2019-06-0\(number % 9 + 1)T00:00:0\(number % 7)Z" }
          })
      }
      var release = Release(
        key: RecordKey(id: "R\(Int.random(in: 1...3, using: &dice))"), kind: .cleared)
      release.date = CalendarDate("2021-0\(Int.random(in: 1...9, using: &dice))-01")
      release.polygon = square(Double(Int.random(in: 20...22, using: &dice)), 40)
      release.district = "D\(number)"
      event.releases = [release]
      var task = LandTask(key: RecordKey(id: "T\(Int.random(in: 1...3, using: &dice))"))
      task.status = "status \(number)"
      event.tasks = [task]
      return event
    }
  }

  /// A record that comes and is taken back in the same book.
  private static func withUndo(_ events: [Event]) -> [Event] {
    var all = events
    var came = Event(book: events[3].book)
    came.hazards = [hazard("Mistake")]
    all.insert(came, at: 4)
    all.insert(Event(book: came.book, isUndo: true), at: 5)
    return all
  }

  private func play(_ events: [Event], into books: [TemporaryBook], all: Bool) throws {
    var last: [Int: Int64] = [:]
    for (place, event) in events.enumerated() {
      let at = Timestamp(milliseconds: 1_600_000_000_000 + Int64(place) * 86_400_000)
      let book = books[all ? 0 : event.book].book
      var description = BatchDescription(at: at, recordType: "records")
      if event.isUndo {
        description.verb = "undo"
        description.reverses = last[event.book]
        _ = try book.undo(description)
        continue
      }
      let summary = try book.write(description) { writer in
        for hazard in event.hazards { _ = try writer.store(hazard) }
        for release in event.releases { _ = try writer.store(release) }
        for task in event.tasks { _ = try writer.store(task) }
      }.1
      last[event.book] = summary.batch
    }
  }

  /// What counts of every record, each content with when it was recorded first.
  private func content(_ book: TemporaryBook) throws -> [String] {
    try book.sql { db in
      let inForce = try BatchesInForce(db).condition()
      let versions = try ["hazard_version", "release_version"].flatMap { table in
        let event = table == "hazard_version" ? "ifnull(date, '')" : "''"
        return try String.fetchAll(
          db,
          sql: """
            SELECT '\(table) ' || id || ' ' || day || ' ' || recorded_at || ' ' || content_hash
            FROM (
              SELECT id, \(event) AS day, recorded_at, content_hash, is_recorded_at_given AS given,
                lag(content_hash) OVER (
                  PARTITION BY id, \(event) ORDER BY recorded_at, content_hash) AS earlier
              FROM \(table) WHERE \(inForce))
            WHERE earlier IS NOT content_hash OR given ORDER BY 1
            """)
      }
      let shown = try String.fetchAll(
        db,
        sql: """
          SELECT id || ' ' || ifnull(content_hash, '') || ' ' || ifnull(area_m2, '') FROM hazard
          UNION ALL SELECT id || ' ' || content_hash FROM "release"
          UNION ALL SELECT id || ' ' || content_hash FROM task WHERE is_current ORDER BY 1
          """)
      return versions + shown
    }
  }

  private func join(_ other: TemporaryBook, to book: TemporaryBook) throws -> MergeSummary {
    var order = MergeOrder(
      BatchDescription(
        at: Timestamp(milliseconds: 1_700_000_000_000), verb: "merge", recordType: "books"))
    order.decide = { _ in (.latest, "as recorded") }
    return try book.book.merge(other.book, order)
  }

  @Test(arguments: 1...4)
  func anyOrderGivesTheBookThatTookInEverything(seed: UInt64) throws {
    var dice = SystemDice(state: seed)
    let count = seed % 2 == 0 ? 2 : 3
    let events = Self.withUndo(Self.story(&dice, books: count))
    let whole = try TemporaryBook()
    try play(events, into: [whole], all: true)
    let expected = try content(whole)
    for order in Self.orders(count) {
      let books = try (0..<count).map { _ in try TemporaryBook() }
      try play(events, into: books, all: false)
      let first = books[order[0]]
      for place in order.dropFirst() { _ = try join(books[place], to: first) }
      let found = try content(first)
      let isSame = found == expected
      #expect(isSame, "seed \(seed), order \(order)")
      let again = try join(books[order[1]], to: first)
      #expect(again.isNothing && again.batch == nil && again.conflicts.isEmpty)
      let isAsLogged = try first.book.verification().checks.allSatisfy { $0.faults.isEmpty }
      #expect(isAsLogged)
      // The other book, which has less, takes the joined one in without a question.
      let back = try join(first, to: books[order[1]])
      #expect(back.conflicts.isEmpty, "seed \(seed), order \(order)")
      let returned = try content(books[order[1]])
      let isSameBack = returned == expected
      #expect(isSameBack, "seed \(seed), order \(order), back")
    }
  }

  @Test(arguments: 1...2)
  func takenBackItIsAsBefore(seed: UInt64) throws {
    var dice = SystemDice(state: seed)
    let events = Self.withUndo(Self.story(&dice, books: 2))
    let books = [try TemporaryBook(), try TemporaryBook()]
    try play(events, into: books, all: false)
    let before = try content(books[0])
    let merge = try #require(try join(books[1], to: books[0]).batch)
    let joined = try content(books[0])
    let isOther = joined != before
    #expect(isOther)
    var description = BatchDescription(
      at: Timestamp(milliseconds: 1_700_000_000_000), verb: "undo", recordType: "books")
    description.reverses = merge
    _ = try books[0].book.undo(description)
    let undone = try content(books[0])
    let isBack = undone == before
    #expect(isBack)
    // It can come again, as the same content.
    _ = try join(books[1], to: books[0])
    let again = try content(books[0])
    let isAgain = again == joined
    #expect(isAgain)
    let isAsLogged = try books[0].book.verification().checks.allSatisfy { $0.faults.isEmpty }
    #expect(isAsLogged)
  }

  private static func orders(_ count: Int) -> [[Int]] {
    guard count > 2 else { return [[0, 1], [1, 0]] }
    return [[0, 1, 2], [2, 1, 0], [1, 2, 0]]
  }
}

/// Numbers that are the same for one seed.
struct SystemDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
