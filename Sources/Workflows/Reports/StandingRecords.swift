import LandRelease
import Storage

/// The contents that count of every hazard and release, with the devices counted once.
struct StandingRecords {
  let hazards: [Stored<Hazard>]
  /// Of any review; accounts take the accepted ones.
  let releases: [Stored<Release>]
  let accepted: [Stored<Release>]
  let devices: [CountedDevice]
  let statements: [LandRelease.Statement]

  init(_ reader: BookReader) throws {
    hazards = StandingContents.hazards(try reader.hazards())
    releases = StandingContents.releases(try reader.releases())
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
