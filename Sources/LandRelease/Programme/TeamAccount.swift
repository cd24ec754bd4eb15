/// Women and men of the teams that stand on one day.
public struct TeamStrength: Hashable, Sendable {
  /// Teams that stand on the day.
  public var teams = 0
  /// Teams of which women and men are known.
  public var withNumbers = 0
  /// Women of those teams.
  public var women = 0
  /// Men of those teams.
  public var men = 0
  /// Teams of women alone.
  public var allWomen = 0

  /// No teams.
  public init() {}

  /// Adds a team.
  public mutating func add(_ team: Team) {
    teams += 1
    guard let women = team.women, let men = team.men else { return }
    withNumbers += 1
    self.women += women
    self.men += men
    if team.isAllWomen == true { allWomen += 1 }
  }
}

/// Which strength of each team stands on a day.
public struct TeamRoll: Sendable {
  private let teams: [RecordKey: [Team]]

  /// - Parameter teams: every strength of every team.
  public init(_ teams: [Team]) {
    self.teams = Dictionary(grouping: teams, by: \.key).mapValues { rows in
      rows.sorted { ($0.from?.dayNumber ?? .min) < ($1.from?.dayNumber ?? .min) }
    }
  }

  /// The teams on a day, in order of key; after everything where no day is given.
  ///
  /// A strength stands from its first day until the next begins, and at most until the last day
  /// that it names.
  public func standing(on day: CalendarDate?) -> [Team] {
    teams.sorted { $0.key < $1.key }.compactMap { _, rows in
      let begun = rows.last { row in
        guard let from = row.from, let day else { return true }
        return from <= day
      }
      guard let team = begun else { return nil }
      if let to = team.to { return day.map { $0 <= to } == true ? team : nil }
      return team
    }
  }

  /// The first day of a team.
  public var firstDay: CalendarDate? { teams.values.joined().compactMap(\.from).min() }

  /// The first day on which a team was of women alone; nil where none ever was or none has a date.
  public var firstAllWomen: CalendarDate? {
    teams.values.joined().filter { $0.isAllWomen == true }.compactMap(\.from).min()
  }
}

/// Days of teams with nothing counted twice.
///
/// A row of a month stands beside the rows of its days, of one team on one task: the shorter count,
/// and of the longer one what they leave.
public struct TeamDayAccount: Sendable {
  /// Days that nothing else counts again.
  public struct Counted: Hashable, Sendable {
    /// Whose team it is.
    public var organisation: String
    /// The team's id.
    public var team: String
    /// The task's id; empty for none.
    public var task: String
    /// The first day.
    public var from: CalendarDate
    /// The last day.
    public var to: CalendarDate
    /// How many days of work.
    public var days: ExactDecimal
  }

  /// The days that count.
  public let counted: [Counted]
  /// Rows that say more or less than the shorter ones within them, by name, with the difference.
  public let doubts: [(name: String, difference: ExactDecimal)]
  /// Days on which a team works more than a day, by team, with how many days it is too much.
  public let overworked: [(name: String, month: String, days: ExactDecimal, most: Int)]

  /// Counts each day of work once.
  public init(_ days: [TeamDay]) {
    var counted: [Counted] = []
    var doubts: [(String, ExactDecimal)] = []
    let series = Dictionary(grouping: days) { [$0.organisation, $0.team, $0.task] }
    for (_, rows) in series.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var own: [Counted] = []
      for row in rows.sorted(by: Self.isFiner) {
        let met =
          row.id.isEmpty ? own.filter { $0.from <= row.to && row.from <= $0.to } : []
        let known = met.reduce(ExactDecimal.zero) { $0 + $1.days }
        let rest = row.days - known
        let isCrossing = met.contains { $0.from < row.from || row.to < $0.to }
        if !met.isEmpty, isCrossing || rest < .zero { doubts.append((row.name, rest)) }
        guard rest > .zero else { continue }
        own.append(
          Counted(
            organisation: row.organisation, team: row.team, task: row.task, from: row.from,
            to: row.to, days: rest))
      }
      counted += own
    }
    self.counted = counted
    self.doubts = doubts
    overworked = Self.overworked(counted)
  }

  private static func isFiner(_ left: TeamDay, _ right: TeamDay) -> Bool {
    let (a, b) = (
      left.to.dayNumber - left.from.dayNumber, right.to.dayNumber - right.from.dayNumber
    )
    if left.id.isEmpty != right.id.isEmpty { return !left.id.isEmpty }
    return a == b ? left.from < right.from : a < b
  }

  /// Teams with more days of work in a month than the month has.
  private static func overworked(
    _ counted: [Counted]
  ) -> [(name: String, month: String, days: ExactDecimal, most: Int)] {
    let within = counted.filter { $0.from.year == $0.to.year && $0.from.month == $0.to.month }
    let months = Dictionary(grouping: within) {
      [$0.organisation, $0.team, String($0.from.description.prefix(7))]
    }
    return months.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { key, rows in
      let days = rows.reduce(ExactDecimal.zero) { $0 + $1.days }
      let most = CalendarDate.days(inMonth: rows[0].from.month, of: rows[0].from.year)
      guard days > ExactDecimal(Int64(most)) else { return nil }
      return ("team \(RecordKey(organisation: key[0], id: key[1]))", key[2], days, most)
    }
  }
}
