public import Foundation
import Interchange
public import Reporting

/// Makes the PDF of a report: the page as it is printed, by WeasyPrint.
///
/// The same report gives the same bytes on one machine: dates in the file are left out, and letters
/// come from the fonts that the page names (Debian's fonts-noto-core, fonts-dejavu-core).
public struct WritePDF {
  private let presentation: Presentation

  /// Makes the PDFs of one language and unit; nothing is started yet.
  public init(_ presentation: Presentation) {
    self.presentation = presentation
  }

  /// The bytes of the PDF.
  ///
  /// - Throws: ``WorkflowError`` where WeasyPrint is missing, fails or takes too long.
  public func run(_ report: Report) throws -> Data {
    let engine = try PDFEngine()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("landbook-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw WorkflowError(
        .cannotCreate, "\(folder.path) can't be made (\(error.localizedDescription))",
        remedy: "Name a folder that can be written to in TMPDIR.")
    }
    UnfinishedFiles.add(folder.path)
    defer {
      try? FileManager.default.removeItem(at: folder)
      UnfinishedFiles.remove(folder.path)
    }
    return try engine.print(HTMLRenderer(presentation).render(report.onPaper), in: folder)
  }
}

extension Report {
  /// The report without what only a screen shows.
  fileprivate var onPaper: Report {
    var paper = self
    paper.details = []
    return paper
  }
}
