import Foundation
import GeometryValues
import LandRelease
import Testing

@testable import Reporting

/// Reports that try what a page can do.
enum SamplePages {
  /// What a record may hold that would be harmful if it became part of the page.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "</style><script>alert(3)",
    "' onmouseover='alert(4)", "</script><svg onload=alert(5)>", "<!-- ", "]]>", "&lt;b&gt;",
    "javascript:alert(6)", "{{7*7}}", "\u{202E}txt.exe", "a\u{0}b\u{8}c\u{1B}[31m", "\\3c b",
    "<a href=http://example.org/>", "%3Cscript%3E", "\u{FFFF}",
  ]

  /// The reports by a name that fits on a line.
  enum Name: String, CaseIterable {
    case country, hostile, kinds, many, empty

    var report: Report {
      switch self {
      case .country: SamplePages.country
      case .hostile: SamplePages.infected
      case .kinds: everyKind
      case .many: SamplePages.report(rows: 78)
      case .empty: Report(title: "Nothing yet")
      }
    }
  }

  static let country = report()

  static func report(rows: Int = 12) -> Report {
    var dice = SplitMix(state: 7)
    let names = districts(rows)
    let columns =
      [
        Column("district", "District", .text), Column("name", "Name", .text),
        Column("opening_m2", "Opening", .area), Column("identified_m2", "Identified", .area),
        Column("cancelled_m2", "Cancelled", .area), Column("reduced_m2", "Reduced", .area),
        Column("cleared_m2", "Cleared", .area), Column("closing_m2", "Closing", .area),
      ] + (1...5).map { Column("more_\($0)_m2", "Further column \($0)", .area) }
    var lines: [[Area]] = []
    for _ in names {
      let flows = (0..<4).map { _ in hectares(Double.random(in: 0...900, using: &dice)) }
      let opening = hectares(Double.random(in: 3000...9000, using: &dice))
      let closing = opening + flows[0] - flows[1] - flows[2] - flows[3]
      lines.append([opening] + flows + [closing] + Array(repeating: .zero, count: 5))
    }
    var balance = Table(
      id: "balance", title: "Open land by district", columns: columns,
      rows: zip(names, lines).enumerated().map { index, line in
        var row = Row(
          .body, [.text("AB\(100 + index)"), .text(line.0)] + line.1.map { .area($0) })
        row.opens = index < 4 ? "ground_\(index)" : nil
        return row
      },
      totals: [
        Row(
          .total,
          [.text("Total"), .empty]
            + (0..<11).map { column in .area(lines.reduce(.zero) { $0 + $1[column] }) })
      ])
    balance.section = "Balance per district"
    balance.notes = [
      "Closing = opening + identified - cancelled - reduced - cleared.",
      "A district with nothing open has no open record.",
    ]
    var report = Report(
      title: "Land release summary", subtitle: "Synthetia, January to December 2023",
      stamps: everyKind.stamps + [
        Stamp(key: "book", label: "Book", value: "synthetia.gpkg"),
        Stamp(key: "area_method", label: "Area", value: "WGS 84 ellipsoid, geodesic edges"),
      ],
      notes: ["These are records of decisions. No record does not mean no hazard."],
      warnings: ["SYNTHETIC: this book describes a country that does not exist."],
      tables: [headline, balance, months, bridge])
    report.charts = [
      Chart(
        "Released by kind", of: "balance", as: .stackedBars, by: "name",
        ["cancelled_m2", "reduced_m2", "cleared_m2"]),
      Chart("Open land at the end", of: "balance", as: .bars, by: "name", ["closing_m2"]),
      Chart(
        "Released month by month", of: "months", as: .stackedBars, by: "month",
        ["cancelled_m2", "reduced_m2", "cleared_m2"]),
      Chart(
        "Released since the beginning", of: "months", as: .lines, by: "month",
        ["cleared_m2", "released_m2"]),
      Chart("From net to reported", of: "bridge", as: .waterfall, by: "line", ["total_m2"]),
    ]
    report.details = (0..<4).map { detail($0, names[$0], lines[$0]) }
    report.maps = [map(names)]
    return report
  }

  static let headline: Table = {
    var table = Table(
      id: "headline", title: "Headline figures",
      columns: [
        Column("measure", "Measure", .text), Column("low_m2", "Low (net)", .area),
        Column("records_m2", "Records", .area), Column("high_m2", "High", .area),
      ],
      rows: [
        Row(
          .body,
          [
            .text("Cleared"), .area(hectares(4321)), .area(hectares(4400)), .area(hectares(9000)),
          ])
      ])
    table.notes = ["Low counts each square metre once; high adds what others stated."]
    return table
  }()

  static let months: Table = {
    var dice = SplitMix(state: 11)
    var sum = [Area.zero, .zero]
    var table = Table(
      id: "months", title: "Progress by month",
      columns: [
        Column("month", "Month", .text), Column("cancelled_m2", "Cancelled", .area),
        Column("reduced_m2", "Reduced", .area), Column("cleared_m2", "Cleared", .area),
        Column("released_m2", "Released so far", .area),
      ],
      rows: (1...12).map { month in
        let flows = (0..<3).map { _ in hectares(Double.random(in: 10...300, using: &dice)) }
        sum[0] += flows.reduce(.zero, +)
        return Row(
          .body,
          [.text(month < 10 ? "2023-0\(month)" : "2023-\(month)")] + flows.map { .area($0) }
            + [.area(sum[0])])
      })
    table.section = "Progress over time"
    return table
  }()

  static let bridge: Table = {
    let steps: [(String, Double, Row.Style)] = [
      ("net", 4321, .result), ("repeated by the same operator", 120, .body),
      ("strengthened", 44, .body), ("gross (measured polygons)", 4485, .result),
      ("declared less measured", -310, .body), ("declared without a polygon", 505, .body),
      ("reported, units corrected", 4680, .result), ("wrong units as typed", 900, .body),
      ("reported as typed", 5580, .result),
    ]
    var table = Table(
      id: "bridge", title: "Bridge from net to reported area",
      columns: [Column("line", "Line", .text), Column("total_m2", "Total", .area)],
      rows: steps.map { Row($0.2, [.text($0.0), .area(hectares($0.1))]) })
    table.section = "Bridge"
    return table
  }()

  static func detail(_ index: Int, _ name: String, _ line: [Area]) -> Table {
    let columns = [
      Column("record", "Record", .text, reveals: .record), Column("date", "Date", .date),
      Column("cause", "Cause", .text), Column("area_m2", "Area", .area),
    ]
    let parts = [
      ("opening_m2", "Opening", 0), ("identified_m2", "Identified", 1),
      ("cleared_m2", "Cleared", 4),
    ]
    return Table(
      id: "ground_\(index)", title: name, columns: columns,
      rows: parts.flatMap { key, label, place -> [Row] in
        var heading = Row.heading(label)
        heading.key = key
        let half = Area(squareCentimetres: line[place].squareCentimetres / 2)
        return [
          heading,
          Row(
            .body, [.text("HA-\(index)-1"), day("2021-03-04"), .text("identified"), .area(half)]),
          Row(
            .body,
            [
              .text("HA-\(index)-2"), day("2022-07-01"), .text("identified"),
              .area(line[place] - half),
            ]),
          Row(.subtotal, [.text(label), .empty, .empty, .area(line[place])]),
        ]
      })
  }

  static func districts(_ count: Int) -> [String] {
    let known = [
      "Alder Vale", "Brook Hollow", "Cedar Ridge and the Upper Settlements of the River",
      "Dunmere", "Eastmark", "Fenwick", "Goldcrest", "Harrow", "Ironwood", "Juniper Flats",
      "Kestrel", "Larkspur",
    ]
    return (0..<count).map { $0 < known.count ? known[$0] : "District \($0 + 1)" }
  }

  static func map(_ names: [String]) -> MapFigure {
    var dice = SplitMix(state: 3)
    let side = 4
    func square(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> MultiPolygon {
      MultiPolygon(rings: [
        [
          Position(x: x, y: y), Position(x: x + width, y: y),
          Position(x: x + width, y: y + height), Position(x: x, y: y + height),
        ]
      ])
    }
    let districts = names.prefix(side * side).enumerated().map { index, name in
      MapFigure.Shape(
        square(46 + 0.5 * Double(index % side), 39 + 0.4 * Double(index / side), 0.5, 0.4),
        title: name + ": 12 records", opens: index < 4 ? "ground_\(index)" : nil)
    }
    func layer(_ subject: MapFigure.Subject, _ title: String, _ count: Int) -> MapFigure.Layer {
      MapFigure.Layer(
        subject, title: title,
        shapes: (0..<count).map { index in
          let size = Double.random(in: 0.001...0.12, using: &dice)
          return MapFigure.Shape(
            blob(
              x: Double.random(in: 46.1...47.9, using: &dice),
              y: Double.random(in: 39.1...40.1, using: &dice), radius: size, &dice),
            title: "\(title) \(index + 1)", opens: index == 0 ? "ground_0" : nil)
        })
    }
    return MapFigure(
      title: "Open and released land",
      layers: [
        MapFigure.Layer(.district, title: "Districts", shapes: Array(districts)),
        layer(.cancelled, "Cancelled", 8), layer(.reduced, "Reduced", 8),
        layer(.cleared, "Cleared", 12), layer(.givenUp, "Given up", 3),
        layer(.suspected, "Suspected hazardous area", 14),
        layer(.confirmed, "Confirmed hazardous area", 12), layer(.finding, "Findings", 3),
      ],
      notes: [
        "No record does not mean no hazard.",
        "Boundaries imply no opinion on the status of any territory.",
      ])
  }

  static func blob(
    x: Double, y: Double, radius: Double, _ dice: inout SplitMix
  ) -> MultiPolygon {
    MultiPolygon(rings: [
      (0..<24).map { step in
        let angle = Double(step) / 24 * 2 * Double.pi
        let reach = radius * Double.random(in: 0.7...1, using: &dice)
        return Position(x: x + reach * cos(angle), y: y + reach * 0.8 * sin(angle))
      }
    ])
  }

  /// A report that has a harmful text in every place that takes one.
  static let infected: Report = {
    var turn = 0
    func next() -> String {
      turn += 1
      return hostile[turn % hostile.count] + " \(turn)"
    }
    var report = SamplePages.report(rows: 6)
    report.title = next()
    report.subtitle = next()
    report.stamps = [
      Stamp(key: "book", label: next(), value: next()),
      Stamp(key: "period", label: next(), value: next()),
    ]
    report.notes = hostile
    report.warnings = hostile
    func infect(_ table: Table) -> Table {
      var table = table
      table.title = next()
      table.section = next()
      table.notes = [next(), next()]
      for index in table.columns.indices { table.columns[index].label = next() }
      for index in table.rows.indices {
        table.rows[index].cells = table.rows[index].cells.map { cell in
          if case .text = cell { .text(next()) } else { cell }
        }
      }
      return table
    }
    report.tables = report.tables.map(infect)
    report.details = report.details.map(infect)
    for index in report.charts.indices { report.charts[index].title = next() }
    for (place, map) in report.maps.enumerated() {
      report.maps[place].title = next()
      report.maps[place].notes = [next()]
      for (layer, content) in map.layers.enumerated() {
        report.maps[place].layers[layer].title = next()
        for shape in content.shapes.indices {
          report.maps[place].layers[layer].shapes[shape].title = next()
        }
      }
    }
    return report
  }()
}
