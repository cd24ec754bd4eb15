/// The places of a page that links lead to.
///
/// Names from data never become part of an address: details go by their number.
struct PageAnchors {
  private var details: [String: String] = [:]
  private var figures: [String: [String: String]] = [:]
  private var openers: [Opener: String] = [:]
  private var openedOnce: Set<String> = []

  /// A row that opens a detail.
  private struct Opener: Hashable {
    let table: String
    let row: Int
  }

  init(_ report: Report) {
    for (index, detail) in report.details.enumerated() where details[detail.id] == nil {
      let anchor = "d\(index + 1)"
      details[detail.id] = anchor
      for (number, row) in detail.rows.enumerated() {
        guard row.style == .heading, let key = row.key else { continue }
        if figures[detail.id, default: [:]][key] == nil {
          figures[detail.id, default: [:]][key] = "\(anchor)-\(number + 1)"
        }
      }
    }
    for table in report.tables + report.details {
      for (index, row) in table.rows.enumerated() {
        guard let id = row.opens, let detail = details[id] else { continue }
        guard openedOnce.insert(id).inserted else { continue }
        openers[Opener(table: table.id, row: index + 1)] = "from-\(detail)"
      }
    }
  }

  /// Where a table of the report stands.
  func table(_ id: String, at index: Int) -> String {
    Report.isName(id) ? "t-\(id)" : "table-\(index + 1)"
  }

  /// Where what is behind a row is shown; nil where nothing is.
  func detail(_ id: String) -> String? { details[id] }

  /// Where what is behind the figure of one column is shown; nil where it is not apart.
  func figure(_ key: String, of detail: String) -> String? { figures[detail]?[key] }

  /// The name of a row that is the first to open some detail; nil for any other.
  func opener(row: Int, of table: String) -> String? {
    openers[Opener(table: table, row: row)]
  }

  /// Where one comes back to from a detail; nil where no row opens it.
  func wayBack(from detail: String) -> String? {
    openedOnce.contains(detail) ? details[detail].map { "from-\($0)" } : nil
  }
}
