import Foundation

/// Where refused rows are written unless somebody names a file.
///
/// A folder of their own in the working folder: beside the file, the next `*.csv` would take them
/// for data.
enum RejectsPath {
  /// A path that no file has yet: `rejects/NAME.csv`, else `rejects/NAME-2.csv` and so on.
  static func fresh(for file: String, in folder: String = "rejects") -> String {
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let first = "\(folder)/\(name).csv"
    var (path, number) = (first, 1)
    while FileManager.default.fileExists(atPath: path) {
      number += 1
      path = "\(folder)/\(name)-\(number).csv"
    }
    return path
  }
}
