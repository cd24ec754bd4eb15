internal import Foundation

/// Notices that a book may have changed, without a lock and without opening it again.
public final class BookWatch: Sendable {
  /// What changes with every commit and when another file takes the book's place.
  public struct Mark: Hashable, Sendable {
    let device: UInt64
    let file: UInt64
    /// SQLite's count of changes, from the header of the file.
    let changes: UInt32
  }

  private let path: String
  private let descriptor: Int32
  private let own: Mark

  /// Begins to watch.
  ///
  /// - Throws: ``BookError`` where there is no file that can be read.
  public init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, let state = Self.state(of: path) else {
      throw BookError(
        .missing, path: path, "the file can't be opened", remedy: "check that it may be read")
    }
    own = Mark(device: UInt64(state.st_dev), file: UInt64(state.st_ino), changes: 0)
  }

  deinit { close(descriptor) }

  /// How the file is marked now; nil while it is away or can't be read.
  public var mark: Mark? {
    guard let state = Self.state(of: path) else { return nil }
    let (device, file) = (UInt64(state.st_dev), UInt64(state.st_ino))
    guard device == own.device, file == own.file else {
      return Mark(device: device, file: file, changes: 0)
    }
    var bytes = [UInt8](repeating: 0, count: 4)
    guard pread(descriptor, &bytes, 4, 24) == 4 else { return nil }
    return Mark(
      device: device, file: file, changes: bytes.reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// Whether another file took the place of the one that is watched.
  public var isReplaced: Bool {
    guard let state = Self.state(of: path) else { return false }
    return UInt64(state.st_dev) != own.device || UInt64(state.st_ino) != own.file
  }

  private static func state(of path: String) -> stat? {
    var state = stat()
    return stat(path, &state) == 0 ? state : nil
  }
}
