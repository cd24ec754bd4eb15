import GeometryEngine
import GeometryValues
import LandRelease
import Storage

@testable import Workflows

extension LedgerInput {
  /// An input of records that no book holds.
  init(
    hazards: [Stored<Hazard>], releases: [Stored<Release>], tasks: [LandTask],
    districts: [District], keeping: LedgerGrounds.Keeping = .plane, reach: Double = 0
  ) throws {
    let leaves = District.leavesInForce(districts)
    let ground =
      leaves.isEmpty
      ? hazards.compactMap(\.content.polygon) + releases.compactMap(\.content.polygon)
      : leaves.map(\.polygon)
    try self.init(
      plane: EqualAreaPlane.centred(on: ground.map(\.envelope)), tasks: tasks, leaves: leaves,
      keeping: keeping, reach: reach)
    for stored in hazards {
      try add(LedgerHazard(stored), stored.content.polygon, isValid: stored.isValid)
    }
    for stored in releases {
      try add(LedgerRelease(stored), stored.content.polygon, isValid: stored.isValid)
    }
    try finish()
  }
}

extension LedgerHazard {
  /// What the ledger needs of a stored version, without its ground.
  init(_ stored: Stored<Hazard>) {
    let hazard = stored.content
    self.init(
      storedVersion: stored.version, key: hazard.key, hazardClass: hazard.hazardClass,
      types: hazard.contamination, status: hazard.status,
      hasReason: !(hazard.reason ?? "").isEmpty, isConfirmedChange: hazard.isConfirmedChange,
      day: hazard.date.map { Int32($0.dayNumber) } ?? PostedEvent.undated,
      recordedAt: Timestamp(stored.recordedAt)?.milliseconds ?? 0,
      contentHash: stored.hashHead, area: stored.measuredArea?.squareCentimetres, ground: -1,
      reopens: hazard.reopens, source: hazard.source)
  }
}

extension LedgerRelease {
  /// What the ledger needs of a stored content, without its ground.
  init(_ stored: Stored<Release>) {
    let release = stored.content
    self.init(
      storedVersion: stored.version, key: release.key,
      profile: ReleaseProfile(
        kind: release.kind, activity: release.activity, operatorName: release.operatorName,
        donor: release.donor),
      coverage: release.coverage, review: release.review,
      day: release.date.map { Int32($0.dayNumber) },
      approvedDay: release.approvedOn.map { Int32($0.dayNumber) },
      revokedDay: release.revokedOn.map { Int32($0.dayNumber) },
      recordedAt: Timestamp(stored.recordedAt)?.milliseconds ?? 0,
      contentHash: stored.hashHead, area: stored.measuredArea?.squareCentimetres, ground: -1,
      hazards: release.hazards, task: release.task)
  }
}

extension Stored {
  /// The first 64 bits of the content's SHA-256.
  fileprivate var hashHead: UInt64 {
    UInt64(contentHash.prefix(16), radix: 16)
      ?? contentHash.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
