import Foundation
import Interchange
import Storage

/// The tokens of a book: a file beside it that its owner alone can read, never a part of the book,
/// which is mailed about.
public struct AccessFile: Sendable {
  /// Where it is.
  public let path: String

  /// The file of one book; nothing is touched yet.
  public init(ofBook book: String) { path = book + ".tokens" }

  private struct Contents: Codable {
    var tokens: [AccessGrant]
  }

  /// What changes with every change of the file; nil where there is none.
  public var mark: [Int64]? {
    var state = stat()
    guard stat(path, &state) == 0 else { return nil }
    return [
      Int64(state.st_ino), Int64(state.st_size), Int64(state.st_mtim.tv_sec),
      Int64(state.st_mtim.tv_nsec),
    ]
  }

  /// The tokens there are; none where there is no file.
  ///
  /// - Throws: ``WorkflowError`` where others can read it, or it can't be understood.
  public func grants() throws -> [AccessGrant] {
    var state = stat()
    guard stat(path, &state) == 0 else { return [] }
    guard state.st_mode & 0o077 == 0 else {
      throw WorkflowError(
        .failed, "\(path) can be read or written by others", remedy: "chmod 600 \(path)")
    }
    guard state.st_size <= 1 << 20, let data = FileManager.default.contents(atPath: path),
      let contents = try? JSONDecoder().decode(Contents.self, from: data)
    else {
      throw WorkflowError(
        .unusable, "\(path) is no list of tokens", remedy: "Move it away and make the tokens anew.")
    }
    return contents.tokens
  }

  /// Makes a token.
  ///
  /// - Returns: the token, which can't be shown again.
  /// - Throws: ``WorkflowError`` where the name is taken or the file can't be written.
  public func add(
    _ name: String, profile: String, role: AccessGrant.Role
  ) throws -> String {
    let token = Self.random()
    try change { grants in
      guard !grants.contains(where: { $0.name == name }) else {
        throw WorkflowError(
          .usage, "there is a token named \(name) already",
          remedy: "Choose another name, or revoke it: landbook token revoke.")
      }
      grants.append(
        AccessGrant(
          name: name, profile: profile, role: role, hash: Self.hash(of: token),
          madeAt: Clock.now.description))
    }
    return token
  }

  /// Takes a token back.
  ///
  /// - Throws: ``WorkflowError`` where there is none of that name.
  public func revoke(_ name: String) throws {
    try change { grants in
      guard let place = grants.firstIndex(where: { $0.name == name }) else {
        let names = grants.map(\.name).sorted().joined(separator: ", ")
        throw WorkflowError(
          .usage, "there is no token named \(name)",
          remedy: names.isEmpty ? "There are none." : "There are: \(names).")
      }
      grants.remove(at: place)
    }
  }

  private func change(_ make: (inout [AccessGrant]) throws -> Void) throws {
    let draft = path + ".new"
    let file = FileHandle(fileDescriptor: try alone(on: draft))
    UnfinishedFiles.add(draft)
    defer {
      UnfinishedFiles.remove(draft)
      try? file.close()
    }
    do {
      var grants = try grants()
      try make(&grants)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: try encoder.encode(Contents(tokens: grants)) + Data("\n".utf8))
      try file.synchronize()
      guard rename(draft, path) == 0 else { throw trouble(path) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Opens the draft that one change at a time writes: whoever comes meanwhile waits for it.
  ///
  /// The lock ends with its process, so that what a kill left behind keeps nobody out.
  private func alone(on draft: String) throws -> Int32 {
    while true {
      let descriptor = open(draft, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw trouble(draft) }
      var (opened, named) = (stat(), stat())
      guard fchmod(descriptor, 0o600) == 0, flock(descriptor, LOCK_EX) == 0,
        fstat(descriptor, &opened) == 0
      else {
        defer { close(descriptor) }
        throw trouble(draft)
      }
      // The one before has made it the list while this one waited.
      if stat(draft, &named) == 0, named.st_ino == opened.st_ino { return descriptor }
      close(descriptor)
    }
  }

  private func trouble(_ path: String) -> WorkflowError {
    WorkflowError(
      .cannotCreate, "\(path) can't be written (\(String(cString: strerror(errno))))",
      remedy: "Check the folder.")
  }

  /// What every token begins with, so that one that was lost is known for what it is.
  private static let prefix = "landbook_"

  private static func random() -> String { prefix + randomKey() }

  /// 256 bits of the system's.
  public static func randomKey() -> String {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let text = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    return text.replacing("=", with: "")
  }

  /// How a token is kept: it is random in all its bits, so that no slow hash is needed.
  public static func hash(of token: String) -> String { ContentHash.of(token) }
}
