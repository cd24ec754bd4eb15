import LandRelease
import Reporting
import Storage

/// The records of a book that are more sensitive than a profile lets out.
///
/// They are those of the book as it is today, whatever day a report is of: what somebody restricts
/// later must not leave with an earlier state.
struct RestrictedRecords: Hashable, Sendable {
  /// Nothing is restricted.
  static let none = RestrictedRecords()

  /// The most sensitive records that get out; nil lets all out.
  let level: Sensitivity?
  private(set) var hazards: Set<RecordKey> = []
  private(set) var releases: Set<RecordKey> = []
  private(set) var devices: Set<RecordKey> = []
  private var others: Set<RecordKey> = []
  /// The stored versions of restricted hazards and releases.
  private(set) var hazardVersions: Set<Int64> = []
  private(set) var releaseVersions: Set<Int64> = []

  private init() { level = nil }

  /// - Parameter level: the most sensitive records that get out; nil lets all out.
  init(_ reader: BookReader, above level: Sensitivity?) throws {
    self.level = level
    guard let level, level < .severe else { return }
    (hazards, hazardVersions) = try Self.restricted(
      reader.hazardSensitivities(), reader.statedSensitivities(of: .hazard), level)
    (releases, releaseVersions) = try Self.restricted(
      reader.releaseSensitivities(), reader.statedSensitivities(of: .release), level)
    devices = try Self.keys(
      try reader.devices().map(\.content.key), .device, Device.sensitivityByDefault, level, reader)
    others = try Self.keys(
      try reader.minefieldRecords().map(\.content.key), .minefieldRecord,
      MinefieldRecord.sensitivityByDefault, level, reader)
    others.formUnion(
      try Self.keys(
        try reader.accidents().map(\.content.key), .accident, Accident.sensitivityByDefault, level,
        reader))
    others.formUnion(
      try Self.keys(
        try reader.victims().map(\.content.key), .victim, Victim.sensitivityByDefault, level,
        reader))
  }

  /// The last level stated of a record counts, else the highest of its versions.
  private static func restricted(
    _ versions: [BookReader.DefaultSensitivity], _ stated: [RecordKey: Sensitivity],
    _ level: Sensitivity
  ) -> (keys: Set<RecordKey>, versions: Set<Int64>) {
    let keys = Set(
      versions.lazy.filter { (stated[$0.key] ?? $0.level) > level }.map(\.key))
    if keys.isEmpty { return ([], []) }
    return (keys, Set(versions.lazy.filter { keys.contains($0.key) }.map(\.version)))
  }

  private static func keys(
    _ keys: [RecordKey], _ table: BookReader.SensitiveTable, _ byDefault: SensitivityJudgement,
    _ level: Sensitivity, _ reader: BookReader
  ) throws -> Set<RecordKey> {
    let stated = try reader.statedSensitivities(of: table)
    return Set(keys.filter { (stated[$0] ?? byDefault.level) > level })
  }

  /// Whether nothing is restricted.
  var isEmpty: Bool { hazards.isEmpty && releases.isEmpty && devices.isEmpty && others.isEmpty }

  /// How many records stay out of a file of one subject.
  func count(in subject: ExportFile.Subject) -> Int {
    switch subject {
    case .district, .victim, .accident: 0
    case .hazard: hazards.count
    case .release: releases.count
    case .device: devices.count
    case .movement, .remaining, .released, .overlaps: hazards.count + releases.count
    }
  }

  func holds(_ type: EventReference.RecordType, _ key: RecordKey) -> Bool {
    switch type {
    case .hazard: hazards.contains(key)
    case .release: releases.contains(key)
    }
  }

  /// The ids of restricted hazards, which links name with or without their organisation.
  var hazardLinks: Set<String> {
    Set(hazards.map(\.id)).union(hazards.map(\.description))
  }

  /// The ids of restricted releases, which links name with or without their organisation.
  var releaseLinks: Set<String> {
    Set(releases.map(\.id)).union(releases.map(\.description))
  }

  /// What texts must not name.
  var names: RestrictedNames {
    RestrictedNames(
      hazards.union(releases).union(devices).union(others).map(\.id), above: level ?? .severe)
  }
}

extension SensitivityJudgement {
  /// Of all versions of one hazard.
  init(ofHazard versions: [Stored<Hazard>]) {
    self.init(
      stated: inOrderOfRecording(versions).compactMap(\.sensitivity),
      defaults: versions.map(\.content.sensitivityByDefault))
  }

  /// Of all contents of one release.
  init(ofRelease contents: [Stored<Release>]) {
    self.init(
      stated: inOrderOfRecording(contents).compactMap(\.sensitivity),
      defaults: contents.map(\.content.sensitivityByDefault))
  }
}

/// The order in which versions were recorded, whichever file came first.
private func inOrderOfRecording<Content>(_ versions: [Stored<Content>]) -> [Content] {
  versions.sorted { ($0.recordedAt, $0.version) < ($1.recordedAt, $1.version) }.map(\.content)
}
