import Foundation

/// A file that appears under its name only when it is whole.
final class OutputFile {
  private let path: String
  private let temporary: String
  private let handle: FileHandle
  private var bytes: [UInt8] = []
  private var isFinished = false

  init(_ path: String) throws {
    self.path = path
    let url = URL(fileURLWithPath: path)
    temporary =
      url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(UUID().uuidString.prefix(8)).part").path
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else {
      throw SurveyFault(
        .cannotCreate, "\(path) can't be made", remedy: "Check the folder and your rights in it.")
    }
    self.handle = handle
  }

  deinit {
    try? handle.close()
    if !isFinished { try? FileManager.default.removeItem(atPath: temporary) }
  }

  func write(_ text: String) throws {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 18 { try flush() }
  }

  /// Brings everything to disk and gives the file its name.
  func finish() throws {
    try flush()
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw Self.broken(path, error)
    }
    guard rename(temporary, path) == 0 else {
      throw SurveyFault(
        .cannotCreate, "\(path) can't be made", remedy: "Check that no folder has that name.")
    }
    isFinished = true
  }

  private func flush() throws {
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      throw Self.broken(path, error)
    }
    bytes.removeAll(keepingCapacity: true)
  }

  private static func broken(_ path: String, _ error: any Error) -> SurveyFault {
    SurveyFault(
      .inputOutput, "\(path) can't be written: \(error.localizedDescription)",
      remedy: "Check the space on the disk.")
  }
}
