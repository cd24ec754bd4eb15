/// Days of a team or on a task that is not there.
enum OrphanTeamDay: BookRule {
  static let rule = Rule(
    "TM01", .warning, "Days of work name a team or a task that the book does not hold.",
    remedy: "Import what they name, or correct the id in the source and import them again.",
    source: "pattern 25")

  static func judge(_ book: BookFacts) -> [Finding] {
    let teams = Set(book.teams.map(\.key.id))
    let tasks = Set(book.tasks.map(\.key.id))
    var missing: [String: Int] = [:]
    for day in book.teamDays {
      if !teams.contains(day.team) { missing["team \"\(day.team)\"", default: 0] += 1 }
      if !day.task.isEmpty, !tasks.contains(day.task) {
        missing["task \"\(day.task)\"", default: 0] += 1
      }
    }
    return missing.sorted { $0.key < $1.key }.map { name, count in
      Finding(
        rule,
        Remark(
          "is named by \(count) \(count == 1 ? "row" : "rows") of team-days and is not in the book",
          field: "team_id"), record: name)
    }
  }
}

/// More days of work in a month than the month has.
enum TooManyDays: BookRule {
  static let rule = Rule(
    "TM02", .error, "A team that works more days in a month than there are is counted twice.",
    remedy: "Look for days under two tasks, and correct them in the source.",
    source: "pattern 4")

  static func judge(_ book: BookFacts) -> [Finding] {
    TeamDayAccount(book.teamDays).overworked.map { found in
      Finding(
        rule,
        Remark(
          "worked \(found.days.plain) days in \(found.month), which has \(found.most)",
          field: "days"), record: found.name)
    }
  }
}

/// Days of a month that are not what the rows of its days come to.
enum DaysAndMonth: BookRule {
  static let rule = Rule(
    "TM03", .warning,
    "Days of work that differ from the shorter rows within them count with these.",
    remedy: "Ask the team which is right, and import the right ones again.",
    source: "rules 6")

  static func judge(_ book: BookFacts) -> [Finding] {
    TeamDayAccount(book.teamDays).doubts.map { name, difference in
      Finding(
        rule,
        Remark(
          "says \(difference.magnitude.plain) days \(difference < .zero ? "less" : "more") than rows within or across them",
          field: "days"), record: name)
    }
  }
}
