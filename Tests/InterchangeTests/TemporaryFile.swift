import Foundation

@testable import Interchange

/// A folder for the files of one test, gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("landbook-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ text: String) throws -> String {
    try file(name, bytes: Array(text.utf8))
  }

  func file(_ name: String, bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}

extension SurveyTable {
  /// All rows of a small table.
  func rows() throws -> [SurveyRow] {
    var rows: [SurveyRow] = []
    try forEachRow { rows.append($0) }
    return rows
  }

  /// Opens text as a file of the given ending.
  static func of(_ text: String, ending: String = "csv", in folder: TemporaryFolder) throws
    -> SurveyTable
  {
    try SurveyFile.open(try folder.file("table.\(ending)", text))
  }
}

extension SurveyRow {
  func cell(_ name: String, in table: SurveyTable) -> String? {
    guard let place = table.header.columns.firstIndex(of: name), place < cells.count else {
      return nil
    }
    return cells[place]
  }
}
