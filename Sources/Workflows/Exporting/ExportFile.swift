import GeometryValues
import Interchange
import LandRelease
public import Reporting
import Storage

/// Writes one table or layer of a book to a file, the format by the file's ending.
public struct ExportFile {
  /// What can be exported.
  public enum Subject: String, CaseIterable, Sendable {
    case movement, district, hazard, release, device, victim, accident
    case remaining, released, overlaps

    /// The map of the state that is meant, for subjects that are one.
    public var map: StateMapRequest.Subject? { StateMapRequest.Subject(rawValue: rawValue) }
  }

  private let book: LandBook

  /// Makes the export of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// - Parameters:
  ///   - viewpoint: from where the ledger and the records are looked at.
  ///   - sharing: whom the file is for.
  /// - Returns: how many rows were written, and what was left out.
  public func run(
    _ subject: Subject, to path: String, from viewpoint: Viewpoint = Viewpoint(),
    sharing: SharingProfile = .internal
  ) throws -> ExportOutcome {
    if let map = subject.map {
      return try ExportMap(book).run(StateMapRequest(map), to: path, sharing: sharing)
    }
    try OutputPath.check(path)
    let shared = try table(subject, from: viewpoint, sharing: sharing)
    let rows = try LayerWriter.write(shared.shown, to: path) {
      try ExportedStyle.add(to: $0, layer: shared.shown.name, like: shared.whole.name)
    }.rows
    return ExportOutcome(rows: rows, gap: shared.gap)
  }

  /// One table of the records as the profile lets it out, its rows in memory.
  ///
  /// - Parameter subject: any but the maps.
  func table(
    _ subject: Subject, from viewpoint: Viewpoint = Viewpoint(), sharing: SharingProfile
  ) throws -> SharedTable {
    if [.victim, .accident].contains(subject), !sharing.leavesAll {
      throw WorkflowError(
        .usage, "\(subject.rawValue)s leave the book one by one for the programme itself alone",
        remedy: "landbook report \(subject.rawValue)s counts them for others.")
    }
    let restricted = try ShareReports(book, sharing).restricted()
    var shared = try SharedExport(
      subject.rawValue, of: sharing, isSynthetic: book.info().isSynthetic,
      leavingOut: restricted.count(in: subject))
    let view = try BookView(book, from: viewpoint)
    return try view.read { figures in
      let (reader, set) = (figures.reader, view.boundaries.set)
      shared.restrictedSquareMetres = try Self.ground(of: subject, restricted, reader)
      let table =
        switch subject {
        case .movement: try MovementLines(reader, leavingOut: restricted).table
        case .district: try Self.districts(reader, set: set)
        case .hazard: try Self.hazards(reader, leavingOut: restricted)
        case .release: try Self.releases(reader, leavingOut: restricted)
        case .victim: try Self.victims(reader)
        case .accident: try Self.accidents(reader)
        case .device, .remaining, .released, .overlaps:
          try Self.devices(reader, leavingOut: restricted)
        }
      return SharedTable(whole: table, shown: try shared.applied(to: table), gap: shared.gap)
    }
  }

  /// The measured ground of the records that stay out of a layer; nil where the subject has none.
  private static func ground(
    of subject: Subject, _ restricted: RestrictedRecords, _ reader: BookReader
  ) throws -> Double? {
    let areas: [Area?]
    switch subject {
    case .hazard where !restricted.hazards.isEmpty:
      areas = StandingContents.hazards(try reader.hazards())
        .filter { restricted.hazards.contains($0.content.key) }.map(\.measuredArea)
    case .release where !restricted.releases.isEmpty:
      areas = StandingContents.releases(try reader.releases())
        .filter { restricted.releases.contains($0.content.key) }.map(\.measuredArea)
    default: return nil
    }
    return areas.compactMap { $0?.squareMetres }.reduce(0, +)
  }

  private static func districts(_ reader: BookReader, set: String?) throws -> ExportTable {
    let rows = try set.map { try reader.districts(set: $0) } ?? []
    return layer(
      "district", ["code", "name", "parent"], rows, polygon: { $0.content.polygon }
    ) { stored in
      let district = stored.content
      return [.text(district.code), .text(district.name), text(district.parent)]
    }
  }

  private static func hazards(
    _ reader: BookReader, leavingOut restricted: RestrictedRecords
  ) throws -> ExportTable {
    let rows = StandingContents.hazards(try reader.hazards())
      .filter { !restricted.hazards.contains($0.content.key) }
    let unsaid = restricted.hazardLinks.union(restricted.releaseLinks)
    return layer(
      "hazard",
      [
        "id", "organisation", "class", "status", "reason", "contamination", "date", "district",
        "reopens", "origin", "source", "sensitivity", "recorded_at",
      ], rows, polygon: { $0.content.polygon }, reported: { $0.content.reportedArea }
    ) { stored in
      let hazard = stored.content
      return [
        .text(hazard.key.id), .text(hazard.key.organisation), .text(hazard.hazardClass.rawValue),
        text(hazard.status?.rawValue), text(hazard.reason), .text(hazard.contamination.text),
        date(hazard.date), text(hazard.district),
        text(hazard.reopens.flatMap { unsaid.contains($0) ? nil : $0 }), text(hazard.origin),
        text(hazard.source), text(hazard.sensitivity?.rawValue), text(hazard.recordedAt),
      ]
    }
  }

