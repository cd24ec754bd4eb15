import Foundation

/// A file for the parsers that read files, in memory where the machine has such a folder.
enum ScratchFile {
  private static let folder: String = {
    let shared = "/dev/shm"
    let root = FileManager.default.isWritableFile(atPath: shared) ? shared : NSTemporaryDirectory()
    return "\(root)/landbook-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
  }()

  static func with<Value>(_ bytes: [UInt8], _ ending: String, _ body: (String) -> Value) -> Value {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let path = "\(folder)/\(UInt64.random(in: 0 ... .max)).\(ending)"
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
    defer {
      try? FileManager.default.removeItem(atPath: path)
      rmdir(folder)
    }
    return body(path)
  }
}
