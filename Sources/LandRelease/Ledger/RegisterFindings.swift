/// What resolving versions and dates has to tell a person.
enum RegisterFindings {
  static func undated(_ hazard: Hazard) -> Finding {
    Finding(
      rule: "LR01", severity: .warning,
      message: "hazard \(hazard.key) has no date: it stands before everything",
      place: Finding.Place(field: "date", record: "hazard \(hazard.key)"),
      remedy: "Give the date of information and import it again.")
  }

  static func undated(_ release: Release) -> Finding {
    Finding(
      rule: "LR04", severity: .error,
      message: "release \(release.key) has no date: it is kept and not posted",
      place: Finding.Place(field: "date", record: "release \(release.key)"),
      remedy: "Give the completion date and import it again.")
  }

  static func pending(_ hazard: Hazard, area: Area) -> Finding {
    Finding(
      rule: "LR03", severity: .error,
      message:
        "hazard \(hazard.key), version of \(hazard.date?.description ?? "no date"), shares no ground with the version before or comes from another source: it waits",
      place: Finding.Place(record: "hazard \(hazard.key)"),
      remedy: "If it is the same hazard, import the version with confirmed = yes.",
      areaEffect: area)
  }
}
