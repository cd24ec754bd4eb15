internal import Foundation

/// Files that are whole on the disk before they are called by their name.
enum DurableFile {
  /// Gives a finished file the name of another, which goes; whoever looks sees one or the other.
  ///
  /// - Parameter temporary: a file in the same folder.
  static func replace(_ path: String, by temporary: String) throws {
    try sync(temporary)
    guard rename(temporary, path) == 0 else {
      throw BookError(
        .cannotCreate, path: path, "the file can't be put in place (\(reason()))",
        remedy: "check that its folder may be written to")
    }
    try sync(folder(of: path))
  }

  /// Returns when all bytes of a file, or all names of a folder, are on the disk.
  static func sync(_ path: String) throws {
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { Foundation.close(descriptor) }
    // Some network file systems know no syncing of folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(path) }
  }

  /// Makes an empty file that nobody else may read until its leave is given.
  static func makePrivate(_ path: String) throws {
    remove(path)
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw BookError(
        .cannotCreate, path: path, "the file can't be made (\(reason()))",
        remedy: "check that its folder exists, may be written to and has space left")
    }
    Foundation.close(descriptor)
  }

  /// Lets those read and write a file who may read and write the other.
  static func copyLeave(from original: String, to path: String) {
    var state = stat()
    guard stat(original, &state) == 0 else { return }
    _ = chown(path, state.st_uid, state.st_gid)
    _ = chmod(path, state.st_mode & 0o777)
  }

  /// Removes a file and what SQLite may have left beside it.
  static func remove(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }

  static func folder(of path: String) -> String { (path as NSString).deletingLastPathComponent }

  /// The file itself, where the path leads over links.
  static func real(_ path: String) -> String {
    let absolute = URL(fileURLWithPath: path).standardizedFileURL.path
    guard let resolved = realpath(absolute, nil) else { return absolute }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a path leads to something that a file can't take the place of, such as a pipe.
  static func isNoFile(_ path: String) -> Bool {
    var state = stat()
    return stat(path, &state) == 0 && state.st_mode & S_IFMT != S_IFREG
  }

  static func size(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  private static func failure(_ path: String) -> BookError {
    BookError(
      .inputOutput, path: path, "the file can't be brought safely to the disk (\(reason()))",
      remedy: "check the disk and try again")
  }

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}
