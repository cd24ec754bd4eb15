import Foundation
import Storage
import Synchronization

/// Files that were sent to a book and wait for somebody to decide: a folder beside it that its owner
/// alone can read.
public final class Inbox: Sendable {
  /// So many files may wait at a time.
  static let mostWaiting = 200
  /// Endings that an import reads; what has another is not taken.
  public static let endings = [
    "csv", "tsv", "txt", "geojson", "json", "geojsonl", "geojsons", "ndjson", "gpkg", "xlsx", "ods",
    "kml", "kmz", "zip", "gpx", "fgb", "xml", "yaml", "yml",
  ]

  private let folder: URL
  private let turn = Mutex(())

  /// The inbox of one book; nothing is made yet.
  public init(ofBook book: String) { folder = URL(fileURLWithPath: book + ".inbox") }

  /// Puts a file in.
  ///
  /// - Throws: ``WorkflowError`` where it is of no known kind, there are too many, or there is no room.
  public func put(
    _ content: [UInt8], named name: String, from sender: String,
    _ subject: ImportRequest.Subject, crs: String?
  ) throws -> InboxItem {
    let ending = URL(fileURLWithPath: "/" + name).pathExtension.lowercased()
    guard Self.endings.contains(ending) else {
      throw WorkflowError(
        .unusable, "the file has no ending that an import reads",
        remedy: "Known endings: \(Self.endings.joined(separator: ", ")).")
    }
    return try turn.withLock { _ in
      guard try all().filter({ $0.status == .waiting }).count < Self.mostWaiting else {
        throw WorkflowError(
          .locked, "\(Self.mostWaiting) files wait already", remedy: "Ask an officer to decide.")
      }
      var item = InboxItem(
        id: Self.randomID(), name: Self.shown(name), sender: sender, subject: subject.rawValue,
        crs: crs, bytes: content.count, hash: ContentHash.of(content), file: "file.\(ending)")
      item.history.append(event(sender, "sent"))
      let own = place(item.id)
      try Self.makeFolder(folder)
      try Self.makeFolder(own)
      do {
        try Self.write(Data(content), to: own.appendingPathComponent(item.file))
        try save(item)
      } catch {
        try? FileManager.default.removeItem(at: own)
        throw error
      }
      return item
    }
  }

  /// All items, the latest first.
  public func all() throws -> [InboxItem] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.compactMap { Self.isID($0) ? item($0) : nil }
      .sorted { ($1.history.first?.at ?? "", $1.id) < ($0.history.first?.at ?? "", $0.id) }
  }

  /// One item; nil where there is none.
  public func item(_ id: String) -> InboxItem? {
    guard Self.isID(id),
      let data = FileManager.default.contents(atPath: place(id).path + "/item.json")
    else { return nil }
    return try? JSONDecoder().decode(InboxItem.self, from: data)
  }

  /// Changes an item that still waits, one change at a time.
  ///
  /// - Throws: ``WorkflowError`` of kind `usage` where it was decided already.
  func change(_ id: String, _ make: (inout InboxItem) throws -> Void) throws -> InboxItem {
    try turn.withLock { _ in
      guard var item = item(id) else {
        throw WorkflowError(.noInput, "there is no such file", remedy: "Load the page again.")
      }
      guard item.status == .waiting else {
        throw WorkflowError(
          .usage, "the file was \(item.status.rawValue) already", remedy: "Load the page again.")
      }
      try make(&item)
      try save(item)
      return item
    }
  }

  /// Takes a file out of turn with a reason, which its sender can read.
  ///
  /// - Throws: ``WorkflowError`` where it was decided already.
  public func reject(_ id: String, by officer: String, because reason: String) throws -> InboxItem {
    try change(id) { item in
      item.status = .rejected
      item.history.append(event(officer, "rejected", reason))
    }
  }

  func event(_ by: String, _ what: String, _ words: String? = nil) -> InboxItem.Event {
    InboxItem.Event(at: Clock.now.description, by: by, what: what, words: words)
  }

  /// Where the file of an item is.
  func path(of item: InboxItem) -> String {
    place(item.id).appendingPathComponent(item.file).path
  }

  private func place(_ id: String) -> URL { folder.appendingPathComponent(id) }

  private func save(_ item: InboxItem) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let path = place(item.id).appendingPathComponent("item.json")
    let draft = place(item.id).appendingPathComponent("item.json.new")
    try? FileManager.default.removeItem(at: draft)
    try Self.write(try encoder.encode(item), to: draft)
    guard rename(draft.path, path.path) == 0 else { throw Self.trouble(path.path) }
  }
}

extension Inbox {
  private static func write(_ data: Data, to place: URL) throws {
    let descriptor = open(place.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw trouble(place.path) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: data)
      try file.synchronize()
    } catch {
      throw trouble(place.path)
    }
  }

  private static func makeFolder(_ place: URL) throws {
    if mkdir(place.path, 0o700) != 0, errno != EEXIST { throw trouble(place.path) }
  }

  private static func trouble(_ path: String) -> WorkflowError {
    WorkflowError(
      .inputOutput, "\(path) can't be written (\(String(cString: strerror(errno))))",
      remedy: "Check the folder and the space left.")
  }

  private static func randomID() -> String {
    let digits = String(ContentHash.of(AccessFile.randomKey()).prefix(32))
    return digits
  }

  private static func isID(_ name: String) -> Bool {
    name.utf8.count == 32
      && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// A name as people are shown it; it is never part of a path.
  private static func shown(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "file"
    let tame = last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(120)
    return String(String.UnicodeScalarView(tame))
  }
}
