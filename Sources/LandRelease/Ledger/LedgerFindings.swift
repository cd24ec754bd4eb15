/// What the movements themselves have to tell a person.
public enum LedgerFindings {
  /// Records none of whose ground lies in a district; nothing where no districts are posted.
  public static func outsideDistricts(_ movements: [Movement]) -> [Finding] {
    var outside: [EventReference: Area] = [:]
    var inside: Set<EventReference> = []
    for movement in movements where movement.layer == .land && movement.isInside {
      if movement.district == District.none {
        outside[movement.event, default: .zero] += movement.area
      } else {
        inside.insert(movement.event)
      }
    }
    return outside.filter { !inside.contains($0.key) }
      .sorted { ($0.key.key, $0.key.version) < ($1.key.key, $1.key.version) }
      .map { event, area in
        let record = "\(event.type.rawValue) \(event.key)"
        return Finding(
          rule: "LR15", severity: .warning,
          message: "\(record), version \(event.version), lies in no district",
          place: Finding.Place(field: "polygon", record: record),
          remedy: "Check for latitude and longitude swapped, or a wrong coordinate reference.",
          areaEffect: area)
      }
  }

  /// Contested ground and ground cleared after it was cancelled, one finding a record.
  public static func of(_ movements: [Movement]) -> [Finding] {
    var contested: [RecordKey: Area] = [:]
    var failures: [RecordKey: Area] = [:]
    for movement in movements where movement.layer == .land {
      if movement.cause == .contested {
        contested[movement.event.key, default: .zero] += movement.area
      } else if movement.cause == .strengthened && movement.from == .cancelled
        && movement.to == .cleared
      {
        failures[movement.event.key, default: .zero] += movement.area
      }
    }
    return contested.sorted { $0.key < $1.key }.map { key, area in
      Finding(
        rule: "LR08", severity: .error,
        message:
          "hazard \(key) lies on \(area.squareMetresText) m2 of released land and names nothing it reopens: the land is open",
        place: Finding.Place(field: "reopens", record: "hazard \(key)"),
        remedy:
          "If the release was wrong, name it in reopens; if the hazard was, withdraw it with a reason.",
        areaEffect: area)
    }
      + failures.sorted { $0.key < $1.key }.map { key, area in
        Finding(
          rule: "LR09", severity: .warning,
          message:
            "release \(key) cleared \(area.squareMetresText) m2 that survey had cancelled: a survey failure",
          place: Finding.Place(record: "release \(key)"),
          remedy: "Review the cancellation and its evidence.", areaEffect: area)
      }
  }
}
