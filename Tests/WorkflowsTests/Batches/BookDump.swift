import Foundation
import GeometryValues
import LandRelease
import Reporting

@testable import Storage
@testable import Workflows

/// All that a book says, as lines of text: what two books must have in common to be the same.
struct BookDump {
  /// By name of what is dumped.
  private(set) var parts: [String: [String]] = [:]

  /// - Parameter batch: the last batch that is known; nil is all.
  init(_ book: Book, in folder: TemporaryFolder, throughBatch batch: Int64? = nil) throws {
    let info = try book.store.info()
    let day = CalendarDate("2030-01-01")
    let view = try BookView(
      book.store, info, throughBatch: batch ?? info.ledger.lastBatch ?? 0, on: day)
    let cut = Publication.all.filter { !$0.cuts.isEmpty }.map(\.statement)
    for statement in cut + [.monthly, .landRelease] {
      let cuts = Publication.of(statement).cuts
      for dimensions in [[], [LedgerDimension.district, .year]]
      where dimensions.allSatisfy(cuts.contains) {
        let request = ReportRequest(statement: statement, dimensions: dimensions)
        let report = try MakeReport(book).run(request, view)
        parts["\(statement) \(dimensions)"] = report.tables.map(Self.text)
      }
    }
    try view.read { figures in
      let reader = figures.reader
      parts["movement"] = try reader.movements().map(Self.line).sorted()
      parts["hazard versions"] = try reader.hazards().map { "\($0.content)" }.sorted()
      parts["release versions"] = try reader.releases().map { "\($0.content)" }.sorted()
      parts["districts"] = try (info.boundarySets).flatMap {
        try reader.districts(set: $0).map { "\($0.content)" }
      }.sorted()
      parts["tasks"] = try reader.tasks().map { "\($0.content)" }.sorted()
      parts["devices"] = try reader.devices().map { "\($0.content)" }.sorted()
      parts["victims"] = try reader.victims().map { "\($0.content)" }.sorted()
      parts["zones"] = try reader.zones().map { "\($0.content)" }.sorted()
      parts["checks"] = try reader.environmentChecks().map { "\($0.content)" }.sorted()
      parts["accidents"] = try reader.accidents().map { "\($0.content)" }.sorted()
      parts["indicators"] = try reader.indicators().map { "\($0.content)" }.sorted()
      parts["teams"] = try reader.teams().map { "\($0.content)" }.sorted()
      parts["team days"] = try reader.teamDays().map { "\($0.content)" }.sorted()
      parts["contributions"] = try reader.contributions().map { "\($0.content)" }.sorted()
      parts["minefield records"] = try reader.minefieldRecords().map { "\($0.content)" }.sorted()
      parts["statements"] = try reader.statements().map { "\($0.content)" }.sorted()
      parts["claims"] = try reader.claims().map { "\($0)" }.sorted()
      parts["counts"] = try reader.releaseCounts().map { "\($0.value)" }.sorted()
    }
    guard batch == nil else { return }
    parts["findings"] = try book.store.read { try $0.findings() }.filter {
      $0.status != .fixed
    }.map { kept in
      var finding = kept.finding
      finding.place.file = nil
      // A finding that is found again keeps the point where it was put first.
      finding.place.position = nil
      return "\(kept.status) \(finding)"
    }.sorted()
    parts["refused"] = try book.store.read { try $0.refusedRows() }.map { "\($0.row)" }.sorted()
    parts["default set"] = [info.defaultBoundarySet ?? ""]
    try addLayers(book)
    try addMaps(book, folder)
  }

  /// The names of the parts in which two books differ.
  func differences(from other: BookDump) -> [String] {
    Set(parts.keys).union(other.parts.keys).sorted().filter { parts[$0] != other.parts[$0] }
  }

  /// A table as text; the order in which a dictionary is printed is nobody's.
  private static func text(_ table: Table) -> String {
    var plain = table
    for row in plain.rows.indices { plain.rows[row].columnRecords = [:] }
    let records = table.rows.map { $0.columnRecords.sorted { $0.key < $1.key }.map { "\($0)" } }
    return "\(plain) \(records)"
  }

  private static func line(_ movement: Movement) -> String {
    let event = movement.event
    return """
      \(movement.date?.description ?? "") \(event.type) \(event.key) \(event.version) \
      \(movement.district) \(movement.layer) \(movement.from) \(movement.to) \(movement.cause) \
      \(movement.again) \(movement.isInside) \(movement.area.squareCentimetres)
      """
  }

  /// What a map program shows, without the rows' numbers and moments.
  private mutating func addLayers(_ book: Book) throws {
    let package = try ForeignGeoPackage(path: book.store.path)
    for name in ["hazard", "release"] {
      guard let layer = package.layers.first(where: { $0.name == name }) else { continue }
      let hidden = ["fid", "version", "recorded_at"]
      let shown = layer.columns.indices.filter { !hidden.contains(layer.columns[$0]) }
      var lines: [String] = []
      try package.forEachRow(of: layer) { row in
        lines.append("\(shown.map { row.cells[$0] ?? "" }) \(String(describing: row.geometry))")
      }
      parts["layer \(name)"] = lines.sorted()
    }
  }

  private mutating func addMaps(_ book: Book, _ folder: TemporaryFolder) throws {
    for subject in [ExportFile.Subject.remaining, .released, .overlaps] {
      let file = folder.path("\(UUID().uuidString).geojson")
      _ = try ExportFile(book).run(subject, to: file)
      let text = try String(contentsOf: URL(fileURLWithPath: file), encoding: .utf8)
      parts["map \(subject)"] = text.split(separator: "\n").map(String.init).sorted()
    }
  }
}
