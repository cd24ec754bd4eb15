import GeometryEngine
import GeometryValues
import Interchange
import LandRelease
import Storage

/// Holds the rules about one record against each row of an import.
struct RowRules {
  /// The codes of what is found in rows as they come in, by reading, measuring and rules.
  static let codes = Set(
    ReadingRule.allCases.map(\.rawValue) + RecordRules.all.map { $0.rule.code }
  )
  .union(["LR10", "LR11", "LR14"]).union(AccidentRules.codes)

  private let today: CalendarDate
  private let areas: DistrictAreas

  /// - Parameter moment: when the import began; its day in UTC is today.
  init(_ book: LandBook, at moment: Timestamp) throws {
    today = Self.day(of: moment)
    areas = try book.read { try DistrictAreas($0) }
  }

  /// The day of a moment in UTC; a clock beyond the year 9999 is not believed.
  static func day(of moment: Timestamp) -> CalendarDate {
    moment.day ?? CalendarDate(year: 9999, month: 12, day: 31) ?? epoch
  }

  private static var epoch: CalendarDate {
    guard let day = CalendarDate(dayNumber: 0) else { preconditionFailure("1970 has a first day") }
    return day
  }

  /// Adds what the rules find in a row that was read and measured.
  ///
  /// The fingerprint of its rings goes with the row, for what is found between rows.
  func judge(_ row: inout PreparedRow, overlap: PartOverlap?) {
    var facts = row.record.facts(today: today)
    facts.measuredArea = row.measured.area
    if let polygon = row.record.polygon, !polygon.isEmpty {
      facts.shape = ShapeScan.facts(of: polygon)
      row.fingerprint = facts.shape?.fingerprint
      if let overlap {
        facts.partOverlap = Area(squareMetres: overlap.area)
        facts.hasTwinParts = overlap.hasTwins
      }
    }
    areas.add(to: &facts, district: row.record.districtName)
    var found = RecordRules.judge(facts, name: row.record.name)
    if found.isEmpty { return }
    if row.findings.contains(where: { $0.rule == PlaceRules.zero }) {
      found.removeAll { $0.rule == "LR37" }
    }
    // A rule that says why takes the place of one that only says that.
    let replaced = Set(found.flatMap { Self.replacing[$0.rule] ?? [] })
    row.findings.removeAll { replaced.contains($0.rule) }
    row.findings += found
  }

  private static let replacing = [
    "GC02": ["LR10", "LR14"], "GC03": ["LR10"], "GC13": ["LR10"],
  ]
}

extension PreparedRow.Record {
  func facts(today: CalendarDate) -> RecordFacts {
    switch self {
    case .district: RecordFacts(.district, today: today)
    case .hazard(let hazard): RecordFacts(hazard, today: today)
    case .release(let row): RecordFacts(row.release, counts: row.counts, today: today)
    case .task(let task): RecordFacts(task, today: today)
    case .device(let device): RecordFacts(device, today: today)
    case .victim(let victim): RecordFacts(victim, today: today)
    case .accident(let accident): RecordFacts(accident, today: today)
    case .minefieldRecord(let record): RecordFacts(record, today: today)
    case .zone(let zone): RecordFacts(zone, today: today)
    case .environmentCheck(let check): RecordFacts(check, today: today)
    case .statement(let statement): RecordFacts(statement, today: today)
    default: peopleFacts(today: today)
    }
  }

  /// The ground that the rules walk around; minefield records may hold one too, and districts have
  /// checks of their own.
  var polygon: MultiPolygon? {
    switch self {
    case .hazard(let hazard): hazard.polygon
    case .release(let row): row.release.polygon
    default: nil
    }
  }

  var districtName: String? {
    switch self {
    case .hazard(let hazard): hazard.district
    case .release(let row): row.release.district
    default: nil
    }
  }
}
