import LandRelease
import Reporting
import Workflows

/// A report as an address asks for it, by the names of the command line.
struct ReportQuestion {
  static let known = [
    "from", "to", "as-of", "period", "by", "layer", "clock", "known-at", "set", "task", "within",
    "planned-rate", "from-known", "unit", "lang", "table", "f",
  ]

  var request: ReportRequest
  var presentation = Presentation()
  /// One table of the report alone, by its id.
  var table: String?

  /// - Throws: ``Problem`` 400 that says what is wrong and why.
  init(_ statement: ReportRequest.Statement, _ parameters: inout Parameters) throws {
    request = ReportRequest(statement: statement)
    request.period = try PeriodText.take(&parameters)
    let names = parameters.take("by")?.split(separator: ",").map(String.init) ?? []
    request.dimensions = try names.map {
      try Self.word($0, of: LedgerDimension.self, "by")
    }
    guard Set(names).count == names.count else {
      throw Problem(400, "A dimension is named twice in by.")
    }
    if let text = parameters.take("layer") {
      request.layer = try Self.word(text, of: Layer.self, "layer")
    }
    if let text = parameters.take("clock") {
      request.viewpoint.clock = try Self.word(text, of: LedgerClock.self, "clock")
    }
    request.viewpoint.knownAt = try PeriodText.day(&parameters, "known-at")
    request.viewpoint.boundarySet = parameters.take("set")
    request.task = parameters.take("task")
    request.knownFirst = try PeriodText.day(&parameters, "from-known")
    if let text = parameters.take("within") {
      guard let metres = Double(text), metres.isFinite else {
        throw Problem(400, "The parameter within is a number of metres.")
      }
      request.within = metres
    }
    if let text = parameters.take("planned-rate") { request.plannedRate = try Self.area(text) }
    if let text = parameters.take("unit") {
      presentation.unit = try Self.word(text, of: AreaUnit.self, "unit")
    }
    if let text = parameters.take("lang") {
      presentation.language = try Self.word(text, of: Language.self, "lang")
    }
    table = parameters.take("table")
    try parameters.end(known: Self.known)
  }

  static func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, of type: Word.Type, _ name: String
  ) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(400, "The parameter \(name) can be: \(words).")
    }
    return word
  }

  private static func area(_ text: String) throws -> Area {
    let units: [AreaUnit] = [.squareKilometres, .hectares, .squareMetres]
    for unit in units where text.lowercased().hasSuffix(unit.rawValue) {
      if let number = Double(text.dropLast(unit.rawValue.count)), number > 0,
        let area = Area(squareMetres: number * unit.inSquareMetres)
      {
        return area
      }
    }
    throw Problem(400, "The parameter planned-rate is an area with its unit, such as 2000ha.")
  }

  /// - Throws: ``Problem`` 403 where the profile protects figures of few records: whoever could
  ///   choose days, tasks and moments freely would work them out by subtraction.
  func check(_ sharing: SharingProfile) throws {
    guard sharing.countsRecords else { return }
    guard PeriodText.isOfWholeYears(request.period), request.viewpoint == Viewpoint(),
      request.task == nil, request.within == nil, request.knownFirst == nil
    else {
      throw Problem(
        403,
        "Under the profile \(sharing.name) reports are of whole years, or of all days, as known today."
      )
    }
  }
}

/// Periods as addresses write them.
enum PeriodText {
  static func take(_ parameters: inout Parameters) throws -> Period {
    let named = parameters.take("period")
    let from = try day(&parameters, "from")
    let to = try day(&parameters, "to")
    let asOf = try day(&parameters, "as-of")
    if let named {
      guard from == nil, to == nil, asOf == nil else {
        throw Problem(400, "Give period, or from and to, not both.")
      }
      guard let period = Period(named: named) else {
        throw Problem(400, "The parameter period is 2024, 2024-Q2, 2024-05 or FROM..TO.")
      }
      return period
    }
    guard to == nil || asOf == nil else { throw Problem(400, "Give to or as-of, not both.") }
    if let from, let last = to ?? asOf, last < from {
      throw Problem(400, "The period ends before it begins.")
    }
    return Period(from: from, to: to ?? asOf)
  }

  static func day(_ parameters: inout Parameters, _ name: String) throws -> CalendarDate? {
    guard let text = parameters.take(name) else { return nil }
    guard text.utf8.count == 10, let day = CalendarDate(text) else {
      throw Problem(400, "The parameter \(name) is a day: YYYY-MM-DD.")
    }
    return day
  }

  static func isOfWholeYears(_ period: Period) -> Bool {
    let begins = period.from.map { $0.month == 1 && $0.day == 1 } ?? true
    let ends = period.to.map { $0.month == 12 && $0.day == 31 } ?? true
    return begins && ends
  }
}
