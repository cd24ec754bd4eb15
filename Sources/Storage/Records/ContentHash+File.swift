internal import Crypto
internal import Foundation

extension ContentHash {
  /// The SHA-256 of lines of text, each with its end.
  public static func ofLines(_ lines: some Sequence<String>) -> String {
    var hash = SHA256()
    for line in lines { hash.update(data: Array((line + "\n").utf8)) }
    return hexadecimal(hash.finalize())
  }

  /// The SHA-256 of a file's bytes, or of the names and bytes of all files of a folder such as a
  /// file geodatabase; memory stays bounded.
  ///
  /// - Parameter watch: told how many bytes of a file were read and of how many; what it throws ends
  ///   the reading.
  public static func ofFile(
    at path: String, watch: (_ read: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws -> String {
    var hash = SHA256()
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
        hash.update(data: Array(name.utf8))
        try add(fileAt: (path as NSString).appendingPathComponent(name), to: &hash, watch)
      }
    } else {
      try add(fileAt: path, to: &hash, watch)
    }
    return hexadecimal(hash.finalize())
  }

  private static func add(
    fileAt path: String, to hash: inout SHA256, _ watch: (Int, Int) throws -> Void
  ) throws {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let total = attributes?[.size] as? Int ?? 0
    var read = 0
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    while let block = try file.read(upToCount: 1 << 20), !block.isEmpty {
      hash.update(data: block)
      read += block.count
      try watch(read, total)
    }
  }
}
