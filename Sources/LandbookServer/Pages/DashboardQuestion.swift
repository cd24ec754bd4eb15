import LandRelease
import Reporting
import Workflows

/// What a dashboard is asked to show.
struct DashboardQuestion {
  static let known = ["period", "from", "to", "district", "f"]

  var period: Period
  /// The period as it was named.
  var name: String?
  /// The code of one district; nil for all.
  var district: String?

  /// - Throws: ``Problem`` 400 where the period is none.
  init(_ parameters: inout Parameters, named name: String?) throws {
    self.name = name
    period = try PeriodText.take(&parameters)
    district = parameters.take("district")
    try parameters.end(known: Self.known)
  }

  /// The figures that are needed; each is a report of its own.
  var requests: [ReportRequest] {
    guard district != nil else { return [ReportRequest(statement: .summary, period: period)] }
    return [
      ReportRequest(statement: .progress, period: period, dimensions: [.district]),
      ReportRequest(statement: .balance, period: period, dimensions: [.district]),
      ReportRequest(statement: .progress, period: period, dimensions: [.district, .year]),
    ]
  }

  /// One report of those that were made.
  func report(_ reports: [Report], districtName: String) -> Report {
    guard let district, var report = reports.first else {
      return reports.first ?? Report(title: "")
    }
    report.title = "\(district) \(districtName)"
    report.tables = []
    report.charts = []
    report.maps = []
    report.details = []
    for (place, made) in reports.enumerated() {
      guard var table = made.main else { continue }
      table.id += "_\(place)"
      table.title = ["Land released", "Open land", "Land released by year"][place]
      // A row of a district says the same here as in the report of all of them.
      table.rows = table.rows.filter { row in
        guard row.style == .body || row.style == .result,
          case .text(let code) = row.cell(at: 0)
        else { return false }
        return code == district
      }.map { row in
        var row = row
        row.opens = nil
        return row
      }
      report.tables.append(table)
      report.notes += made.notes.filter { !report.notes.contains($0) }
      report.warnings += made.warnings.filter { !report.warnings.contains($0) }
    }
    report.mainTable = report.tables.first?.id
    return report
  }
}
