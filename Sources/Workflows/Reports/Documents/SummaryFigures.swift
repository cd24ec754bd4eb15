import LandRelease
import Reporting
import Storage

/// Gathers what the summary of a programme shows.
struct SummaryFigures {
  private let programme: ProgrammeFigures
  private let period: Period
  private let lastDay: CalendarDate?
  private let restricted: RestrictedRecords

  init(_ programme: ProgrammeFigures, _ request: ReportRequest) throws {
    self.programme = programme
    period = request.period
    restricted = request.restricted
    lastDay = try programme.lastDay()
  }

  func contents() throws -> SummaryContents {
    let (districts, total) = try programme.progress(period, by: [.district]).lines()
    var contents = SummaryContents(total: total)
    contents.districts = districts
    contents.balances = try programme.balances(period)
    contents.lastDay = lastDay
    contents.step = try step()
    contents.timeline = try programme.progress(period, by: [contents.step]).lines().lines
    contents.stocks = try programme.balances(period, by: [contents.step])
    contents.claims = try programme.claims().claims
    contents.findings = try programme.findings().filter { $0.status == .open }.map {
      FindingLine(number: $0.id, finding: $0.finding)
    }
    contents.batches = try batches()
    contents.map = try ProgrammeMap(
      programme, on: period.to, leavingOut: restricted)?.figure()
    contents.details = try SummaryDetails(programme, period, contents).byTable
    return contents
  }

  /// Months of two years at most, else years.
  private func step() throws -> LedgerDimension {
    guard let from = period.from, let to = period.to ?? lastDay else { return .year }
    let months = 12 * (to.year - from.year) + to.month - from.month
    return months < 24 ? .month : .year
  }

  private func batches() throws -> [SourceLine] {
    let known = Int64(programme.figures.view.knowledge.throughBatch)
    return try programme.figures.reader.batches().filter { $0.id <= known }.map { batch in
      let description = batch.description
      return SourceLine(
        batch: Int(batch.id), day: description.at.day, verb: description.verb,
        recordType: description.recordType, file: description.file,
        hash: description.fileHash, stored: batch.stored, refused: batch.refused,
        undoneBy: batch.undoneBy.flatMap { $0 <= known ? Int($0) : nil })
    }
  }
}
