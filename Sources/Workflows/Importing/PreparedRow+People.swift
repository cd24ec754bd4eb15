import Interchange
import LandRelease

extension PreparedRow.Record {
  var peopleName: String {
    switch self {
    case .indicators(let figures): figures.first?.name ?? "indicator"
    case .indicatorCode(let code): "indicator code \(code.code)"
    case .team(let team): "team \(team.key)"
    case .teamDay(let day): day.name
    case .contributions(let amounts): amounts.first.map { "contribution \($0.key)" } ?? ""
    default: ""
    }
  }

  var peopleKindName: String {
    switch self {
    case .indicators: "figure row"
    case .indicatorCode: "indicator code"
    case .team: "team"
    case .teamDay: "team day"
    default: "contribution"
    }
  }

  var peopleIdentifier: String? {
    switch self {
    case .indicators(let figures):
      figures.first.map { figure in
        if !figure.id.isEmpty { return figure.id }
        return (figure.source ?? "").contains("SYNTHETIC") ? "SYN-" : figure.actor
      }
    case .team(let team): team.key.id
    case .teamDay(let day): day.team
    case .contributions(let amounts): amounts.first?.key.id
    default: nil
    }
  }

  func peopleFacts(today: CalendarDate) -> RecordFacts {
    switch self {
    case .indicators(let figures): RecordFacts(figures, today: today)
    case .team(let team): RecordFacts(team, today: today)
    case .teamDay(let day): RecordFacts(day, today: today)
    case .contributions(let amounts): RecordFacts(amounts, today: today)
    default: RecordFacts(.statement, today: today)
    }
  }

  /// What of the row must not stand in its file once more.
  var figureKeys: [String] {
    switch self {
    case .indicators(let figures): figures.map(\.name)
    case .indicatorCode(let code): [code.code]
    case .team(let team): ["\(team.key) \(team.from.map { "\($0)" } ?? "")"]
    case .teamDay(let day): [day.name]
    case .contributions(let amounts): amounts.map(\.name)
    default: []
    }
  }
}

/// Figures that stand in two rows of one file: the second would take the place of the first.
struct RepeatedFigures {
  private var rows: [String: Int] = [:]

  /// Why a row must not be stored beside those before it; nil notes its figures.
  mutating func refusal(of prepared: PreparedRow) -> Refusal? {
    if case .indicatorCode(let code) = prepared.record,
      let refusal = KnownIndicators.refusal(of: code)
    {
      return Refusal(field: "code", reason: refusal.reason, remedy: refusal.remedy)
    }
    let keys = prepared.record.figureKeys
    guard !keys.isEmpty else { return nil }
    for key in keys where Set(keys).count < keys.count || rows[key] != nil {
      return Refusal(
        reason: "\(key) stands in row \(rows[key] ?? prepared.row.number) of this file already",
        remedy:
          "Add the rows up, or give each an id of its own where they are of different sessions, teams or payments."
      )
    }
    for key in keys { rows[key] = prepared.row.number }
    return nil
  }
}