  private static func releases(
    _ reader: BookReader, leavingOut restricted: RestrictedRecords
  ) throws -> ExportTable {
    let rows = StandingContents.releases(try reader.releases())
      .filter { !restricted.releases.contains($0.content.key) }
    let unsaid = restricted.hazardLinks
    return layer(
      "release",
      [
        "id", "organisation", "kind", "activity", "stage", "review", "revoked_on", "contamination",
        "date", "approved_on", "district", "hazard_id", "task_id", "method", "operator", "donor",
        "depth_cm", "land_use", "handed_over_on", "sensitivity", "recorded_at",
      ], rows, polygon: { $0.content.polygon }, reported: { $0.content.reportedArea }
    ) { stored in
      let release = stored.content
      let hazards = release.hazards.filter { !unsaid.contains($0) }
      return [
        .text(release.key.id), .text(release.key.organisation), .text(release.kind.rawValue),
        text(release.activity?.rawValue), text(release.stage?.rawValue),
        .text(release.review.rawValue), date(release.revokedOn), text(release.contamination?.text),
        date(release.date), date(release.approvedOn), text(release.district),
        text(hazards.isEmpty ? nil : hazards.joined(separator: ",")),
        text(release.task), text(release.releaseMethod), text(release.operatorName),
        text(release.donor), text(release.depthCentimetres.map { "\($0)" }),
        text(release.landUse), date(release.handedOverOn), text(release.sensitivity?.rawValue),
        text(release.recordedAt),
      ]
    }
  }

  private static func devices(
    _ reader: BookReader, leavingOut restricted: RestrictedRecords
  ) throws -> ExportTable {
    let rows = try reader.devices().map(\.content)
      .filter { !restricted.devices.contains($0.key) }
    let unsaid = restricted.releaseLinks
    return ExportTable(
      name: "device",
      columns: [
        .init("id"), .init("date", .date), .init("category"), .init("model"),
        .init("quantity", .integer), .init("release_id"), .init("sensitivity"),
      ], hasGeometry: true
    ) { visit in
      for device in rows {
        try visit(
          ExportRow(
            cells: [
              .text(device.key.id), device.date.map { .date($0) } ?? .empty,
              .text(device.category.rawValue), text(device.model), .integer(device.quantity),
              text(device.release.flatMap { unsaid.contains($0) ? nil : $0 }),
              text(device.sensitivity?.rawValue),
            ], geometry: device.position.map { .points([$0]) }))
      }
    }
  }

  private static func victims(_ reader: BookReader) throws -> ExportTable {
    let rows = try reader.victims().map(\.content)
    return ExportTable(
      name: "victim",
      columns: [
        .init("id"), .init("organisation"), .init("date", .date), .init("district"), .init("sex"),
        .init("age"), .init("outcome"), .init("activity"), .init("device_category"),
        .init("civilian"), .init("accident_id"), .init("sensitivity"),
      ], hasGeometry: true
    ) { visit in
      for victim in rows {
        try visit(
          ExportRow(
            cells: [
              .text(victim.key.id), .text(victim.key.organisation), date(victim.date),
              text(victim.district), text(victim.sex), text(victim.age),
              .text(victim.outcome.rawValue), text(victim.activity),
              text(victim.deviceCategory), text(victim.isCivilian.map { $0 ? "yes" : "no" }),
              text(victim.accident),
              text(victim.sensitivity?.rawValue),
            ], geometry: victim.position.map { .points([$0]) }))
      }
    }
  }

  static func text(_ text: String?) -> ExportCell { text.map { .text($0) } ?? .empty }

  static func date(_ date: CalendarDate?) -> ExportCell { date.map { .date($0) } ?? .empty }

  private static func decimal(_ area: Area?) -> ExportCell {
    area.map { .decimal($0.squareMetresText) } ?? .empty
  }

  /// A layer of polygons whose last columns are the reported area as typed and the measured one.
  ///
  /// The names are such that a file read back gives the same records.
  private static func layer<Content>(
    _ name: String, _ columns: [String], _ rows: [Stored<Content>],
    polygon: @escaping (Stored<Content>) -> MultiPolygon?,
    reported: @escaping (Stored<Content>) -> ReportedArea? = { _ in nil },
    cells: @escaping (Stored<Content>) -> [ExportCell]
  ) -> ExportTable {
    ExportTable(
      name: name,
      columns: columns.map { .init($0, Self.dates.contains($0) ? .date : .text) } + [
        .init("reported_area_m2", .decimal), .init("measured_m2", .decimal),
      ], hasGeometry: true
    ) { visit in
      for stored in rows {
        try visit(
          ExportRow(
            cells: cells(stored) + [
              decimal(reported(stored)?.asTyped), decimal(stored.measuredArea),
            ],
            geometry: polygon(stored).map { Geometry.polygons($0) }))
      }
    }
  }

  private static let dates: Set<String> = ["date", "revoked_on", "approved_on", "handed_over_on"]
}
