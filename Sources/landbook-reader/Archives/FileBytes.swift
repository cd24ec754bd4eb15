import Foundation

/// Pieces of a file of any size, read at their places.
struct FileBytes {
  private let handle: FileHandle
  let count: UInt64

  init(_ path: String) throws(ReaderFault) {
    guard let handle = FileHandle(forReadingAtPath: path), let end = try? handle.seekToEnd() else {
      throw ReaderFault("it can't be read: check your rights to it")
    }
    self.handle = handle
    count = end
  }

  /// The bytes at a place; fewer where the file ends.
  func read(_ length: Int, at place: UInt64) throws(ReaderFault) -> [UInt8] {
    // A place past the end may be past what a file can have at all.
    guard place <= count else { return [] }
    do {
      try handle.seek(toOffset: place)
      return [UInt8](try handle.read(upToCount: length) ?? Data())
    } catch {
      throw ReaderFault("it can't be read: \(error.localizedDescription)")
    }
  }
}

extension [UInt8] {
  /// A number of two, four or eight bytes, least first; 0 where the bytes end before it.
  func little(_ size: Int, at place: Int) -> UInt64 {
    guard place >= 0, place + size <= count else { return 0 }
    return (0..<size).reduce(0) { $0 | UInt64(self[place + $1]) << (8 * UInt64($1)) }
  }
}
