/// How long after the work its records come.
enum EntryBacklog: BookRule {
  private static let late = 365

  static let rule = Rule(
    "LR39", .note, "Records entered more than a year late change figures already published.",
    remedy: "See landbook changes for what came after a figure was published.",
    source: "pattern 20")

  static func judge(_ book: BookFacts) -> [Finding] {
    judge("hazards", book.hazards.map { ($0.date, $0.recordedOn, $0.area) })
      + judge("releases", book.releases.map { ($0.date, $0.recordedOn, $0.area) })
  }

  private static func judge(
    _ type: String, _ records: [(date: CalendarDate?, recorded: CalendarDate?, area: Area?)]
  ) -> [Finding] {
    var lags: [Int] = []
    var area = Area.zero
    for record in records {
      guard let date = record.date, let recorded = record.recorded else { continue }
      let lag = recorded.dayNumber - date.dayNumber
      lags.append(lag)
      if lag > late { area += record.area ?? .zero }
    }
    let count = lags.count { $0 > late }
    guard count > 0 else { return [] }
    lags.sort()
    return [
      Finding(
        rule,
        Remark(
          "were recorded more than a year late in \(count) of \(lags.count) cases; half of all came within \(lags[lags.count / 2]) days",
          field: "recorded_at", area: area), record: type)
    ]
  }
}
