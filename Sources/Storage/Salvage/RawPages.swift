internal import Foundation

/// The pages of an SQLite file, read without SQLite and believed in nothing.
///
/// The form is that of "Database File Format" of sqlite.org.
final class RawPages {
  private let bytes: UnsafeRawBufferPointer
  let pageSize: Int
  let count: Int
  /// Whether the first page begins as that of a database does.
  let hasHeader: Bool

  init(_ path: String) throws {
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw BookError(
        errno == ENOENT ? .missing : .inputOutput, path: path, "the file can't be opened",
        remedy: "check its name and that it may be read")
    }
    defer { Foundation.close(descriptor) }
    let length = Int(lseek(descriptor, 0, SEEK_END))
    let start = length > 0 ? mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0) : nil
    guard let start, start != MAP_FAILED else {
      throw BookError(
        .notABook, path: path, "the file is empty or can't be read",
        remedy: "name the file that was a book")
    }
    bytes = UnsafeRawBufferPointer(start: start, count: length)
    hasHeader = bytes.count >= 100 && bytes.starts(with: "SQLite format 3\0".utf8)
    pageSize = Self.pageSize(bytes, hasHeader: hasHeader)
    count = (length + pageSize - 1) / pageSize
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

  /// - Parameter number: counted from 1.
  /// - Returns: nil where the file has no such page, or not all of it.
  func page(_ number: Int) -> RawPage? {
    guard number >= 1, number <= count, number * pageSize <= bytes.count else { return nil }
    let start = (number - 1) * pageSize
    return RawPage(
      number: number, bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<start + pageSize]))
  }

  /// The size that the header names, or the one with which most pages look like pages.
  private static func pageSize(_ bytes: UnsafeRawBufferPointer, hasHeader: Bool) -> Int {
    if hasHeader {
      let named = Int(bytes[16]) << 8 | Int(bytes[17])
      let size = named == 1 ? 65_536 : named
      if size >= 512, size.nonzeroBitCount == 1 { return size }
    }
    let sizes = [4096, 1024, 2048, 8192, 16_384, 32_768, 512, 65_536]
    func share(_ size: Int) -> Double {
      let starts = Array(stride(from: size, to: bytes.count - 8, by: size).prefix(2000))
      let good = starts.filter { RawPage.kinds.contains(bytes[$0]) && bytes[$0 + 1] < 16 }
      return starts.isEmpty ? 0 : Double(good.count) / Double(starts.count)
    }
    let shares = sizes.map { (size: $0, share: share($0)) }
    let best = shares.map(\.share).max() ?? 0
    return shares.first { $0.share >= best * 0.95 }?.size ?? 4096
  }
}

/// One page, with what its first bytes say that it is.
struct RawPage {
  enum Kind: UInt8 {
    case indexInterior = 2
    case tableInterior = 5
    case indexLeaf = 10
    case tableLeaf = 13
  }

  static let kinds: Set<UInt8> = [2, 5, 10, 13]

  let number: Int
  let bytes: UnsafeRawBufferPointer

  private var start: Int { number == 1 ? 100 : 0 }

  var kind: Kind? { Kind(rawValue: bytes[start]) }

  private var isInterior: Bool { kind == .tableInterior || kind == .indexInterior }

  /// Where the cells begin; nil for one that lies outside of the page.
  var cells: [Int?] {
    let first = start + (isInterior ? 12 : 8)
    let count = short(start + 3)
    guard first + 2 * count <= bytes.count else { return [nil] }
    return (0..<count).map { place in
      let offset = short(first + 2 * place)
      return offset >= first + 2 * count && offset < bytes.count ? offset : nil
    }
  }

  /// The last child of an interior page.
  var lastChild: Int { Int(word(start + 8)) }

  func short(_ offset: Int) -> Int { Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) }

  func word(_ offset: Int) -> UInt32 {
    guard offset + 4 <= bytes.count else { return 0 }
    return UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// A number of one to nine bytes, and where it ends.
  func number(at offset: Int) -> (value: Int64, end: Int)? { RawNumber.read(bytes, at: offset) }
}

/// Numbers of one to nine bytes, seven bits each and the last one whole.
enum RawNumber {
  static func read(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> (value: Int64, end: Int)? {
    var value: UInt64 = 0
    for place in 0..<9 {
      guard offset + place < bytes.count else { return nil }
      let byte = bytes[offset + place]
      if place == 8 { return (Int64(bitPattern: value << 8 | UInt64(byte)), offset + 9) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte & 0x80 == 0 { return (Int64(bitPattern: value), offset + place + 1) }
    }
    return nil
  }
}
