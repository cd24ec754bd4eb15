import Foundation
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// What leaves a book under a sharing profile, looked through as somebody would who wants to know.
struct SharedReportTests {
  private static let statements = ReportRequest.Statement.allCases

  @Test(arguments: statements)
  func thePublicReadsNoSecret(statement: ReportRequest.Statement) throws {
    let programme = try SecretProgramme.shared.get()
    let report: Report
    do {
      report = try programme.report(statement, sharing: .named("public"))
    } catch let error as WorkflowError where error.kind == .usage {
      return
    }
    #expect(report.flaws == [])
    #expect(report.stamps.contains { $0.key == "sharing_profile" && $0.value == "Public" })
    #expect(report.details.isEmpty)
    var texts = OutputFormat.allCases.map { (format: $0.rawValue, text: $0.render(report)) }
    texts.append(("html", HTMLRenderer().render(report)))
    for (format, text) in texts {
      for secret in SecretProgramme.secrets where text.contains(secret) {
        Issue.record("\(statement) as \(format) says \(secret)")
      }
    }
    for table in report.tables {
      for row in table.rows { #expect(row.opens == nil) }
      let csv = OutputFormat.csv.render(try report.narrowed(toTable: table.id))
      for secret in SecretProgramme.secrets where csv.contains(secret) {
        Issue.record("\(statement), table \(table.id), says \(secret)")
      }
    }
  }

  @Test(arguments: statements)
  func noFigureOnFewRecordsIsPrinted(statement: ReportRequest.Statement) throws {
    let programme = try SecretProgramme.shared.get()
    let all: Report
    let shared: Report
    do {
      var request = ReportRequest(statement: statement, period: SmallProgramme.year)
      request.task = statement == .completion ? "ZZ-T-1" : nil
      request.countsRecords = true
      all = try MakeReport(programme.book).run(request)
      shared = try programme.report(statement, sharing: .named("public"))
    } catch let error as WorkflowError where error.kind == .usage {
      return
    }
    for table in shared.tables {
      let whole = try #require(all.tables.first { $0.id == table.id })
      guard whole.rows.count == table.rows.count else { continue }
      for (row, left) in zip(whole.rows, table.rows) where row.style != .heading {
        for (place, column) in table.columns.enumerated() {
          guard let count = row.columnRecords[column.key] ?? row.records, count > 0, count < 3,
            let at = whole.columns.firstIndex(of: column), case .area(let area) = row.cells[at],
            area != .zero
          else { continue }
          #expect(
            left.cells[place] == .withheld, "\(statement), \(table.id), \(column.key): \(row)")
        }
      }
    }
  }

  @Test(arguments: statements)
  func theProgrammeItselfReadsEverything(statement: ReportRequest.Statement) throws {
    let programme = try SecretProgramme.shared.get()
    var request = ReportRequest(statement: statement, period: SmallProgramme.year)
    request.task = statement == .completion ? "ZZ-T-1" : nil
    let plain: Report
    do {
      plain = try MakeReport(programme.book).run(request)
    } catch let error as WorkflowError where error.kind == .usage {
      return
    }
    #expect(SharingProfile.internal.applied(to: plain) == plain)
    #expect(try SharingProfile.named("internal").applied(to: plain) == plain)
  }

  @Test func theHeadlineOfEnoughRecordsStays() throws {
    let report = try SecretProgramme.shared.get().report(.progress, sharing: .named("public"))
    let headline = try #require(report.tables.first { $0.id == "headline" })
    #expect(headline.rows[0].cells[1] != .withheld)
  }

  @Test func aDonorReadsNoRecordButEveryFigure() throws {
    let programme = try SecretProgramme.shared.get()
    let report = try programme.report(.balance, sharing: .named("donor"), by: [.district])
    #expect(!OutputFormat.json.render(report).contains("withheld"))
    let findings = try programme.report(.summary, sharing: .named("donor"))
    #expect(!OutputFormat.json.render(findings).contains("ZZ-"))
  }
}
