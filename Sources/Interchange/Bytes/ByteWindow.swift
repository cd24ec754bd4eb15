import Foundation

/// A file read from front to back through one buffer, which grows to hold what is looked at.
final class ByteWindow {
  /// A single row longer than this is refused.
  static let longestRun = 1 << 28

  private let stream: InputStream
  private let file: String
  private let watch: ReadingWatch?
  private let size: Int
  private var bytesRead = 0
  private var decoder: TextDecoder?
  /// Bytes of the file that are not decoded yet.
  private var encoded: [UInt8] = []
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var first = 0
  private var last = 0
  /// The place of the window's first byte in the file.
  private(set) var offset = 0
  private(set) var isAtEnd = false
  /// Whether the text comes in another encoding than UTF-8.
  var isDecoded: Bool { decoder != nil }

  init(file: String, capacity: Int = 1 << 18, watch: ReadingWatch? = nil) throws {
    guard let stream = InputStream(fileAtPath: file) else {
      throw SurveyFault(.inputOutput, "\(file) can't be opened", remedy: "Check the path.")
    }
    stream.open()
    self.stream = stream
    self.file = file
    self.watch = watch
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    size = attributes?[.size] as? Int ?? 0
    self.capacity = capacity
    storage = .allocate(capacity: capacity)
  }

  deinit {
    stream.close()
    storage.deallocate()
  }

  /// The bytes read and not yet used; the pointer holds until the next `fill`.
  var unread: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage + first, count: last - first)
  }

  func use(_ count: Int) {
    first += count
    offset += count
  }

  /// Reads on behind the unread bytes; false at the end of the file.
  @discardableResult
  func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    makeSpace()
    guard last - first < Self.longestRun else {
      throw SurveyFault(
        .notUsable,
        "\(file) has a single row of more than \(Self.longestRun >> 20) MiB at byte \(offset)",
        remedy: "Check the quotes and brackets there.")
    }
    guard let decoder else {
      let count = try read(to: storage + last, most: capacity - last)
      last += count
      isAtEnd = count == 0
      return count > 0
    }
    let before = last
    while last == before, !isAtEnd { try fill(with: decoder) }
    return last > before
  }

  private func fill(with decoder: TextDecoder) throws {
    let most = (capacity - last) / TextDecoder.growth - 4
    let chunk = try [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = try read(to: start, most: most)
    }
    isAtEnd = chunk.isEmpty
    encoded += chunk
    decode(decoder)
  }

  private func decode(_ decoder: TextDecoder) {
    var count = 0
    let used = encoded.withUnsafeBufferPointer {
      decoder.decode($0, isAll: isAtEnd, into: storage + last, count: &count)
    }
    encoded.removeFirst(used)
    last += count
  }

  /// Reads on in another encoding than UTF-8, from the first unread byte.
  func decode(with decoder: TextDecoder) {
    self.decoder = decoder
    encoded = Array(unread)
    (first, last) = (0, 0)
    if capacity < encoded.count * TextDecoder.growth + 4 {
      storage.deallocate()
      capacity = encoded.count * TextDecoder.growth + 4
      storage = .allocate(capacity: capacity)
    }
    decode(decoder)
  }

  private func read(to start: UnsafeMutablePointer<UInt8>, most: Int) throws -> Int {
    let count = stream.read(start, maxLength: most)
    guard count >= 0 else {
      throw SurveyFault(
        .inputOutput,
        "\(file) can't be read at byte \(offset): \(stream.streamError?.localizedDescription ?? "unknown error")",
        remedy: "Check the file and the disk.")
    }
    bytesRead += count
    try watch?.pass(bytesRead, size)
    return count
  }

  /// Moves the unread bytes to the front, into a larger buffer where they fill half of this one.
  private func makeSpace() {
    let count = last - first
    if count > capacity / 2 {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: storage + first, count: count)
      storage.deallocate()
      storage = larger
      capacity *= 2
    } else if first > 0 {
      storage.update(from: storage + first, count: count)
    }
    first = 0
    last = count
  }
}
