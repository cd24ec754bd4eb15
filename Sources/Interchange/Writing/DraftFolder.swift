import Foundation

/// A folder for what is not whole yet, on the disk where it is to be.
public struct DraftFolder {
  /// Where it is.
  public let path: String
  private let target: String

  /// Makes a folder that nobody else sees in the one given.
  ///
  /// - Throws: ``SurveyFault`` where none can be made there.
  public init(in folder: String) throws {
    target = folder
    path = folder + "/.landbook-\(UUID().uuidString.prefix(8))"
    UnfinishedFiles.add(path)
    guard mkdir(path, 0o700) == 0 else {
      defer { UnfinishedFiles.remove(path) }
      throw WritingTrouble.fault(path, errno, needed: 1)
    }
  }

  /// Gives a file in it its name in the folder around it, in place of one that is there.
  public func release(_ name: String) throws {
    let draft = path + "/" + name
    let descriptor = open(draft, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WritingTrouble.fault(draft, errno, needed: 1) }
    fsync(descriptor)
    close(descriptor)
    try OutputFile.place(draft, at: target + "/" + name)
  }

  /// Takes it away with all that is in it.
  public func remove() {
    try? FileManager.default.removeItem(atPath: path)
    UnfinishedFiles.remove(path)
  }
}
