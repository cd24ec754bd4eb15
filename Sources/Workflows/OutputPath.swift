import Foundation
import Interchange

/// Where the program may write: never over a book, another database or the file it reads.
public enum OutputPath {
  /// - Parameter input: the file being read, if there is one.
  /// - Throws: ``WorkflowError`` of kind `cannotCreate`.
  public static func check(_ path: String, input: String? = nil) throws {
    if SurveyFile.isGeoPackage(path) {
      throw WorkflowError(
        .cannotCreate, "\(path) is a book or another database, and would be lost",
        remedy: "Name another file, or delete this one first.")
    }
    let given = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
    if let input, given == URL(fileURLWithPath: input).standardizedFileURL.resolvingSymlinksInPath()
    {
      throw WorkflowError(
        .cannotCreate, "\(path) is the file being read", remedy: "Name another file.")
    }
    if OutputFile.isNoFile(path) {
      throw WorkflowError(
        .cannotCreate,
        "\(path) is a folder, a device or a pipe, and is not replaced by a file",
        remedy: "Name a file.")
    }
    let folder = given.deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw WorkflowError(
        .cannotCreate, "\(path) can't be made: \(folder) is missing or may not be written to",
        remedy: "Name a file in a folder that you can write to.")
    }
  }
}
