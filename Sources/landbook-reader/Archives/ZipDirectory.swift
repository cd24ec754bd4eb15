import Foundation

/// One file or folder of a zip archive, as its central directory has it.
struct ZipEntry {
  var name: String
  /// The name's bytes, of which those in no known encoding are lost in ``name``.
  var nameBytes: [UInt8]
  var flags: UInt64
  var method: UInt64
  var checksum: UInt64
  var packed: UInt64
  var size: UInt64
  /// Where its own header stands in the archive.
  var place: UInt64
  var isFolder: Bool { name.hasSuffix("/") }
  /// Whether the name is written in UTF-8, or in ASCII, which reads the same.
  var isNameUTF8: Bool { flags & 0x800 != 0 || nameBytes.allSatisfy { $0 < 0x80 } }
  var isEncrypted: Bool { flags & 0x41 != 0 }
}

/// The central directory of a zip archive, read here and not by a library (APPNOTE.TXT 6.3).
struct ZipDirectory {
  private static let mostEntries = 20_000
  private static let longestDirectory: UInt64 = 64 << 20

  let entries: [ZipEntry]
  /// Where the directory begins, and so the contents end.
  let start: UInt64
  let file: FileBytes

  init(_ path: String) throws(ReaderFault) {
    file = try FileBytes(path)
    let end = try Self.end(file)
    guard end.count <= UInt64(Self.mostEntries) else {
      throw ReaderFault(
        "the archive holds \(end.count) entries, more than \(Self.mostEntries): unpack it and import its files"
      )
    }
    guard end.start <= file.count, end.length <= Self.longestDirectory,
      end.length <= file.count - end.start
    else { throw Self.cut }
    start = end.start
    let bytes = try file.read(Int(end.length), at: end.start)
    entries = try Self.entries(bytes)
    guard entries.count == Int(end.count) else {
      throw ReaderFault(
        "the archive announces \(end.count) entries and lists \(entries.count): make it again")
    }
  }

  static var cut: ReaderFault {
    ReaderFault("it is no whole zip archive; it may be cut short: fetch it again")
  }

  private typealias End = (count: UInt64, length: UInt64, start: UInt64)

  /// The record at the end of an archive says where its directory is.
  private static func end(_ file: FileBytes) throws(ReaderFault) -> End {
    let tailLength = min(file.count, 22 + 65_535)
    let tail = try file.read(Int(tailLength), at: file.count - tailLength)
    guard tail.count >= 22,
      let place = (0...tail.count - 22).reversed().first(where: { place in
        tail.little(4, at: place) == 0x0605_4B50
          && place + 22 + Int(tail.little(2, at: place + 20)) == tail.count
      })
    else { throw cut }
    guard tail.little(2, at: place + 4) == tail.little(2, at: place + 6) else {
      throw ReaderFault("it is one part of a zip archive of several: put them together first")
    }
    let end = (
      tail.little(2, at: place + 10), tail.little(4, at: place + 12), tail.little(4, at: place + 16)
    )
    guard end.0 == 0xFFFF || end.1 == 0xFFFF_FFFF || end.2 == 0xFFFF_FFFF else { return end }
    // ZIP64: a locator stands before the end and says where the long record is.
    guard place >= 20, tail.little(4, at: place - 20) == 0x0706_4B50 else { return end }
    let record = try file.read(56, at: tail.little(8, at: place - 12))
    guard record.little(4, at: 0) == 0x0606_4B50 else { throw cut }
    return (record.little(8, at: 32), record.little(8, at: 40), record.little(8, at: 48))
  }

  private static func entries(_ bytes: [UInt8]) throws(ReaderFault) -> [ZipEntry] {
    var entries: [ZipEntry] = []
    var place = 0
    while place < bytes.count, entries.count <= mostEntries {
      guard bytes.little(4, at: place) == 0x0201_4B50 else { break }
      let nameLength = Int(bytes.little(2, at: place + 28))
      let extraLength = Int(bytes.little(2, at: place + 30))
      let next = place + 46 + nameLength + extraLength + Int(bytes.little(2, at: place + 32))
      guard next <= bytes.count else { throw cut }
      let name = Array(bytes[(place + 46)..<(place + 46 + nameLength)])
      var entry = ZipEntry(
        name: String(decoding: name, as: UTF8.self), nameBytes: name,
        flags: bytes.little(2, at: place + 8), method: bytes.little(2, at: place + 10),
        checksum: bytes.little(4, at: place + 16),
        packed: bytes.little(4, at: place + 20), size: bytes.little(4, at: place + 24),
        place: bytes.little(4, at: place + 42))
      let extra = Array(bytes[(place + 46 + nameLength)..<(place + 46 + nameLength + extraLength)])
      lengthen(&entry, extra)
      entries.append(entry)
      place = next
    }
    return entries
  }

  /// Numbers too long for four bytes stand in an extra field.
  private static func lengthen(_ entry: inout ZipEntry, _ extra: [UInt8]) {
    var place = 0
    while place + 4 <= extra.count {
      let length = Int(extra.little(2, at: place + 2))
      if extra.little(2, at: place) == 1 {
        var next = place + 4
        for number in [\ZipEntry.size, \ZipEntry.packed, \ZipEntry.place]
        where entry[keyPath: number] == 0xFFFF_FFFF {
          entry[keyPath: number] = extra.little(8, at: next)
          next += 8
        }
      }
      place += 4 + length
    }
  }
}
