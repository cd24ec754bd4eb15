import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// A database that is exported whole month after month, with its dates overwritten.
struct LivingDatabaseTests {
  /// One hazard of the database as it stands now.
  private struct Entry {
    var id: String
    var hazardClass: String
    var date: Int
    var status: String
    var ring: [(x: Double, y: Double)]
  }

  /// The database and what is true of its ground.
  private struct Database {
    var dice: SeededDice
    var entries: [Entry] = []
    /// Rows of releases: they are never changed.
    var releases: [String] = []

    init(seed: Int) {
      dice = SeededDice(UInt64(seed) &+ 77)
      for number in 1...dice.whole(3...8) { add(number) }
      // Work that is done: the western half of some hazards is released.
      for entry in entries where dice.once(in: 2) {
        let box = Envelope(entry.ring)
        let middle = (box.minX + box.maxX) / 2
        let wkt =
          "POLYGON ((\(box.minX) \(box.minY), \(middle) \(box.minY), \(middle) \(box.maxY), \(box.minX) \(box.maxY), \(box.minX) \(box.minY)))"
        releases.append("R\(entry.id),cleared,2021-06-01,\(entry.id),\"\(wkt)\"")
      }
    }

    private mutating func add(_ number: Int) {
      let (x, y) = (45 + 0.02 * Double(number), 40 + 0.001 * Double(dice.whole(0...9)))
      let count = dice.whole(4...12)
      // Points on an ellipse in a jagged order of radius: a simple ring, never a box.
      let ring = (0..<count).map { place -> (x: Double, y: Double) in
        let angle = 2 * Double.pi * Double(place) / Double(count)
        let radius = 0.002 + 0.0001 * Double(dice.whole(0...20))
        return (x + radius * cos(angle), y + radius * sin(angle))
      }
      entries.append(
        Entry(
          id: "H\(number)", hazardClass: dice.one(of: ["SHA", "CHA"]),
          date: dice.whole(2015...2020), status: "open", ring: ring))
    }

    /// What people do in a month that moves no ground.
    mutating func passMonth(_ month: Int) {
      for index in entries.indices {
        if dice.once(in: 3) { entries[index].date = 2020 + month }
        if dice.once(in: 4) { entries[index].hazardClass = dice.one(of: ["SHA", "CHA"]) }
        if dice.once(in: 4) {
          entries[index].status = dice.one(of: ["open", "worked on", "suspended"])
        }
      }
    }

    /// A full export: columns and rows in any order, coordinates rounded and rings turned.
    mutating func export() -> String {
      var columns = ["id", "class", "date", "status", "wkt"]
      columns.shuffle(using: &dice)
      var rows: [String] = []
      let (decimals, noise) = (dice.one(of: [6, 7, 9, 15]), dice.once(in: 2))
      for entry in entries.shuffled(using: &dice) where !dice.once(in: 10) {
        let wkt = wkt(entry.ring, decimals: decimals, hasNoise: noise)
        let cells = [
          "id": entry.id, "class": entry.hazardClass, "date": "\(entry.date)-05-01",
          "status": entry.status, "wkt": "\"\(wkt)\"",
        ]
        rows.append(columns.map { cells[$0] ?? "" }.joined(separator: ","))
      }
      return ([columns.joined(separator: ",")] + rows).joined(separator: "\n")
    }

    private mutating func wkt(
      _ ring: [(x: Double, y: Double)], decimals: Int, hasNoise: Bool
    ) -> String {
      let start = dice.whole(0...ring.count - 1)
      var turned = Array(ring[start...] + ring[..<start])
      if dice.once(in: 2) { turned.reverse() }
      turned.append(turned[0])
      let scale = pow(10, Double(decimals))
      let shift = hasNoise && decimals > 7 ? Double(dice.whole(-3...3)) * 1e-9 : 0
      let texts = turned.map { place in
        "\(((place.x + shift) * scale).rounded() / scale) \(((place.y + shift) * scale).rounded() / scale)"
      }
      return "POLYGON ((\(texts.joined(separator: ", "))))"
    }
  }

  private static func area(_ movements: [String], _ causes: Set<String>) -> Double {
    var sum = 0.0
    for line in movements {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if cells[4] == "land", causes.contains(cells[7]) { sum += Double(cells[9]) ?? 0 }
    }
    return sum
  }

