import LandRelease
import Reporting
import Storage

/// What was published of the period before a report, and what came to light since.
struct PriorPeriod {
  let closing: Closing
  /// By district: the published figure and the adjustments that records explain.
  private var openings: [String: PublishedOpening] = [:]

  /// - Returns: nil where no closed period that was known ends the day before the report begins.
  init?(_ book: LandBook, _ view: BookView, layer: Layer, before day: CalendarDate) throws {
    guard view.clock == .effective else { return nil }
    let known = view.knowledge
    let published = try view.read { figures -> (Closing, [ClosingBalance])? in
      let closing = try figures.reader.closings().last { closing in
        closing.to == day.dayBefore && closing.throughBatch ?? 0 <= Int64(known.throughBatch)
          && (known.day.map { closing.closedAt.day ?? $0 <= $0 } ?? true)
      }
      guard let closing, let id = closing.id else { return nil }
      return (closing, try figures.reader.balances(ofClosing: id))
    }
    guard let (closing, balances) = published else { return nil }
    self.closing = closing
    for balance in balances where balance.layer == layer && balance.state.isOpen {
      openings[balance.district, default: PublishedOpening()].published += balance.area
    }
    let then = try BookView(
      book, view.info, from: Viewpoint(boundarySet: closing.boundarySet),
      throughBatch: closing.throughBatch ?? 0, on: closing.to, endingOn: closing.to)
    let comparison = try KnowledgeComparison(
      then, view, layer: layer, to: closing.to)
    for line in comparison.lines {
      openings[line.district, default: PublishedOpening()].add(line)
    }
  }

  /// The districts that something was published of or has changed since.
  var districts: [String] { openings.keys.sorted() }

  /// The openings of the lines of a balance that begin with the report; what records don't explain
  /// is kept under other.
  func openings(
    of lines: [(group: [String], balance: Balance)], by dimensions: [LedgerDimension],
    from day: CalendarDate
  ) -> [[String]: PublishedOpening] {
    var ofGroup: [[String]: PublishedOpening] = [:]
    for (group, balance) in lines {
      var district: String?
      var isFirst = true
      for (dimension, value) in zip(dimensions, group) {
        if dimension == .district { district = value }
        if dimension.isPeriod { isFirst = value == day.group(dimension) }
      }
      guard isFirst else { continue }
      var opening =
        district.map { openings[$0] ?? PublishedOpening() }
        ?? openings.values.reduce(PublishedOpening(), +)
      opening.other += balance.opening.open - opening.restated
      ofGroup[group] = opening
    }
    return ofGroup
  }
}
