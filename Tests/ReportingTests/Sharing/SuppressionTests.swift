import LandRelease
import Testing

@testable import Reporting

/// Figures on few records are withheld, and nobody can work them out.
struct SuppressionTests {
  /// A balance of some districts whose figures add up in rows and columns.
  private struct Book {
    var parts: [[Int]]
    var records: [[Int]]

    init(seed: UInt64, districts: Int) {
      var random = Chance(state: seed)
      records = (0..<districts).map { _ in (0..<4).map { _ in random.below(7) } }
      parts = records.map { row in
        row.map { count in
          count == 0 ? 0 : (0..<count).reduce(0) { sum, _ in sum + 1 + random.below(9000) }
        }
      }
    }

    /// Identified, cancelled, reduced, cleared; then released and closing, which follow.
    func cells(_ parts: [Int]) -> [Int] {
      let released = parts[1] + parts[2] + parts[3]
      return parts + [released, parts[0] - released]
    }

    func counts(_ records: [Int]) -> [Int] {
      let released = records[1] + records[2] + records[3]
      return records + [released, records[0] + released]
    }

    var table: Table {
      let keys = [
        "identified_m2", "cancelled_m2", "reduced_m2", "cleared_m2", "released_m2", "closing_m2",
      ]
      var table = Table(
        id: "balance", title: "Balance",
        columns: [Column("district", "District", .text)] + keys.map { Column($0, $0, .area) },
        rows: parts.indices.map { index in
          row(.body, "D\(index)", parts[index], records[index], keys)
        })
      let total = (0..<4).map { column in parts.reduce(0) { $0 + $1[column] } }
      let counted = (0..<4).map { column in records.reduce(0) { $0 + $1[column] } }
      table.rows.append(row(.total, "Total", total, counted, keys))
      return table
    }

    private func row(
      _ style: Row.Style, _ name: String, _ parts: [Int], _ records: [Int], _ keys: [String]
    ) -> Row {
      var row = Row(
        style,
        [.text(name)] + cells(parts).map { .area(Area(squareCentimetres: Int64($0))) })
      row.records = records.reduce(0, +)
      row.columnRecords = Dictionary(
        zip(keys, counts(records)), uniquingKeysWith: { first, _ in first })
      return row
    }

    /// All that anybody knows of such a table.
    var sums: [Attacker.Sum] {
      let total = parts.count
      let down = (1...6).map { column in
        Attacker.Sum(
          cells: parts.indices.map { ($0, column, 1) } + [(total, column, -1)])
      }
      let across = (0...total).flatMap { row in
        [
          Attacker.Sum(cells: [(row, 2, 1), (row, 3, 1), (row, 4, 1), (row, 5, -1)]),
          Attacker.Sum(cells: [(row, 1, 1), (row, 5, -1), (row, 6, -1)]),
        ]
      }
      return down + across
    }
  }

  @Test(arguments: 1...60)
  func nothingOnFewRecordsCanBeWorkedOut(seed: Int) throws {
    let book = Book(seed: UInt64(seed), districts: 2 + seed % 5)
    let table = book.table
    var left = LeftOut()
    let shared = Suppression([[table]], smallest: 3).tables(of: 0, &left).first
    guard let shared else { return }
    let withheld = shared.rows.map { row in row.cells.map { $0 == .withheld } }
    let attacker = Attacker(withheld: withheld)
    for row in table.rows.indices {
      for column in 1...6 {
        let key = table.columns[column].key
        let count = try #require(table.rows[row].columnRecords[key])
        let amount = try #require(table.rows[row].cells[column].quantity)
        guard count > 0, count < 3, amount != 0 else { continue }
        #expect(withheld[row][column], "seed \(seed): row \(row), \(key) is printed")
        let isKnown = attacker.knows(row, column, from: book.sums)
        #expect(!isKnown, "seed \(seed): row \(row), \(key) can be worked out")
      }
    }
  }

  @Test func whatRestsOnEnoughStaysWhereNothingIsSmall() {
    var table = Self.oneDistrictSmall
    for row in table.rows.indices { table.rows[row].records = 9 }
    var left = LeftOut()
    #expect(Suppression([[table]], smallest: 3).tables(of: 0, &left) == [table])
    #expect(left.sentences == [])
  }

