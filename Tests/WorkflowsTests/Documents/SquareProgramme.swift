import LandRelease
import Reporting
import Testing

@testable import Workflows

/// A book of squares of 0.01 degrees on the equator's side, all of one size, worked out by hand.
///
/// H1 is confirmed on A and B from 2023, H2 suspected on C from February 2024, H3 suspected on D
/// without a date. In May 2024 OP1 clears A for Donor One (R1), OP2 clears A again for Donor Two
/// (R2), C is cancelled (R3), and R4 clears 5 ha that nobody drew. R5 reduced D in April.
struct SquareProgramme {
  let folder: TemporaryFolder
  let book: Book

  init(claims: String? = nil) throws {
    folder = try TemporaryFolder()
    book = try Book.make(at: folder.path("book.gpkg"), name: "Small", isSynthetic: false)
    try folder.importText(
      """
      code,name,wkt
      D1,West,"\(Self.box(0, 0, 2, 3))"
      D2,East,"\(Self.box(2, 0, 6, 3))"
      """, as: .districts, into: book)
    try folder.importText(
      """
      id,class,date,contamination,district,wkt
      H1,CHA,2023-01-01,ap,D1,"\(Self.box(0, 1, 2, 2))"
      H2,SHA,2024-02-01,ap,D2,"\(Self.box(2, 1, 3, 2))"
      H3,SHA,,ap,D2,"\(Self.box(3, 1, 4, 2))"
      """, as: .hazards, into: book)
    try folder.importText(
      """
      id,kind,activity,date,operator,donor,hazard_id,review,land_use,handed_over_on,reported_area_ha,ap_mines,uxo,wkt
      R1,cleared,clearance,2024-05-10,OP1,Donor One,H1,accepted,farming,2024-05-30,,3,1,"\(Self.box(0, 1, 1, 2))"
      R2,cleared,clearance,2024-05-20,OP2,Donor Two,,accepted,,,,0,2,"\(Self.box(0, 1, 1, 2))"
      R3,cancelled,NTS,2024-05-11,OP1,Donor One,H2,accepted,,,,,,"\(Self.box(2, 1, 3, 2))"
      R4,cleared,clearance,2024-05-15,OP2,Donor Two,,accepted,,,5,,,
      R5,reduced,TS,2024-04-15,OP1,Donor One,H3,accepted,,,,,,"\(Self.box(3, 1, 4, 2))"
      """, as: .releases, into: book)
    try folder.importText(
      """
      id,operator,status
      T1,OP1,completed
      T2,OP2,ongoing
      T3,OP2,ongoing
      """, as: .tasks, into: book)
    _ = try PostLedger(book).run()
  }

  /// A ring of corners in hundredths of a degree.
  private static func box(_ west: Int, _ south: Int, _ east: Int, _ north: Int) -> String {
    func corner(_ x: Int, _ y: Int) -> String { "\(45 + Double(x) / 100) \(Double(y) / 100)" }
    let corners = [
      corner(west, south), corner(east, south), corner(east, north), corner(west, north),
      corner(west, south),
    ]
    return "POLYGON ((\(corners.joined(separator: ", "))))"
  }

  func report(
    _ statement: ReportRequest.Statement, _ period: String? = "2024-05"
  ) throws -> Report {
    let days = try period.map { try #require(Period(named: $0)) } ?? Period()
    var request = ReportRequest(statement: statement, period: days)
    if statement == .completion { request.task = "T1" }
    if statement == .changes {
      request.knownFirst = CalendarDate("2024-01-01")
      request.period.from = nil
    }
    return try MakeReport(book).run(request)
  }

  /// The area of one square, as the ledger measured R1.
  var square: Area {
    get throws {
      let total = try #require(try report(.bulletin).totalAreas("districts"))
      return try #require(total["cancelled_m2"])
    }
  }
}

extension Report {
  /// The areas of a table's row by column; rows are found by the text of their first cells.
  func areas(_ id: String, _ words: String...) -> [String: Area]? {
    guard let table = tables.first(where: { $0.id == id }) else { return nil }
    return table.rows.first { row in
      zip(words, row.cells).allSatisfy { Cell.text($0) == $1 }
    }.map { table.areas(of: $0) }
  }

  func totalAreas(_ id: String) -> [String: Area]? {
    tables.first { $0.id == id }.flatMap { table in table.totals.last.map { table.areas(of: $0) } }
  }

  /// A count of a table's row.
  func count(_ id: String, _ key: String, _ words: String...) -> Int? {
    guard let table = tables.first(where: { $0.id == id }),
      let column = table.columns.firstIndex(where: { $0.key == key }),
      let row = table.rows.first(where: { row in
        zip(words, row.cells).allSatisfy { $0 == "*" || Cell.text($0) == $1 }
      }), case .count(let count) = row.cells[column]
    else { return nil }
    return count
  }
}

extension Table {
  func areas(of row: Row) -> [String: Area] {
    var areas: [String: Area] = [:]
    for (column, cell) in zip(columns, row.cells) {
      if case .area(let area) = cell { areas[column.key] = area }
    }
    return areas
  }
}
