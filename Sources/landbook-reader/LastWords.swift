import Foundation

/// What is said on standard error, which may be a file that takes nothing any more.
enum LastWords {
  static func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(2, bytes, bytes.count)
  }
}
