import Foundation
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
    let isFile = Self.isFileOrNothing(path)
    if isFile { try OutputPath.check(path) }
    if let text = text(of: report) {
      // A device or a pipe is written to, never replaced by a file.
      return try Self.write(Data(text.utf8), to: path, atomically: isFile)
    }
    guard isFile else {
      throw WorkflowError(
        .cannotCreate, "\(path) is no file, and a \(format.rawValue) document is not a stream",
        remedy: "Name a file.")
    }
    if format == .pdf {
      return try Self.write(try WritePDF(presentation).run(report), to: path, atomically: true)
    }
    try replace(path) { try writeWorkbook(report, to: $0) }
  }

  private static func write(_ bytes: Data, to path: String, atomically: Bool) throws {
    do {
      try bytes.write(to: URL(fileURLWithPath: path), options: atomically ? .atomic : [])
    } catch { throw fault(path, error.localizedDescription) }
  }

  private func writeWorkbook(_ report: Report, to path: String) throws {
    do throws(SheetFault) {
      try Workbook.write(
        ReportSheets(report, presentation).document(created: Self.created), to: path)
    } catch {
      throw WorkflowError(
        .cannotCreate, error.description,
        remedy: error.isMissingLibrary
          ? "Install libxlsxwriter-dev and run make build, or write CSV."
          : "Check the folder and the space left.")
    }
  }

  /// The date that documents are given, after the convention of reproducible builds.
  private static var created: Int {
    let asked = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
    return max(asked ?? WorkbookDocument.noDate, WorkbookDocument.noDate)
  }

  private func replace(_ path: String, _ write: (String) throws -> Void) throws {
    let target = URL(fileURLWithPath: path)
    let draft = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: draft) }
    try write(draft.path)
    guard rename(draft.path, path) == 0 else {
      throw Self.fault(path, String(cString: strerror(errno)))
    }
  }

  private static func fault(_ path: String, _ reason: String) -> WorkflowError {
    WorkflowError(
      .cannotCreate, "\(path) can't be written (\(reason))",
      remedy: "Check the folder and the space left.")
  }

  private static func isFileOrNothing(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let type = attributes?[.type] as? FileAttributeType else { return true }
    return type == .typeRegular
  }
}
