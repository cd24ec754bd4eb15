/// A team at one strength; another strength is another row with the day it begins.
public struct Team: Hashable, Sendable {
  /// The organisation and the id that it gave the team.
  public var key: RecordKey
  /// What the team does, in the file's own words.
  public var type: String?
  /// Its women; nil where nobody counted.
  public var women: Int?
  /// Its men; nil where nobody counted.
  public var men: Int?
  /// All its members; nil where nobody counted.
  public var members: Int?
  /// The first day of this strength; nil is since the beginning.
  public var from: CalendarDate?
  /// The last day of the team; nil where it still works or a later row follows.
  public var to: CalendarDate?
  /// The document it stands in.
  public var source: String?

  /// Makes a team of which nothing but its key is known.
  public init(key: RecordKey) { self.key = key }

  /// Whether all its members are women; nil where its numbers are not known.
  public var isAllWomen: Bool? {
    guard let women, let men else { return nil }
    return women > 0 && men == 0
  }
}

/// Days that a team worked on a task.
public struct TeamDay: Hashable, Sendable {
  /// Whose team it is.
  public var organisation: String
  /// What tells rows of the same days apart; empty for none.
  public var id = ""
  /// The team's id.
  public var team: String
  /// The task's id; empty where the file names none.
  public var task = ""
  /// The first day, included.
  public var from: CalendarDate
  /// The last day, included.
  public var to: CalendarDate
  /// How many days of work, half days too.
  public var days: ExactDecimal
  /// The women who worked; nil where nobody counted.
  public var women: Int?
  /// The men who worked; nil where nobody counted.
  public var men: Int?

  /// Makes days of a team on no task.
  public init(
    organisation: String, team: String, from: CalendarDate, to: CalendarDate, days: ExactDecimal
  ) {
    self.organisation = organisation
    self.team = team
    self.from = from
    self.to = to
    self.days = days
  }

  /// What findings and refusals call it.
  public var name: String {
    let days = from == to ? "\(from)" : "\(from) to \(to)"
    let task = task.isEmpty ? "" : " on task \(task)"
    return
      "team day \(RecordKey(organisation: organisation, id: team))\(task), \(days)\(id.isEmpty ? "" : " [\(id)]")"
  }
}