  /// Three districts and their total; the first rests on one record.
  private static var oneDistrictSmall: Table {
    func row(_ style: Row.Style, _ name: String, _ area: Int64, _ records: Int) -> Row {
      Row(style, [.text(name), .area(Area(squareCentimetres: area))]).resting(on: records)
    }
    return Table(
      id: "cleared", title: "Cleared",
      columns: [Column("district", "District", .text), Column("cleared_m2", "Cleared", .area)],
      rows: [
        row(.body, "A", 700, 1), row(.body, "B", 900, 4), row(.body, "C", 5000, 30),
        row(.total, "Total", 6600, 35),
      ])
  }

  @Test func theNextSmallestGoesWithItAndTheTotalStays() throws {
    var left = LeftOut()
    let shared = try #require(
      Suppression([[Self.oneDistrictSmall]], smallest: 3).tables(of: 0, &left).first)
    let cells = shared.rows.map { $0.cells[1] }
    #expect(cells[0] == .withheld)
    #expect(cells[1] == .withheld)
    #expect(cells[2] == .area(Area(squareCentimetres: 5000)))
    #expect(cells[3] == .area(Area(squareCentimetres: 6600)))
    #expect(left.small == 1)
    #expect(left.complementary == 1)
  }

  @Test func theSameFigureInAnotherTableIsWithheldToo() throws {
    let other = Table(
      id: "by_month", title: "By month",
      columns: [Column("month", "Month", .text), Column("cleared_m2", "Cleared", .area)],
      rows: [
        Row(.body, [.text("2024-05"), .area(Area(squareCentimetres: 700))]).resting(on: 12),
        Row(.body, [.text("2024-06"), .area(Area(squareCentimetres: 5900))]).resting(on: 23),
      ])
    var left = LeftOut()
    let shared = Suppression([[Self.oneDistrictSmall, other]], smallest: 3).tables(of: 0, &left)
    #expect(
      shared.flatMap(\.rows).allSatisfy { $0.cells[1] != .area(Area(squareCentimetres: 700)) })
  }

  @Test func aShareThatTellsAWithheldFigureGoes() throws {
    var table = Self.oneDistrictSmall
    table.columns.append(Column("share", "Share", .share))
    for row in table.rows.indices {
      guard case .area(let area) = table.rows[row].cells[1] else { continue }
      table.rows[row].cells.append(
        .share(.area(area), of: .area(Area(squareCentimetres: 6600))))
    }
    var left = LeftOut()
    let shared = try #require(Suppression([[table]], smallest: 3).tables(of: 0, &left).first)
    #expect(shared.rows.map { $0.cells[2] == .withheld } == [true, true, false, false])
  }

  @Test func whatNobodyCountedIsWithheld() throws {
    var table = Self.oneDistrictSmall
    table.rows[2].records = nil
    var left = LeftOut()
    let shared = try #require(Suppression([[table]], smallest: 3).tables(of: 0, &left).first)
    #expect(shared.rows[2].cells[1] == .withheld)
    #expect(left.unknown == 1)
  }

  @Test func aTableOfWithheldFiguresGoes() {
    var table = Self.oneDistrictSmall
    for row in table.rows.indices { table.rows[row].records = 1 }
    var left = LeftOut()
    #expect(Suppression([[table]], smallest: 3).tables(of: 0, &left).isEmpty)
    #expect(left.sentences.contains { $0.contains("Cleared") })
  }

  @Test func aLineThatGoesOnFromAWithheldOneDoesNotTellIt() throws {
    func row(_ style: Row.Style, _ name: String, _ area: Int64, _ records: Int) -> Row {
      Row(style, [.text(name), .area(Area(squareCentimetres: area))]).resting(on: records)
    }
    let bridge = Table(
      id: "bridge", title: "Bridge",
      columns: [Column("line", "Line", .text), Column("total_m2", "Total", .area)],
      rows: [
        row(.result, "net", 1000, 40), row(.body, "repeated", 200, 10),
        row(.result, "gross", 1200, 45), row(.body, "wrong units", 13, 1),
        row(.result, "reported", 1213, 45),
      ])
    var left = LeftOut()
    let shared = try #require(Suppression([[bridge]], smallest: 3).tables(of: 0, &left).first)
    let withheld = shared.rows.map { $0.cells[1] == .withheld }
    #expect(withheld[3])
    #expect(withheld[2] || withheld[4])
  }
}

/// Numbers that are the same in every run.
struct Chance {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
