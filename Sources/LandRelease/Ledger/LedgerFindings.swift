/// What the parts themselves have to tell a person.
public enum LedgerFindings {
  /// Contested ground, ground cleared after it was cancelled, and records that lie in no district,
  /// one finding a record.
  ///
  /// - Parameters:
  ///   - ledger: parts of the register's events.
  ///   - hasDistricts: whether lying in no district tells anything.
  public static func of(
    _ ledger: PostedLedger, register: LandRegister, hasDistricts: Bool
  ) -> [Finding] {
    var contested: [Int32: Int64] = [:]
    var failures: [Int32: Int64] = [:]
    var outside: [(event: LandEvent, area: Int64)] = []
    var ruled: [Finding] = []
    for event in register.events {
      guard let place = ledger.place(ofEvent: register.posted(event).id) else { continue }
      var isInDistrict = false
      var outsideArea: Int64 = 0
      var ground = EventGround(event.type)
      for part in ledger.parts(of: place) where part.layers.contains(.land) {
        let transition = part.transition
        ground.add(Area(squareCentimetres: part.area), transition)
        if transition.cause == .contested {
          contested[event.subject, default: 0] += part.area
        } else if transition.cause == .strengthened, transition.from == .cancelled,
          transition.to == .cleared
        {
          failures[event.subject, default: 0] += part.area
        }
        guard transition.isInside else { continue }
        if part.district < 0 { outsideArea += part.area } else { isInDistrict = true }
      }
      if event.action == .version { ground.isEnded = register.steps[Int(event.item)].isEnded }
      ruled += GroundRules.judge(ground) { register.reference(of: event).recordName }
      if hasDistricts, !isInDistrict, outsideArea > 0 { outside.append((event, outsideArea)) }
    }
    let key = { (subject: Int32) in register.subjects[Int(subject)].key }
    return contested.sorted { $0.key < $1.key }.map { Self.contested(key($0), area: $1) }
      + failures.sorted { $0.key < $1.key }.map { failure(key($0), area: $1) }
      + outside.sorted {
        ($0.event.subject, $0.event.version) < ($1.event.subject, $1.event.version)
      }
      .map { inNoDistrict(register.reference(of: $0.event), area: $0.area) }
      + ruled
  }

  private static func inNoDistrict(_ event: EventReference, area: Int64) -> Finding {
    let record = event.recordName
    return Finding(
      rule: "LR15", severity: .warning,
      message: "\(record), version \(event.version), lies in no district",
      place: Finding.Place(field: "polygon", record: record),
      remedy: "Check for latitude and longitude swapped, or a wrong coordinate reference.",
      areaEffect: Area(squareCentimetres: area))
  }

  private static func contested(_ key: RecordKey, area: Int64) -> Finding {
    let area = Area(squareCentimetres: area)
    return Finding(
      rule: "LR08", severity: .error,
      message:
        "hazard \(key) lies on \(area.squareMetresText) m2 of released land and names nothing it reopens: the land is open",
      place: Finding.Place(field: "reopens", record: "hazard \(key)"),
      remedy:
        "If the release was wrong, name it in reopens; if the hazard was, withdraw it with a reason.",
      areaEffect: area)
  }

  private static func failure(_ key: RecordKey, area: Int64) -> Finding {
    let area = Area(squareCentimetres: area)
    return Finding(
      rule: "LR09", severity: .warning,
      message:
        "release \(key) cleared \(area.squareMetresText) m2 that survey had cancelled: a survey failure",
      place: Finding.Place(record: "release \(key)"),
      remedy: "Review the cancellation and its evidence.", areaEffect: area)
  }
}

extension EventReference {
  /// The record as findings name it.
  fileprivate var recordName: String { "\(type.rawValue) \(key)" }
}
