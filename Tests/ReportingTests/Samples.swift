import LandRelease
import Reporting

func day(_ text: String) -> Cell {
  CalendarDate(text).map { .date($0) } ?? .text("no such day: \(text)")
}

func hectares(_ figure: Double) -> Area {
  Area(squareMetres: figure * 10_000) ?? .zero
}

/// A report with every kind of cell and every style of row.
let everyKind = Report(
  title: "Land released by district", subtitle: "National",
  stamps: [
    Stamp(key: "period", label: "Period", value: "2023-01-01 to 2023-12-31"),
    Stamp(key: "boundary_set", label: "Boundary set", value: "adm2-2022"),
  ],
  notes: ["No record does not mean no hazard."],
  warnings: ["The ledger is behind by 3 records."],
  tables: [
    Table(
      id: "release", title: "Released in the period",
      columns: [
        Column("district", "District", .text),
        Column("since", "Since", .date),
        Column("tasks", "Tasks", .count),
        Column("released_m2", "Released", .area),
        Column("share_of_open", "Share of open", .share),
        Column("items_per_ha", "Items", .ratio(of: "items", per: .hectares)),
        Column("depth", "Depth", .number(unit: "cm")),
      ],
      rows: [
        .heading("East"),
        Row(
          .body,
          [
            .text("Ağdam"), day("2021-03-04"), .count(1234),
            .area(Area(squareCentimetres: 123_456_789_012)),
            .share(.area(hectares(1)), of: .area(hectares(3))),
            .ratio(2500, per: hectares(200)), .number(12.25),
          ]),
        Row(
          .body,
          [
            .text("Şuşa"), .empty, .count(0), .area(.zero),
            .share(.count(1), of: .count(0)), .ratio(3, per: .zero), .number(.nan),
          ]),
        Row(
          .subtotal,
          [.text("East"), .empty, .count(1234), .area(hectares(1234.5679)), .empty, .empty, .empty]
        ),
        Row(
          .body,
          [
            .text("أغدام"), .empty, .count(-5), .area(Area(squareCentimetres: -5_000_001)),
            .share(.count(-1), of: .count(8), decimals: 2),
            .ratio(0, per: hectares(1), decimals: 0),
            .number(-0.04, decimals: 1),
          ]),
        Row(
          .result,
          [.text("Closing"), .empty, .count(7), .area(hectares(2)), .empty, .empty, .number(1e6)]),
      ],
      totals: [
        Row(
          .total,
          [
            .text("Total"), .empty, .count(1236), .area(Area(squareCentimetres: 123_651_789_011)),
            .share(.count(1), of: .count(1)), .empty, .empty,
          ])
      ]),
    Table(
      id: "empty", title: "Contested", columns: [Column("record", "Record", .text)], rows: []),
  ])

func oneColumn(_ key: String, _ kind: Column.Kind, _ cells: [Cell]) -> Table {
  Table(
    id: "t", title: "T", columns: [Column(key, "A", kind)], rows: cells.map { Row(.body, [$0]) })
}
