import Foundation

/// Fingerprints of polygons that are too many to hold, in a file without a name.
///
/// They lie there in parts, so that equal ones are in one part, and come back part by part.
final class FingerprintFile {
  private static let parts = 64
  private static let buffered = 2048
  private static let stride = MemoryLayout<SamePolygons.Entry>.stride

  private let file: FileHandle
  private var buffers = [[SamePolygons.Entry]](repeating: [], count: parts)
  /// Where the blocks of each part begin, and how many entries they have.
  private var blocks = [[(start: Int, count: Int)]](repeating: [], count: parts)
  private var end = 0

  init() throws {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appendingPathComponent(".landbook-\(UUID().uuidString)").path
    let number = open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard number >= 0 else {
      throw WorkflowError(
        .inputOutput, "no file can be made in \(folder.path)",
        remedy: "Name another folder in TMPDIR.")
    }
    // Without a name it goes with the program, however that ends.
    unlink(path)
    file = FileHandle(fileDescriptor: number, closeOnDealloc: true)
  }

  func add(_ entry: SamePolygons.Entry) throws {
    let part = Int(entry.fingerprint >> 58)
    buffers[part].append(entry)
    if buffers[part].count == Self.buffered { try flush(part) }
  }

  /// Calls the body with the entries of each part.
  func forEachPart(_ body: ([SamePolygons.Entry]) throws -> Void) throws {
    for part in 0..<Self.parts {
      try flush(part)
      var entries: [SamePolygons.Entry] = []
      for block in blocks[part] {
        try file.seek(toOffset: UInt64(block.start))
        let bytes = try file.read(upToCount: block.count * Self.stride) ?? Data()
        entries += bytes.withUnsafeBytes { Array($0.bindMemory(to: SamePolygons.Entry.self)) }
      }
      try body(entries)
    }
  }

  private func flush(_ part: Int) throws {
    let count = buffers[part].count
    if count == 0 { return }
    try file.seek(toOffset: UInt64(end))
    try buffers[part].withUnsafeBytes { try file.write(contentsOf: Data($0)) }
    blocks[part].append((end, count))
    end += count * Self.stride
    buffers[part].removeAll(keepingCapacity: true)
  }
}
