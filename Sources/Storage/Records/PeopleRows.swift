internal import GRDB
internal import LandRelease

/// A code of an indicator as columns of `indicator_code`.
enum IndicatorCodeRow {
  static func content(_ code: IndicatorCode) -> [Field] {
    [
      Field("code", code.code),
      Field("label", code.label),
      Field("unit", code.unit),
      Field("theme", code.theme),
      Field("adding", code.adding),
      Field("is_whole", code.isWhole),
      Field("aliases", list: code.aliases),
    ]
  }

  static let columns = "code, label, unit, theme, adding, is_whole, aliases"

  static func read(_ reader: inout FieldReader) throws -> IndicatorCode {
    IndicatorCode(
      code: try reader.text(), label: try reader.text(), unit: try reader.text(),
      theme: try reader.text(), adding: try reader.word(), isWhole: try reader.flag(),
      aliases: try reader.list())
  }
}

/// A figure as columns of `indicator`.
enum IndicatorRow {
  static func content(_ indicator: Indicator) -> [Field] {
    key(indicator) + [
      Field("value", indicator.value.plain),
      Field("source", indicator.source),
    ]
  }

  static func key(_ indicator: Indicator) -> [Field] {
    [
      Field("actor", indicator.actor),
      Field("id", indicator.id),
      Field("code", indicator.code),
      Field("from_date", indicator.from),
      Field("to_date", indicator.to),
      Field("district", indicator.district),
      Field("sex", indicator.sex),
      Field("age_group", indicator.ageGroup),
    ]
  }

  static let columns =
    "actor, id, code, from_date, to_date, district, sex, age_group, value, source"

  static func read(_ reader: inout FieldReader) throws -> Indicator {
    let (actor, id, code) = (try reader.text(), try reader.text(), try reader.text())
    let (from, to) = (try reader.date(), try reader.date())
    var indicator = Indicator(actor: actor, code: code, from: from, to: to, value: .zero)
    indicator.id = id
    indicator.district = try reader.text()
    indicator.sex = try reader.optional { try $0.word() }
    indicator.ageGroup = try reader.optional { try $0.word() }
    indicator.value = try reader.decimal()
    indicator.source = try reader.optional { try $0.text() }
    return indicator
  }
}

/// A team at one strength as columns of `team`.
enum TeamRow {
  static func content(_ team: Team) -> [Field] {
    key(team) + [
      Field("type", team.type),
      Field("women", team.women),
      Field("men", team.men),
      Field("members", team.members),
      Field("to_date", team.to),
      Field("source", team.source),
    ]
  }

  static func key(_ team: Team) -> [Field] {
    [
      Field("organisation", team.key.organisation),
      Field("id", team.key.id),
      Field("from_date", team.from),
    ]
  }

  static let columns = "organisation, id, from_date, type, women, men, members, to_date, source"

  static func read(_ reader: inout FieldReader) throws -> Team {
    var team = Team(key: try reader.key())
    team.from = try reader.optional { try $0.date() }
    team.type = try reader.optional { try $0.text() }
    team.women = try reader.optional { Int(try $0.integer()) }
    team.men = try reader.optional { Int(try $0.integer()) }
    team.members = try reader.optional { Int(try $0.integer()) }
    team.to = try reader.optional { try $0.date() }
    team.source = try reader.optional { try $0.text() }
    return team
  }
}

/// Days of a team as columns of `team_day`.
enum TeamDayRow {
  static func content(_ day: TeamDay) -> [Field] {
    key(day) + [
      Field("days", day.days.plain),
      Field("women", day.women),
      Field("men", day.men),
    ]
  }

  static func key(_ day: TeamDay) -> [Field] {
    [
      Field("organisation", day.organisation),
      Field("id", day.id),
      Field("team", day.team),
      Field("task", day.task),
      Field("from_date", day.from),
      Field("to_date", day.to),
    ]
  }

  static let columns = "organisation, id, team, task, from_date, to_date, days, women, men"

  static func read(_ reader: inout FieldReader) throws -> TeamDay {
    let (organisation, id) = (try reader.text(), try reader.text())
    let (team, task) = (try reader.text(), try reader.text())
    var day = TeamDay(
      organisation: organisation, team: team, from: try reader.date(), to: try reader.date(),
      days: try reader.decimal())
    day.id = id
    day.task = task
    day.women = try reader.optional { Int(try $0.integer()) }
    day.men = try reader.optional { Int(try $0.integer()) }
    return day
  }
}

/// Money as columns of `contribution`.
enum ContributionRow {
  static func content(_ contribution: Contribution) -> [Field] {
    key(contribution) + [
      Field("donor", contribution.donor),
      Field("donor_type", contribution.donorType),
      Field("amount", contribution.amount.plain),
      Field("currency", contribution.currency),
      Field("from_date", contribution.from),
      Field("to_date", contribution.to),
      Field("tasks", list: contribution.tasks),
      Field("districts", list: contribution.districts),
      Field("purpose", contribution.purpose),
      Field("source", contribution.source),
    ]
  }

  static func key(_ contribution: Contribution) -> [Field] {
    [
      Field("organisation", contribution.key.organisation),
      Field("id", contribution.key.id),
      Field("kind", contribution.kind),
    ]
  }

  static let columns =
    "organisation, id, kind, donor, donor_type, amount, currency, from_date, to_date, tasks, districts, purpose, source"

  static func read(_ reader: inout FieldReader) throws -> Contribution {
    let key = try reader.key()
    let (kind, donor): (ContributionKind, String) = (try reader.word(), try reader.text())
    let donorType: DonorType? = try reader.optional { try $0.word() }
    var contribution = Contribution(
      key: key, kind: kind, donor: donor, amount: try reader.decimal(),
      currency: try reader.text())
    contribution.donorType = donorType
    contribution.from = try reader.optional { try $0.date() }
    contribution.to = try reader.optional { try $0.date() }
    contribution.tasks = try reader.list()
    contribution.districts = try reader.list()
    contribution.purpose = try reader.optional { try $0.text() }
    contribution.source = try reader.optional { try $0.text() }
    return contribution
  }
}
