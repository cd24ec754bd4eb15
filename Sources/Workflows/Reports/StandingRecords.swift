import LandRelease
import Storage

/// The contents that count of every hazard and release, without their polygons, with the devices
/// counted once.
struct StandingRecords {
  let hazards: [Stored<Hazard>]
  /// Of any review; accounts take the accepted ones.
  let releases: [Stored<Release>]
  let accepted: [Stored<Release>]
  let devices: [CountedDevice]
  let statements: [LandRelease.Statement]

  /// - Parameters:
  ///   - clock: the clock by which releases are dated.
  ///   - versions: every version of every hazard.
  init(_ reader: BookReader, clock: LedgerClock, versions: [Stored<Hazard>]) throws {
    hazards = StandingContents.hazards(versions)
    let stored = try reader.releasesWithoutPolygons()
    let dates = ReleaseDates(stored, clock: clock)
    releases = StandingContents.releases(stored).map(dates.dated)
    accepted = releases.filter {
      $0.content.review == .accepted || $0.content.review == .revoked
    }
    devices = CountedDevices.list(
      devices: try reader.devices().map(\.content), releases: accepted,
      counts: try reader.releaseCounts())
    statements = try reader.statements().map(\.content)
  }

  /// Organisations and operators of releases: what they state beside their records counts twice.
  var actorsWithRecords: Set<String> {
    Set(
      accepted.flatMap { [$0.content.key.organisation, $0.content.operatorName ?? ""] }
        .filter { !$0.isEmpty })
  }
}

/// The day of each release on a clock, as the ledger dates its events.
private struct ReleaseDates {
  private let clock: LedgerClock
  private var firstRecorded: [RecordKey: String] = [:]

  init(_ stored: [Stored<Release>], clock: LedgerClock) {
    self.clock = clock
    guard clock == .recorded else { return }
    for release in stored {
      let first = firstRecorded[release.content.key] ?? release.recordedAt
      // Moments are written alike, so that their text is in the order of time.
      firstRecorded[release.content.key] = min(first, release.recordedAt)
    }
  }

  func dated(_ stored: Stored<Release>) -> Stored<Release> {
    guard clock != .effective, stored.content.date != nil else { return stored }
    var dated = stored
    if clock == .approved {
      dated.content.date = stored.content.approvedOn ?? stored.content.date
    } else {
      let first = firstRecorded[stored.content.key] ?? stored.recordedAt
      dated.content.date = Timestamp(first)?.day
      if stored.content.revokedOn != nil {
        dated.content.revokedOn = Timestamp(stored.recordedAt)?.day
      }
    }
    return dated
  }
}
