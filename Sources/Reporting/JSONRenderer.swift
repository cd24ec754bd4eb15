import LandRelease

/// Renders a report as the document that `report.schema.json` describes.
///
/// Areas are exact square metres with four decimals, whatever unit people are shown.
enum JSONRenderer {
  /// The name of the schema, its `$id`.
  static let schema = "urn:landbook:schema:report:1"

  static func render(_ report: Report) -> String {
    let unit: [Stamp] =
      report.hasAreas
      ? [Stamp(key: "area_unit", label: "Area unit", value: AreaUnit.squareMetres.rawValue)] : []
    let stamps = (report.stamps + unit).map { (key: $0.key, value: JSONText.string($0.value)) }
    return JSONText.object([
      ("schema", .string(schema)),
      ("title", .string(report.title)),
      ("subtitle", report.subtitle.map { .string($0) } ?? .null),
      ("stamps", .object(stamps)),
      ("notes", .array(report.notes.map { .string($0) })),
      ("warnings", .array(report.warnings.map { .string($0) })),
      ("main_table", report.main.map { .string($0.id) } ?? .null),
      ("tables", .array(report.tables.map(table))),
    ]).written(linesDownTo: 4)
  }

  private static func table(_ table: Table) -> JSONText {
    .object([
      ("id", .string(table.id)),
      ("title", .string(table.title)),
      ("columns", .array(table.columns.map(column))),
      ("rows", .array(table.records.map { row($0, of: table) })),
      ("totals", .array(table.totals.map { row($0, of: table) })),
    ])
  }

  private static func column(_ column: Column) -> JSONText {
    .object([
      ("key", .string(column.key)),
      ("label", .string(column.label)),
      ("kind", .string(column.kind.word)),
      ("unit", unit(of: column.kind).map { .string($0) } ?? .null),
    ])
  }

  private static func unit(of kind: Column.Kind) -> String? {
    switch kind {
    case .area: AreaUnit.squareMetres.rawValue
    case .ratio(let things, let unit): "\(things)/\(unit.rawValue)"
    case .number(let unit): unit
    default: nil
    }
  }

  private static func row(_ row: Row, of table: Table) -> JSONText {
    .object(
      table.columns.enumerated().map { index, column in
        (key: column.key, value: value(of: row.cell(at: index), column: column))
      })
  }

  private static func value(of cell: Cell, column: Column) -> JSONText {
    let number = cell.machineNumber(column: column).map { JSONText.number($0) } ?? .null
    switch cell {
    case .text(let text): return .string(text)
    case .date(let date): return .string(date.description)
    case .share(let part, let whole, _):
      return .object([
        ("value", number), member("numerator", part), member("denominator", whole),
      ])
    case .ratio(let count, let area, _):
      return .object([
        ("value", number), member("numerator", .count(count)), member("denominator", .area(area)),
      ])
    case .withheld: return .object([("value", .null), ("withheld", .truth(true))])
    case .count, .area, .number, .empty: return number
    }
  }

  /// One side of a quotient; an area says so in its key.
  private static func member(_ name: String, _ quantity: Quantity) -> (key: String, value: JSONText)
  {
    switch quantity {
    case .count(let count): (name, .number(String(count)))
    case .area(let area): (name + "_m2", .number(area.squareMetresText))
    }
  }
}
