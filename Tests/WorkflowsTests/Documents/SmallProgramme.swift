import Foundation
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// A book small enough to work out every figure by hand.
///
/// Its ground is a row of equal cells, 0 to 19, a thousandth of a degree wide and high; district A
/// has the cells 0 to 9 and B the others. Areas are counted in cells.
///
///     cell      0 1 2 3 4 5 6 7 8 9 | 10 11 12 13 14 15 16 17 18 19
///     H1 ap     x x x x             |                               confirmed 2020-01-01
///     H2 ap,av                    x |  x  x                         suspected 2020-02-01
///     H3 -                x x       |                               suspected 2021-01-01
///     H4 cmr                        |              x  x             confirmed 2021-03-01
///     H5 erw                        |                    x  x       suspected 2021-03-01
///     H6 ap                         |        x  x                   suspected 2023-05-01
///     R1 clear  x x                 |                               2023-03-01, X
///     R2 nts                        |     x                         2023-04-01, Y
///     R3 ts                       x |                               2023-06-01, X
///     R4 bac                        |              x                2023-07-01, Y
///     R5 clear      x               |                               2022-05-05, Y
///     R6 spot task, no polygon      |                               2023-08-01, X
///     R7 clear  x                   |                               2023-09-01, Y
struct SmallProgramme {
  let folder: TemporaryFolder
  let book: Book

  init() throws {
    folder = try TemporaryFolder()
    book = try Book.make(at: folder.path("book.gpkg"), name: "Small", isSynthetic: false)
    for (subject, rows) in Self.files {
      try folder.importText(rows.joined(separator: "\n"), as: subject, into: book)
    }
    _ = try PostLedger(book).run()
  }

  static let year = Period(
    from: CalendarDate(year: 2023, month: 1, day: 1),
    to: CalendarDate(year: 2023, month: 12, day: 31))

  func report(
    _ statement: ReportRequest.Statement, _ period: Period = year,
    by dimensions: [LedgerDimension] = [], layer: Layer? = nil
  ) throws -> Report {
    var request = ReportRequest(statement: statement, period: period, dimensions: dimensions)
    request.layer = layer
    return try MakeReport(book).run(request)
  }

  /// Cells of the row as one polygon with a vertex at every corner.
  static func cells(_ first: Int, _ last: Int) -> String {
    let below = (first...last + 1).map { "\(longitude($0)) 40" }
    let above = (first...last + 1).reversed().map { "\(longitude($0)) 40.001" }
    return "\"POLYGON ((\((below + above + [below[0]]).joined(separator: ", "))))\""
  }

  private static func longitude(_ line: Int) -> String {
    "45.0" + (line < 10 ? "0" : "") + "\(line)"
  }

  private static func district(_ west: String, _ east: String) -> String {
    "\"POLYGON ((\(west) 39.99, \(east) 39.99, \(east) 40.02, \(west) 40.02, \(west) 39.99))\""
  }

