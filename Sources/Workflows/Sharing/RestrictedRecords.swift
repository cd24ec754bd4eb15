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
    var defaults = DefaultLevels()
    for versions in Dictionary(
      grouping: try reader.hazardsWithoutPolygons(), by: \.content.key
    ).values
    where defaults.level(of: versions) > level {
      hazards.insert(versions[0].content.key)
      hazardVersions.formUnion(versions.map(\.version))
    }
    for contents in Dictionary(
      grouping: try reader.releasesWithoutPolygons(), by: \.content.key
    ).values
    where defaults.level(of: contents) > level {
      releases.insert(contents[0].content.key)
      releaseVersions.formUnion(contents.map(\.version))
    }
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

/// What records are by default, worked out once for all that name the same organisations.
private struct DefaultLevels {
  private var hazards: [[String?]: SensitivityJudgement] = [:]
  private var releases: [[String?]: SensitivityJudgement] = [:]

  mutating func level(of versions: [Stored<Hazard>]) -> Sensitivity {
    SensitivityJudgement(
      stated: inOrderOfRecording(versions).compactMap(\.sensitivity),
      defaults: versions.map { judgement(of: $0.content) }
    ).level
  }

  mutating func level(of contents: [Stored<Release>]) -> Sensitivity {
    SensitivityJudgement(
      stated: inOrderOfRecording(contents).compactMap(\.sensitivity),
      defaults: contents.map { judgement(of: $0.content) }
    ).level
  }

  private mutating func judgement(of hazard: Hazard) -> SensitivityJudgement {
    let names = [hazard.key.organisation, hazard.source, hazard.origin]
    if let known = hazards[names] { return known }
    let judgement = hazard.sensitivityByDefault
    hazards[names] = judgement
    return judgement
  }

  private mutating func judgement(of release: Release) -> SensitivityJudgement {
    let names = [release.key.organisation, release.operatorName]
    if let known = releases[names] { return known }
    let judgement = release.sensitivityByDefault
    releases[names] = judgement
    return judgement
  }
}

/// The order in which versions were recorded, whichever file came first.
private func inOrderOfRecording<Content>(_ versions: [Stored<Content>]) -> [Content] {
  versions.sorted { ($0.recordedAt, $0.version) < ($1.recordedAt, $1.version) }.map(\.content)
}
