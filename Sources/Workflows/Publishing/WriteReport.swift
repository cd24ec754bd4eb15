import Foundation
import Interchange
public import Reporting
import SheetWriter

/// Writes a report to a file, in any format.
public struct WriteReport {
  /// What it is written as.
  public var format: DocumentFormat
  /// Unit, language and room.
  public var presentation: Presentation

  /// Makes the writing of reports of one format; nothing is touched yet.
  public init(_ format: DocumentFormat, _ presentation: Presentation) {
    self.format = format
    self.presentation = presentation
  }

  /// The report as a text; nil for a file of bytes.
  public func text(of report: Report) -> String? {
    switch format {
    case .text: OutputFormat.text.render(report, presentation)
    case .csv: OutputFormat.csv.render(report, presentation)
    case .json: OutputFormat.json.render(report, presentation)
    case .markdown: OutputFormat.markdown.render(report, presentation)
    case .html: HTMLRenderer(presentation, material: .ofThisMachine).render(report)
    case .xlsx, .pdf: nil
    }
  }

  /// Writes the whole file beside its place first, so that a half of one is never found there.
  ///
  /// - Throws: ``WorkflowError`` where the file can't be made.
  public func run(_ report: Report, to path: String) throws {
    try WorkflowError.wording { try write(report, to: path) }
  }

  private func write(_ report: Report, to path: String) throws {
    let isFile = !OutputFile.isNoFile(path)
    if isFile { try OutputPath.check(path) }
    if let text = text(of: report) {
      return isFile
        ? try OutputFile.write(Data(text.utf8), to: path) : try Self.stream(text, to: path)
    }
    guard isFile else {
      throw WorkflowError(
        .cannotCreate, "\(path) is no file, and a \(format.rawValue) document is not a stream",
        remedy: "Name a file.")
    }
    if format == .pdf {
      return try OutputFile.write(try WritePDF(presentation).run(report), to: path)
    }
    try OutputFile.make(path) { try writeWorkbook(report, to: $0, named: path) }
  }

  /// A device or a pipe is written to, never replaced by a file.
  private static func stream(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw OutputFile.trouble(path, error.localizedDescription)
    }
  }

  private func writeWorkbook(_ report: Report, to draft: String, named path: String) throws {
    do throws(SheetFault) {
      try Workbook.write(
        ReportSheets(report, presentation).document(created: Self.created), to: draft)
    } catch {
      throw error.asFault(
        of: path, remedy: "Install libxlsxwriter-dev and run make build, or write CSV.")
    }
  }

  /// The date that documents are given, after the convention of reproducible builds.
  private static var created: Int {
    let asked = Surroundings().moment.map { Int($0.milliseconds / 1000) }
    return max(asked ?? WorkbookDocument.noDate, WorkbookDocument.noDate)
  }
}

extension SheetFault {
  /// The fault of a workbook as one of the file that it was to be.
  ///
  /// - Parameter remedy: what to do where the library is missing.
  func asFault(of path: String, remedy: String) -> any Error {
    isMissingLibrary
      ? WorkflowError(.cannotCreate, description, remedy: remedy)
      : OutputFile.trouble(path, description)
  }
}
