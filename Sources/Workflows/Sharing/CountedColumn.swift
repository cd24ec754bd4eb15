import LandRelease
import Reporting

/// A column whose records can be counted, and the figures that it shows.
struct CountedColumn {
  /// The key of the column.
  let key: String
  /// The text of the rows it is counted in; nil is all.
  let label: String?
  /// A record has a part in the column where it has one in any of these.
  let figures: [Figure]
  /// What devices are counted in it; nil where none are.
  let devices: Set<DeviceCategory>?

  /// The one figure of a table of ways of moving, whose rows say which.
  static let ofTransitions = CountedColumn(
    key: "area_m2", label: nil, figures: [], devices: nil)

  /// The columns of a table, by its rows where each row is a figure of its own.
  static func columns(of table: Table) -> [CountedColumn] {
    let figures = table.columns.filter { isFigure($0.kind) }
    guard let name = table.columns.first, table.columns.count > 1,
      let lines = lines[name.key]
    else { return figures.compactMap { CountedColumn($0.key) } }
    return lines.flatMap { label, line in
      figures.map { column in
        CountedColumn(
          key: column.key, label: label,
          figures: line.map { [$0] } ?? ofHeadline(label, column.key), devices: nil)
      }.map { $0.kept(by: $0.key) }
    }
  }

  private static func isFigure(_ kind: Column.Kind) -> Bool {
    switch kind {
    case .text, .date: false
    default: true
    }
  }

  private init(key: String, label: String?, figures: [Figure], devices: Set<DeviceCategory>?) {
    self.key = key
    self.label = label
    self.figures = figures
    self.devices = devices
  }

  /// - Returns: nil for a column whose figures are not known.
  private init?(_ key: String) {
    let figures = Self.figures(key)
    let devices = Self.devices(key)
    if figures.isEmpty, devices == nil { return nil }
    self.init(key: key, label: nil, figures: figures, devices: devices)
  }

  /// A line of the bridge has a column for each kind.
  private func kept(by key: String) -> CountedColumn {
    guard let kind = ReleaseKind(rawValue: String(key.dropLast(3))) else { return self }
    return CountedColumn(
      key: key, label: label, figures: figures.map { Figure($0.line, kind) }, devices: devices)
  }

  private static func figures(_ key: String) -> [Figure] {
    switch key {
    case "came_in_m2":
      [Figure(.identified), Figure(.reopened), Figure(.contested), Figure(.revoked)]
    case "worked_again_m2": [Figure(.repeated, .cleared)]
    case "open_share": [Figure(.open)]
    case "ever_recorded_share": [Figure(.everRecorded)]
    case "items_per_ha": [Figure(.net, .cleared)]
    default: Figure(named: key).map { $0.line == .items ? [] : [$0] } ?? []
    }
  }

  private static func devices(_ key: String) -> Set<DeviceCategory>? {
    switch key {
    case "items", "items_per_ha": Set(DeviceCategory.allCases.filter(\.isItem))
    case "ap_mines": [.apMine]
    case "av_mines": [.avMine]
    case "other_items":
      Set(DeviceCategory.allCases.filter(\.isItem)).subtracting([.apMine, .avMine])
    default: DeviceCategory(rawValue: key).map { [$0] }
    }
  }

  private static func ofHeadline(_ label: String, _ key: String) -> [Figure] {
    let kind = ReleaseKind(rawValue: label)
    return switch key {
    case "low_m2": [Figure(.low, kind)]
    case "records_m2", "geometry_share": [Figure(.records, kind)]
    default: [Figure(.high, kind)]
    }
  }

  /// Tables whose rows are figures: the key of the column that names them, and what they show.
  private static let lines: [String: [(label: String, figure: Figure?)]] = [
    "measure": [("cleared", nil), ("released", nil)],
    "line": [
      ("net", Figure(.net)),
      ("repeated, strengthened, partial, without effect", Figure(.repeated)),
      ("gross (measured polygons)", Figure(.gross)),
      ("declared less measured", Figure(.declaredLessMeasured)),
      ("declared without a polygon", Figure(.declaredWithoutPolygon)),
      ("less measured, nothing declared", Figure(.measuredUndeclared)),
      ("reported, units corrected", Figure(.corrected)),
      ("wrong units as typed", Figure(.wrongUnits)),
      ("reported as typed", Figure(.reported)),
      ("of it superseded progress", Figure(.superseded)),
      ("unplaced, once per record and task", Figure(.unplaced)),
      ("surface search, apart", Figure(.surfaceSearch)),
    ],
  ]
}
