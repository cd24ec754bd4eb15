import Foundation
import Interchange
import LandRelease
import Reporting

/// Writes the documents of a month-end set in their formats, on all cores.
struct MonthEndWriting: Sendable {
  /// One file to be made.
  private struct Job: Sendable {
    let name: String
    let form: Form
    let report: Report
  }

  private enum Form: String, Sendable {
    case pdf, html, xlsx, csv, json

    /// What people are told when what it needs is not there.
    var isOptional: Bool { self == .pdf || self == .xlsx }
  }

  private let presentation: Presentation
  private let folder: String
  private let hasPDF: Bool
  private let printed: PrintAhead?
  private let material = PageMaterial.ofThisMachine

  /// - Parameters:
  ///   - folder: where files are written; the caller moves them.
  ///   - printed: the first document as PDF, where it was begun already.
  init(_ presentation: Presentation, _ folder: String, hasPDF: Bool, printed: PrintAhead? = nil) {
    self.hasPDF = hasPDF
    self.printed = printed
    self.presentation = presentation
    self.folder = folder
  }

  /// - Returns: the files in order, and what could not be made.
  func write(
    _ reports: [(name: String, report: Report)]
  ) throws -> (files: [(name: String, title: String)], missing: [String]) {
    // What takes longest begins first.
    let jobs = reports.prefix(1).flatMap { name, report in
      ((hasPDF ? [.pdf] : []) + [Form.html, .xlsx]).map {
        Job(name: name, form: $0, report: report)
      }
    }
    let others = reports.enumerated().flatMap { place, entry in
      (place == 0 ? [Form.csv, .json] : [.html, .csv, .json])
        .map { Job(name: entry.name, form: $0, report: entry.report) }
    }
    let results = Threads.map(jobs + others, worker: {}) { _, job in
      Result { try self.make(job) }
    }
    var files: [(name: String, title: String)] = []
    var missing: [String] = []
    for (job, result) in zip(jobs + others, results) {
      let file = "\(job.name).\(job.form.rawValue)"
      switch result {
      case .success: files.append((file, title(of: job)))
      case .failure(let error as WorkflowError) where job.form.isOptional:
        missing.append("\(file): \(error.message).")
      case .failure(let error): throw error
      }
    }
    let order = reports.map(\.name)
    files.sort { left, right in
      let (a, b) = (Self.place(left.name, in: order), Self.place(right.name, in: order))
      return a == b ? left.name < right.name : a < b
    }
    return (files, missing)
  }

  /// What a file holds; a CSV has room for one table, which is named.
  private func title(of job: Job) -> String {
    let title = presentation.phrase(job.report.title)
    guard job.form == .csv, job.report.tables.count > 1, let table = job.report.main else {
      return title
    }
    return "\(title): \(presentation.phrase(table.title)) (\(table.id))"
  }

  private static func place(_ file: String, in order: [String]) -> Int {
    order.firstIndex { file.hasPrefix($0 + ".") } ?? order.count
  }

  private func make(_ job: Job) throws {
    let path = "\(folder)/\(job.name).\(job.form.rawValue)"
    switch job.form {
    case .pdf:
      let pdf = try printed?.data() ?? WritePDF(presentation).run(job.report)
      try OutputFile.write(pdf, to: path)
    case .xlsx: try WriteReport(.xlsx, presentation).run(job.report, to: path)
    case .html:
      let page = HTMLRenderer(presentation, material: material).render(job.report)
      try OutputFile.write(Data(page.utf8), to: path)
    case .csv:
      var tagged = presentation
      tagged.hasTags = true
      let text = OutputFormat.csv.render(job.report, tagged)
      try OutputFile.write(Data(text.utf8), to: path)
    case .json:
      let text = OutputFormat.json.render(job.report, presentation)
      try OutputFile.write(Data(text.utf8), to: path)
    }
  }
}
