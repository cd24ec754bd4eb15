import Foundation
import GeometryValues
import LandRelease
import Reporting
import Testing

@testable import Storage
@testable import Workflows

/// What is listed behind a cell adds up to what the cell prints, to the square centimetre.
struct OpenedFigureTests {
  /// What stands beside the random records, so that no line of a bridge is empty.
  private static let beside: [(ImportRequest.Subject, String)] = [
    (
      .releases,
      """
      id,kind,activity,stage,review,date,operator,donor,task_id,district,reported_area_m2
      U1,cleared,clearance,progress,accepted,2019-05-01,Alpha,Fund,T77,D1,5000
      U2,cleared,clearance,completion,accepted,2020-05-01,Alpha,Fund,T77,D1,9000
      U3,cancelled,NTS,completion,accepted,2021-05-01,Beta,,T78,D2,700000
      """
    ),
    (
      .statements,
      """
      actor,from,to,activity,reported_area_ha
      Army,2020-01-01,2020-12-31,clearance,100
      Police,2021-01-01,2021-12-31,NTS,50
      """
    ),
    (
      .devices,
      "id,date,category,quantity,district\nD1,2020-01-01,ap_mine,3,D1\nD2,2021-01-01,uxo,1,D2"
    ),
  ]

  private func randomBook(_ seed: Int, in folder: TemporaryFolder) throws -> Book {
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Random", isSynthetic: false)
    let random = RandomBook(seed: 9_100 + seed)
    try folder.importStage(0, of: 1, random, into: book)
    for (subject, text) in Self.beside { try folder.importText(text, as: subject, into: book) }
    _ = try PostLedger(book).run()
    return book
  }

  /// What `why` adds up for a figure.
  private func opened(
    _ figure: String, _ names: [String], by dimensions: [LedgerDimension], period: Period,
    layer: Layer, _ book: Book
  ) throws -> Cell {
    var request = FigureRequest(figure, of: names)
    request.dimensions = dimensions
    request.period = period
    request.layer = layer
    let report = try ExplainFigure(book).run(request)
    #expect(report.flaws == [])
    let table = try #require(report.tables.first)
    let total = try #require(table.totals.first?.cells[2])
    let parts = table.rows.filter { $0.style == .body }.map { $0.cells[2] }
    switch total {
    case .area(let area):
      let sum = parts.reduce(Area.zero) { if case .area(let part) = $1 { $0 + part } else { $0 } }
      #expect(sum == area)
    case .count(let count):
      let sum = parts.reduce(0) { if case .count(let part) = $1 { $0 + part } else { $0 } }
      #expect(sum == count)
    default: Issue.record("\(total) is no figure")
    }
    return total
  }

  /// Opens every figure of a table that has a name, and holds it against its cell.
  private func expectOpened(
    _ statement: ReportRequest.Statement, by dimensions: [LedgerDimension], period: Period,
    layer: Layer = .land, _ book: Book
  ) throws -> Int {
    var request = ReportRequest(statement: statement, period: period, dimensions: dimensions)
    request.layer = layer
    let report = try MakeReport(book).run(request)
    let table = try #require(report.tables.first { $0.id == statement.rawValue })
    var count = 0
    for row in table.rows where row.style != .total {
      let group = dimensions.map { dimension -> String in
        let place = table.columns.firstIndex { $0.key == dimension.rawValue } ?? 0
        if case .text(let text) = row.cells[place] { return text }
        return ""
      }
      for (column, cell) in zip(table.columns, row.cells) {
        guard let name = Self.figure(column.key, row, table), cell != .empty else { continue }
        let total = try opened(
          name, group, by: dimensions, period: period, layer: layer, book)
        #expect(total == cell, "\(name) of \(group), \(period.text), \(layer)")
        count += 1
      }
    }
    return count
  }

  /// The name of the figure in a column; in a bridge the line of the row goes before the kind.
  private static func figure(_ column: String, _ row: Row, _ table: Table) -> String? {
    guard table.id == "bridge" else { return Figure(named: column).map(\.name) }
    guard let place = table.columns.firstIndex(where: { $0.key == "line" }),
      case .text(let words) = row.cells[place], let line = lines[words]
    else { return nil }
    if column == "total_m2" { return line }
    let kind = column.replacingOccurrences(of: "_m2", with: "")
    // A surface search is of no kind.
    guard line != "surface_search", ReleaseKind(rawValue: kind) != nil else { return nil }
    return "\(line)_\(kind)"
  }