  private static let files: [(ImportRequest.Subject, [String])] = [
    (
      .districts,
      [
        "code,name,wkt", "A,Alpha,\(district("44.99", "45.010"))",
        "B,Beta,\(district("45.010", "45.03"))",
      ]
    ),
    (
      .tasks,
      [
        "id,hazard_id,operator,donor,type,status,start,end",
        "T1,H1,X,Fund,clearance,completed,2023-02-01,2023-03-01",
      ]
    ),
    (
      .hazards,
      [
        "id,class,contamination,date,source,recorded_at,wkt",
        "H1,CHA,ap,2020-01-01,survey,2020-01-11,\(cells(0, 3))",
        "H2,SHA,\"ap,av\",2020-02-01,survey,2020-02-11,\(cells(9, 11))",
        "H3,SHA,,2021-01-01,survey,2021-01-11,\(cells(5, 6))",
        "H4,CHA,cmr,2021-03-01,,2021-03-11,\(cells(14, 15))",
        "H5,SHA,erw,2021-03-01,,2021-03-11,\(cells(16, 17))",
        "H6,SHA,ap,2023-05-01,,2023-05-11,\(cells(12, 13))",
      ]
    ),
    (
      .releases,
      [
        "id,kind,activity,stage,contamination,date,operator,donor,hazard_id,task_id,depth_cm,land_use,handed_over_on,reported_area_m2,recorded_at,wkt",
        "R1,cleared,clearance,completion,\"ap,av\",2023-03-01,X,Fund,H1,T1,20,farming,2023-04-15,19000,2023-03-31,\(cells(0, 1))",
        "R2,cancelled,nts,,,2023-04-01,Y,,H2,,,,,,2024-06-01,\(cells(11, 11))",
        "R3,reduced,ts,,,2023-06-01,X,,H2,,,,,,2023-06-02,\(cells(9, 9))",
        "R4,cleared,bac,,,2023-07-01,Y,,H4,,20,,,,2023-07-02,\(cells(14, 14))",
        "R5,cleared,clearance,,ap,2022-05-05,Y,,H1,,20,,,,2022-05-06,\(cells(2, 2))",
        "R6,cleared,spot_task,,,2023-08-01,X,,,,,,,,2023-08-02,",
        "R7,cleared,clearance,,ap,2023-09-01,Y,,H1,,,,,,2023-09-02,\(cells(0, 0))",
      ]
    ),
    (
      .devices,
      [
        "id,release_id,date,category,fate,model,quantity,district",
        "D1,R1,2023-03-01,ap_mine,destroyed,M-1,5,A", "D2,R1,2023-03-01,uxo,,U-1,2,A",
        "D3,R4,2023-07-01,submunition,destroyed,S-1,3,B", "D4,R6,2023-08-01,uxo,left_marked,,2,B",
        "D5,,2023-10-10,ap_mine,found,,1,B", "D6,R1,2023-03-01,saa,destroyed,,100,A",
        "D7,R5,2022-05-05,ap_mine,destroyed,M-1,4,A",
      ]
    ),
    (
      .victims,
      [
        "id,date,district,sex,age,outcome,activity,device_category,civilian",
        "V1,2023-01-05,A,male,30,killed,farming,ap_mine,yes",
        "V2,2023-02-05,A,female,17,injured,farming,ap_mine,yes",
        "V3,2023-03-05,B,male,18,injured,demining,uxo,no",
        "V4,2023-04-05,B,female,adult,injured,travel,,yes",
        "V5,2023-05-05,,,40,killed,,uxo,",
        "V6,2022-05-05,A,male,child,killed,play,uxo,yes",
      ]
    ),
  ]

  /// The area of one cell: the zone between two parallels, by the closed formula of the ellipsoid.
  static let cell = Area(squareCentimetres: 94_816_072)
}

extension Report {
  /// The figures of one row of a table by column, areas in cells of the small programme.
  func row(_ table: String, _ names: String...) throws -> [String: String] {
    let table = try #require(tables.first { $0.id == table })
    let row = try #require(
      table.rows.first { Array($0.cells.prefix(names.count)) == names.map { .text($0) } },
      "no row \(names) in \(table.rows)")
    return Dictionary(
      uniqueKeysWithValues: zip(table.columns, row.cells).map { ($0.key, Self.text($1)) })
  }

  /// The total of a table by column.
  func total(_ table: String) throws -> [String: String] { try row(table, "Total") }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .count(let count): "\(count)"
    case .area(let area): inCells(area)
    case .date(let date): date.description
    case .number(let number, _): "\(number)"
    case .share(let part, let whole, _): "\(part) of \(whole)"
    case .ratio(let count, let area, _): "\(count) on \(inCells(area))"
    case .empty, .withheld: ""
    }
  }

  /// Whole cells, but for what edges bend off their parallel and a map measures otherwise (1e-6).
  static func inCells(_ area: Area) -> String {
    let cell = SmallProgramme.cell.squareCentimetres
    let count = (Double(area.squareCentimetres) / Double(cell)).rounded()
    let rest = area.squareCentimetres - Int64(count) * cell
    return abs(rest) <= 100 * Int64(max(1, abs(count))) ? "\(Int(count))" : area.squareMetresText
  }
}

extension Dictionary<String, String> {
  /// Some of the figures, in the order asked for.
  func figures(_ keys: String...) -> [String] { keys.map { self[$0] ?? "no column \($0)" } }
}
