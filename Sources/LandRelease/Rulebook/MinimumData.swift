/// What IMAS 05.10 asks of every record, counted instead of told record by record.
enum MinimumData: BookRule {
  static let rule = Rule(
    "LR40", .note, "The minimum data of IMAS 05.10 are not all given.",
    remedy: "Ask who keeps the records for the column, or name it with --map.",
    source: "IMAS 05.10, minimum data requirements")

  static func judge(_ book: BookFacts) -> [Finding] {
    let hazards = book.hazards.filter { !$0.isSuperseded }
    let releases = book.releases
    let cleared = releases.filter { $0.kind == .cleared && $0.activity != .battleAreaSurface }
    return [
      missing("hazards", "contamination", hazards) { $0.contamination == .unknown },
      missing("hazards", "source", hazards) { !$0.hasSource },
      missing("hazards", "district", hazards) { $0.district == nil },
      missing("releases", "activity", releases) { $0.activity == nil },
      missing("releases", "operator", releases) { $0.operatorName == nil },
      missing("releases", "hazard or task", releases) { $0.hazards.isEmpty && $0.task == nil },
      missing("releases", "district", releases) { $0.district == nil },
      missing("cleared releases", "depth", cleared) { !$0.hasDepth },
      missing("tasks", "operator", book.tasks) { $0.operatorName == nil },
      missing("tasks", "hazard", book.tasks) { $0.hazards.isEmpty },
      missing("devices", "date", book.devices) { $0.date == nil },
      missing("devices", "model", book.devices) { $0.model == nil },
    ].compactMap(\.self)
  }

  private static func missing<Element>(
    _ type: String, _ field: String, _ records: [Element], _ isMissing: (Element) -> Bool
  ) -> Finding? {
    let count = records.count(where: isMissing)
    guard count > 0 else { return nil }
    return Finding(
      rule,
      Remark("name no \(field) in \(count) of \(records.count) cases", field: field), record: type)
  }
}
