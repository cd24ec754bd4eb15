import LandRelease
import Reporting

extension ProgrammeFigures {
  /// A report, with a warning where nothing was recorded of its days: its zeros are no findings.
  func warned(_ report: Report, of period: Period) throws -> Report {
    guard try !hasRecords(of: period) else { return report }
    var warned = report
    warned.warnings.append(StatementBasis.emptyPeriodWarning)
    return warned
  }

  /// Whether any record is of a day of the period; undated ones are of one without a first day.
  private func hasRecords(of period: Period) throws -> Bool {
    if try !figures.sums([], from: period.from, to: period.to).isEmpty { return true }
    func counts(_ day: CalendarDate?) -> Bool { day.map(period.contains) ?? (period.from == nil) }
    let records = try records()
    if try victims().contains(where: { counts($0.date) }) { return true }
    if try figures.reader.accidents().contains(where: { counts($0.content.date) }) { return true }
    if try period.from == nil && !figures.reader.minefieldRecords().isEmpty { return true }
    return records.hazards.contains { counts($0.content.date) }
      || records.releases.contains {
        counts($0.content.date) || $0.content.revokedOn.map(counts) ?? false
      }
      || records.devices.contains { counts($0.date) }
      || records.statements.contains { counts($0.to) }
  }
}
