/// geocheck's checks of ids that differ in blanks, and in case beside.
enum DuplicateId: BookRule {
  static let rule = Rule(
    "GC15", .warning, "Two ids that differ only in case or blanks are one record entered twice.",
    remedy: "Keep one of the ids in the source, and import it as a correction.",
    source: "geocheck duplicate_localids, duplicate_polygon_polyid_trimmed; pattern 4")

  static func judge(_ book: BookFacts) -> [Finding] {
    judge("hazard", book.hazards.map { ($0.key, $0.area) })
      + judge("release", book.releases.map { ($0.key, $0.area) })
      + judge("task", book.tasks.map { ($0.key, nil) })
      + judge("device", book.devices.map { ($0.key, nil) })
      + judge("victim", book.victims.map { ($0, nil) })
      + judge("accident", book.accidentRecords.map { ($0.key, nil) })
      + judge("minefield record", book.minefieldRecords.map { ($0, nil) })
      + judge("zone", book.zones.map { ($0, nil) })
  }

  private static func judge(_ type: String, _ records: [(key: RecordKey, area: Area?)]) -> [Finding]
  {
    var first: [RecordKey: RecordKey] = [:]
    var found: Set<RecordKey> = []
    var findings: [Finding] = []
    for (key, area) in records {
      let folded = RecordKey(
        organisation: BookFacts.folded(key.organisation), id: BookFacts.folded(key.id))
      let other = first[folded, default: key]
      first[folded] = other
      guard other != key, found.insert(key).inserted else { continue }
      findings.append(
        Finding(
          rule,
          Remark(
            "is called like \(type) \(other) but for case and blanks", field: "id", area: area),
          record: "\(type) \(key)"))
    }
    return findings
  }
}