  @Test(arguments: 0..<60)
  func nothingIsReopenedOrGivenUpByExportingAgain(seed: Int) throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Living", isSynthetic: false)
    var database = Database(seed: seed)
    var open: [Double] = []
    for month in 1...3 {
      let outcome = try folder.importText(database.export(), as: .hazards, into: book)
      #expect(outcome.refused == 0, "\(outcome.refusals)")
      if !database.releases.isEmpty {
        let header = "id,kind,date,hazard_id,wkt"
        try folder.importText(
          ([header] + database.releases).joined(separator: "\n"), as: .releases, into: book)
      }
      _ = try PostLedger(book).run()
      let movements = try folder.movements(of: book)
      #expect(Self.area(movements, ["given_up"]) == 0, "month \(month), given up")
      #expect(Self.area(movements, ["reopened", "contested"]) == 0, "month \(month), reopened")
      open.append(
        Self.area(movements, ["identified"]) - Self.area(movements, ["released"]))
      database.passMonth(month)
    }
    let check = try CheckBook(book).ledger()
    #expect(!check.hasFindings, "\(check.report.tables)")
    // Hazards that an export left out come later and never go: open ground only grows.
    #expect(zip(open, open.dropFirst()).allSatisfy { $0 <= $1 + 0.01 }, "\(open)")
  }

  private static let header = "id,class,date,wkt\n"

  private func book(_ folder: TemporaryFolder) throws -> Book {
    try Book.make(at: folder.path("book.gpkg"), name: "Living", isSynthetic: false)
  }

  @Test func whatIsChangedBackIsChangedBack() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let square = "\"\(Strip.multipolygon("A"))\""
    let first = Self.header + "H,SHA,2020-01-01,\(square)\n"
    try folder.importText(first, as: .hazards, into: book)
    try folder.importText(
      Self.header + "H,CHA,2020-01-01,\(square)\n", as: .hazards, into: book)
    // The very first file again changes nothing; another file that says the same does.
    let again = try folder.importText(first, as: .hazards, into: book)
    #expect(again.stored == 0 && again.notes.contains { $0.contains("has come before") })
    let back = try folder.importText(first + "\n", as: .hazards, into: book)
    #expect(back.corrections == 1)
    let now = try book.store.read { StandingContents.hazards(try $0.hazards()) }
    #expect(now.map(\.content.hazardClass) == [.suspected])
  }

  @Test func recordsLeftOutAreToldAndStay() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let rows = ["A", "B", "C"].map { "H\($0),SHA,2020-01-01,\"\(Strip.multipolygon("\($0)"))\"" }
    try folder.importText(Self.header + rows.joined(separator: "\n"), as: .hazards, into: book)
    let less = try folder.importText(Self.header + rows[0] + "\n", as: .hazards, into: book)
    #expect(less.notes.contains { $0.hasPrefix("2 of the book's 3 hazards are not in the file") })
    let more = try folder.importText(
      Self.header + "HD,SHA,2020-01-01,\"\(Strip.multipolygon("D"))\"", as: .hazards, into: book)
    #expect(!more.notes.contains { $0.contains("not in the file") })
  }

  @Test func thePolygonThatCameStaysBeside() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let (first, second) = (
      "POLYGON ((45.5 40, 45.51 40, 45.51 40.01, 45.5 40.01, 45.5 40))",
      "POLYGON ((45.51 40.0000003, 45.51 40.01, 45.5 40.01, 45.5 40, 45.51 40.0000003))"
    )
    try folder.importText(
      Self.header + "H,SHA,2020-01-01,\"\(first)\"", as: .hazards, into: book)
    let next = try folder.importText(
      Self.header + "H,CHA,2021-01-01,\"\(second)\"", as: .hazards, into: book)
    #expect(next.stored == 1 && next.notes.contains { $0.hasPrefix("1 polygon is the book's") })
    let polygons = try book.store.read { try $0.hazards().map(\.content.polygon) }
    #expect(polygons.count == 2 && polygons[0] == polygons[1])
    // Farther than rounding goes, it is another polygon.
    let far = second.replacingOccurrences(of: "40.0000003", with: "40.0000007")
    let third = try folder.importText(
      Self.header + "H,CHA,2022-01-01,\"\(far)\"", as: .hazards, into: book)
    #expect(third.stored == 1 && !third.notes.contains { $0.contains("rounding") })
  }
}

extension Envelope {
  fileprivate init(_ ring: [(x: Double, y: Double)]) {
    self.init()
    for place in ring { add(x: place.x, y: place.y) }
  }
}