  private static let lines = [
    "net": "net",
    "repeated, strengthened, partial, without effect": "repeated",
    "gross (measured polygons)": "gross",
    "declared less measured": "declared_less_measured",
    "declared without a polygon": "declared_without_polygon",
    "less measured, nothing declared": "measured_undeclared",
    "reported, units corrected": "corrected",
    "wrong units as typed": "wrong_units",
    "reported as typed": "reported",
    "of it superseded progress": "superseded",
    "unplaced, once per record and task": "unplaced",
    "surface search, apart": "surface_search",
  ]

  private static let periods = [
    Period(), Period(from: CalendarDate("2019-06-15"), to: CalendarDate("2021-03-31")),
  ]

  @Test(arguments: 0..<4)
  func everyCellOfABalance(seed: Int) throws {
    let folder = try TemporaryFolder()
    let book = try randomBook(seed, in: folder)
    for period in Self.periods {
      #expect(try expectOpened(.balance, by: [.district], period: period, book) > 20)
      #expect(try expectOpened(.balance, by: [.year], period: period, book) > 9)
    }
    _ = try expectOpened(.balance, by: [.district, .year], period: Self.periods[1], book)
    _ = try expectOpened(.balance, by: [.district], period: Self.periods[0], layer: .ap, book)
  }

  @Test(arguments: 0..<4)
  func everyCellOfProgress(seed: Int) throws {
    let folder = try TemporaryFolder()
    let book = try randomBook(seed, in: folder)
    for period in Self.periods {
      #expect(try expectOpened(.progress, by: [.district], period: period, book) > 9)
      _ = try expectOpened(.progress, by: [.operatorName], period: period, book)
      _ = try expectOpened(.progress, by: [.year, .donor], period: period, book)
    }
    _ = try expectOpened(.progress, by: [.district], period: Self.periods[0], layer: .erw, book)
  }

  @Test(arguments: 0..<4)
  func everyCellOfABridge(seed: Int) throws {
    let folder = try TemporaryFolder()
    let book = try randomBook(seed, in: folder)
    for period in Self.periods {
      #expect(try expectOpened(.bridge, by: [.district], period: period, book) > 40)
      _ = try expectOpened(.bridge, by: [.kind], period: period, book)
    }
  }

  @Test func theHeadlineWithStatements() throws {
    let folder = try TemporaryFolder()
    let book = try randomBook(1, in: folder)
    let report = try MakeReport(book).run(ReportRequest(statement: .progress))
    let table = try #require(report.tables.first { $0.id == "headline" })
    for (row, ending) in zip(table.rows, ["_cleared", ""]) {
      for (place, name) in ["low", "records", "high"].enumerated() {
        let total = try opened(
          name + ending, ["all"], by: [], period: Period(), layer: .land, book)
        #expect(total == row.cells[place + 1], "\(name)\(ending)")
      }
    }
  }

  @Test func theLargestLinesAndTheRest() throws {
    let folder = try TemporaryFolder()
    let book = try randomBook(2, in: folder)
    var request = FigureRequest("closing", of: ["all"])
    let all = try ExplainFigure(book).run(request).tables[0]
    request.top = 3
    let some = try ExplainFigure(book).run(request).tables[0]
    #expect(all.rows.count > 5 && some.rows.count == 5)
    #expect(some.totals == all.totals)
    #expect(Array(some.rows.prefix(3)) == Array(all.rows.prefix(3)))
  }

  @Test func whatIsAskedForHasToBeThere() throws {
    let folder = try TemporaryFolder()
    let book = try randomBook(3, in: folder)
    func message(_ figure: String, _ names: String...) -> String {
      do {
        _ = try ExplainFigure(book).run(FigureRequest(figure, of: names))
        return ""
      } catch { return "\(error)" }
    }
    #expect(message("closed", "all").contains("no figure is called \"closed\""))
    #expect(message("closed", "all").contains("opening, identified"))
    #expect(message("closing", "Nowhere").contains("\"Nowhere\""))
    #expect(message("closing", "Alpha").contains("figure of ground"))
    #expect(message("high", "2020").contains("whole book"))
    #expect(message("closing", "2020", "2021").contains("more than one"))
  }
}
