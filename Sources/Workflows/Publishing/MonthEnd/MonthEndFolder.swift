import Foundation
import Interchange
import Storage

/// The folder of a month-end set: what is in it, and what may be written over.
struct MonthEndFolder {
  static let contents = "contents.txt"
  private static let mark = "Month-end set made by landbook"

  let path: String
  /// The hashes of files that an earlier set says it made.
  private let earlier: [String: String]

  /// Looks at a folder, which need not be there.
  init(_ path: String) throws {
    self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      throw WorkflowError(
        .cannotCreate, "\(path) is a file and no folder", remedy: "Name a folder with --out.")
    }
    let list = try? String(contentsOfFile: self.path + "/" + Self.contents, encoding: .utf8)
    earlier = list.flatMap(Self.hashes) ?? [:]
    if list != nil, list?.hasPrefix(Self.mark) != true {
      throw WorkflowError(
        .cannotCreate, "\(path) has a \(Self.contents) that no month-end has made",
        remedy: "Name another folder.")
    }
  }

  /// - Throws: ``WorkflowError`` where a file of the name is there that no month-end made, or that
  ///   was changed since.
  func check(_ name: String) throws {
    let file = path + "/" + name
    guard FileManager.default.fileExists(atPath: file) else { return }
    guard let hash = earlier[name] else {
      throw WorkflowError(
        .cannotCreate, "\(file) is there and was not made by month-end",
        remedy: "Move it away, or name another folder.")
    }
    guard try ContentHash.ofFile(at: file) == hash else {
      throw WorkflowError(
        .cannotCreate, "\(file) was changed since month-end made it",
        remedy: "Move it away, or name another folder.")
    }
  }

  /// A folder within this one for files that are not finished; this one is made if need be.
  func draft() throws -> DraftFolder {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return try DraftFolder(in: path)
  }

  /// Takes the draft away, and this folder too where nothing came of it.
  func remove(_ draft: DraftFolder) {
    draft.remove()
    // Fails, as it should, where there is something in it.
    rmdir(path)
  }

  /// Puts finished files in place, and the list of them last; files of an earlier set that are not
  /// made again are taken away.
  func take(
    _ files: [(name: String, title: String)], from draft: DraftFolder, heading: [String]
  ) throws {
    for file in files { try check(file.name) }
    var lines = [heading.first.map { "\(Self.mark): \($0)" } ?? Self.mark] + heading.dropFirst()
    lines.append("")
    for file in files {
      lines.append("\(try ContentHash.ofFile(at: draft.path + "/" + file.name))  \(file.name)")
    }
    lines += [""] + files.map { "\($0.name): \($0.title)" }
    let list = try OutputFile(path + "/" + Self.contents)
    try list.write(lines.joined(separator: "\n") + "\n")
    try list.settle()
    for file in files { try draft.release(file.name) }
    for name in earlier.keys where !files.contains(where: { $0.name == name }) {
      try? removeIfUntouched(name)
    }
    try list.finish()
  }

  private func removeIfUntouched(_ name: String) throws {
    try check(name)
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// `HASH  NAME` a line, as sha256sum reads it; names are plain.
  private static func hashes(_ list: String) -> [String: String] {
    var hashes: [String: String] = [:]
    for line in list.split(separator: "\n") {
      let parts = line.components(separatedBy: "  ")
      guard parts.count == 2, parts[0].count == 64, !parts[1].contains("/"), parts[1] != ".." else {
        continue
      }
      hashes[parts[1]] = parts[0]
    }
    return hashes
  }
}
