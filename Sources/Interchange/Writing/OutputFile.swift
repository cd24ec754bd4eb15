public import Foundation

/// A file that appears under its name only when it is whole and on the disk.
///
/// Until then it lies beside its place under another name, and goes if the work fails or is stopped.
public final class OutputFile {
  private let path: String
  private let draft: String
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var written = 0
  private var isFinished = false

  /// Begins a file.
  ///
  /// - Throws: ``SurveyFault`` where none can be made there.
  public init(_ path: String) throws {
    try Self.check(path)
    self.path = Self.resolved(path)
    draft = Self.draftPath(beside: self.path)
    UnfinishedFiles.add(draft)
    descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      defer { UnfinishedFiles.remove(draft) }
      throw WritingTrouble.fault(path, errno, needed: 1)
    }
  }

  deinit {
    guard !isFinished else { return }
    close(descriptor)
    unlink(draft)
    UnfinishedFiles.remove(draft)
  }

  /// Adds text.
  ///
  /// - Throws: ``SurveyFault`` such as on a full disk.
  public func write(_ text: String) throws {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 18 { try flush() }
  }

  /// Brings everything to disk, so that nothing but the name is missing.
  public func settle() throws {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw fault(errno) }
  }

  /// Brings everything to disk and gives the file its name.
  public func finish() throws {
    try settle()
    close(descriptor)
    isFinished = true
    try Self.place(draft, at: path)
  }

  private func flush() throws {
    try bytes.withUnsafeBytes { buffer in
      var place = 0
      while place < buffer.count {
        let count = Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: place), buffer.count - place)
        if count < 0, errno != EINTR { throw fault(errno) }
        place += max(count, 0)
      }
    }
    written += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }

  private func fault(_ code: Int32) -> SurveyFault {
    WritingTrouble.fault(path, code, needed: written + bytes.count)
  }
}

extension OutputFile {
  /// Writes a whole file.
  ///
  /// - Throws: ``SurveyFault`` where it can't be made; what was there before is as it was.
  public static func write(_ data: Data, to path: String) throws {
    let file = try OutputFile(path)
    file.bytes = Array(data)
    try file.finish()
  }

  /// Has a file made by something that writes to a path, such as a library.
  ///
  /// - Parameter make: is given a path beside the file's own, where nothing is yet.
  /// - Throws: ``SurveyFault`` where it can't be brought to its place, and what `make` throws.
  public static func make<Value>(_ path: String, by make: (String) throws -> Value) throws -> Value
  {
    try check(path)
    let path = resolved(path)
    let draft = draftPath(beside: path)
    UnfinishedFiles.add(draft)
    defer {
      unlink(draft)
      UnfinishedFiles.remove(draft)
    }
    let value = try make(draft)
    let descriptor = open(draft, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WritingTrouble.fault(path, errno, needed: 1) }
    let code = fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno
    close(descriptor)
    guard code == 0 else { throw WritingTrouble.fault(path, code, needed: 1) }
    try place(draft, at: path)
    return value
  }

  /// Says that a file could not be written, for a reason in words, and what is left on its disk.
  public static func trouble(_ path: String, _ reason: String) -> SurveyFault {
    WritingTrouble.fault(path, saying: reason)
  }

  /// Whether a path leads to something that a file can't take the place of: a folder, a device, a
  /// pipe or a socket.
  public static func isNoFile(_ path: String) -> Bool {
    var state = stat()
    return stat(path, &state) == 0 && state.st_mode & S_IFMT != S_IFREG
  }

  /// - Throws: ``SurveyFault`` of kind `cannotCreate` where the path leads to what is no file.
  static func check(_ path: String) throws {
    guard isNoFile(path) else { return }
    throw SurveyFault(
      .cannotCreate, "\(path) is a folder, a device or a pipe, and is not replaced by a file",
      remedy: "Name a file.")
  }

  /// Gives a file that is on the disk its name, for good.
  static func place(_ draft: String, at path: String) throws {
    do {
      try check(path)
    } catch {
      unlink(draft)
      UnfinishedFiles.remove(draft)
      throw error
    }
    var before = stat()
    if stat(path, &before) == 0 { chmod(draft, before.st_mode & 0o777) }
    guard rename(draft, path) == 0 else {
      let code = errno
      unlink(draft)
      UnfinishedFiles.remove(draft)
      throw WritingTrouble.fault(path, code, needed: 1)
    }
    UnfinishedFiles.remove(draft)
    syncFolder(of: path)
  }

  /// The name itself has to come to disk; a folder that can't be read is left to the system.
  private static func syncFolder(of path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { return }
    fsync(number)
    close(number)
  }

  /// A link stays one: the file that it leads to is written anew.
  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// With the same ending, by which some writers choose their format.
  private static func draftPath(beside path: String) -> String {
    let place = URL(fileURLWithPath: path)
    let ending = place.pathExtension.isEmpty ? "" : ".\(place.pathExtension)"
    // Names have at most 255 bytes.
    let name = place.deletingPathExtension().lastPathComponent.utf8.prefix(180)
    let stem = String(decoding: name, as: UTF8.self)
    return place.deletingLastPathComponent()
      .appendingPathComponent(".\(stem).\(UUID().uuidString.prefix(8)).part\(ending)").path
  }
}
