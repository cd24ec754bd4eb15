public import Foundation
import LandRelease
public import Reporting
import Storage

extension ServedBook {
  /// A report as a profile lets it out, with the state of the book that it is of.
  ///
  /// - Throws: ``WorkflowError`` of kind `usage` where the statement is not made of what was asked.
  public func report(
    _ request: ReportRequest, for sharing: SharingProfile
  ) throws -> (state: BookState, report: Report) {
    var request = request
    request.countsRecords = sharing.countsRecords
    request.mostSensitive = sharing.mostSensitive
    return try reading { state, book in
      let made = try MakeReport(book).run(request)
      return (state, try ShareReports(book, sharing).run(made))
    }
  }

  /// The years in which ground moved, the first first.
  public func years() throws -> [Int] {
    try reading { _, book in
      try book.store.read { reader in
        try reader.movementSums(by: [.year], MovementFilter(layer: .land)).compactMap { sum in
          sum[.year].flatMap { Int($0) }
        }.sorted()
      }
    }
  }
}

extension WriteReport {
  /// The report as it would stand in a file.
  ///
  /// - Throws: ``WorkflowError`` where it can't be made.
  public func data(of report: Report) throws -> Data {
    if let text = text(of: report) { return Data(text.utf8) }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("landbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("report.\(format.rawValue)")
    try run(report, to: file.path)
    return try Data(contentsOf: file)
  }
}
