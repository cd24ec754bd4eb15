import Interchange
import LandRelease
import Storage

extension ExportFile {
  /// The current accidents, under the names by which a file of them is read back.
  static func accidents(_ reader: BookReader) throws -> ExportTable {
    let rows = try reader.accidents().map(\.content)
    return ExportTable(
      name: "accident",
      columns: [
        .init("id"), .init("organisation"), .init("date", .date), .init("district"),
        .init("device_category"), .init("activity"), .init("demining"), .init("killed", .integer),
        .init("injured", .integer), .init("accuracy_m", .decimal), .init("sensitivity"),
      ], hasGeometry: true
    ) { visit in
      for accident in rows {
        try visit(
          ExportRow(
            cells: [
              .text(accident.key.id), .text(accident.key.organisation), date(accident.date),
              text(accident.district), text(accident.deviceCategory), text(accident.activity),
              text(accident.isDemining.map { $0 ? "yes" : "no" }),
              accident.killed.map { .integer($0) } ?? .empty,
              accident.injured.map { .integer($0) } ?? .empty,
              accident.accuracyMetres.map { .decimal("\($0)") } ?? .empty,
              text(accident.sensitivity?.rawValue),
            ], geometry: accident.position.map { .points([$0]) }))
      }
    }
  }
}
