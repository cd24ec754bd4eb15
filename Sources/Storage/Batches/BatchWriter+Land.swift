internal import Foundation
internal import GRDB
internal import GeometryValues
public import LandRelease

extension BatchWriter {
  /// Stores a version of a hazard, unless the book has it.
  ///
  /// A row is known again by key, date, content and, where it names one, its moment of recording.
  public func store(
    _ hazard: Hazard, row: Int? = nil, measured: Measured = Measured()
  ) throws -> StoreOutcome {
    let event = LandEvent(key: hazard.key, date: .some(hazard.date))
    var circumstances = circumstances(hazard.polygon, measured, row: row)
    circumstances.isWithdrawn = hazard.status == .withdrawn && !(hazard.reason ?? "").isEmpty
    let outcome = try store(event, recordedAt: hazard.recordedAt, in: .hazard, circumstances) {
      HazardRow.write(hazard, to: &$0)
    }
    return try settle(outcome, of: .hazard) { $0.touchHazard(hazard.key) }
  }

  /// Stores a release, unless the book has it; any other content of its key is a correction.
  ///
  /// - Parameter counts: what the row says was found, which device records of their own beat.
  public func store(
    _ release: Release, counts: [DeviceCategory: Int] = [:], row: Int? = nil,
    measured: Measured = Measured()
  ) throws -> StoreOutcome {
    let event = LandEvent(key: release.key, date: nil)
    var circumstances = circumstances(release.polygon, measured, row: row)
    let hazards = release.hazards
    circumstances.layerOnly = [hazards.isEmpty ? nil : hazards.joined(separator: ", ")]
    let outcome = try store(event, recordedAt: release.recordedAt, in: .release, circumstances) {
      ReleaseRow.write(release, counts: counts, to: &$0)
    }
    return try settle(outcome, of: .release) { $0.touchRelease(release.key) }
  }

  private func circumstances(
    _ polygon: MultiPolygon?, _ measured: Measured, row: Int?
  ) -> LandWriter.Circumstances {
    var circumstances = LandWriter.Circumstances(
      polygon: polygon, measured: measured, recordedAt: atText, batch: batch, row: row)
    circumstances.isRepeated = repeatsFile
    circumstances.isByHand = isByHand
    return circumstances
  }

  private func store(
    _ event: LandEvent, recordedAt: String?, in table: LandTable,
    _ circumstances: LandWriter.Circumstances, _ write: (inout RecordColumns) -> Void
  ) throws -> LandWriter.Outcome {
    var (event, circumstances) = (event, circumstances)
    if let recordedAt {
      guard let moment = Timestamp(recordedAt)?.description else {
        return .refused(
          .refused(
            field: "recorded_at", reason: "\"\(recordedAt)\" is no date or time",
            remedy: "write it like 2026-03-01 or 2026-03-01T08:30:00Z"))
      }
      event.moment = moment
      circumstances.recordedAt = moment
    }
    if let refusal = Self.refusal(of: circumstances.polygon) { return .refused(refusal) }
    return try landWriter(of: table).store(event, circumstances, write)
  }

  private func settle(
    _ outcome: LandWriter.Outcome, of table: LandTable, touch: (inout CurrentLayers) -> Void
  ) throws -> StoreOutcome {
    switch outcome {
    case .refused(let refusal): return refusal
    case .unchanged(let version):
      if takesEdits { touch(&currentLayers) }
      return try unchanged(version, of: table.versions)
    case .stored(let version, let novelty, let isShown):
      if !isShown { touch(&currentLayers) }
      return stored(version, novelty)
    }
  }

  static func refusal(of polygon: MultiPolygon?) -> StoreOutcome? {
    guard let polygon, !polygon.coordinates.allSatisfy({ $0.isFinite }) else { return nil }
    return .refused(
      field: "polygon", reason: "a coordinate is not a finite number",
      remedy: "correct the polygon and import the row again")
  }
}
