/// What resolving versions and dates has to tell a person.
enum RegisterFindings {
  static func undated(hazard key: RecordKey) -> Finding {
    Finding(
      rule: "LR01", severity: .warning,
      message: "hazard \(key) has no date: it stands before everything",
      place: Finding.Place(field: "date", record: "hazard \(key)"),
      remedy: "Give the date of information and import it again.")
  }

  static func undated(release key: RecordKey) -> Finding {
    Finding(
      rule: "LR04", severity: .error,
      message: "release \(key) has no date: it is kept and not posted",
      place: Finding.Place(field: "date", record: "release \(key)"),
      remedy: "Give the completion date and import it again.")
  }

  static func pending(_ hazard: LedgerHazard, area: Area) -> Finding {
    let date = CalendarDate(dayNumber: Int(hazard.day))?.description ?? "no date"
    return Finding(
      rule: "LR03", severity: .error,
      message:
        "hazard \(hazard.key), version of \(date), shares no ground with the version before or comes from another source: it waits",
      place: Finding.Place(record: "hazard \(hazard.key)"),
      remedy: "If it is the same hazard, import the version with confirmed = yes.",
      areaEffect: area)
  }
}
