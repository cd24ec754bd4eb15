import Foundation

/// A file read from front to back through one buffer, which grows to hold what is looked at.
final class ByteWindow {
  /// A single row longer than this is refused.
  static let longestRun = 1 << 28

  private let stream: InputStream?
  private let file: String
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var first = 0
  private var last = 0
  /// The place of the window's first byte in the file.
  private(set) var offset = 0
  private(set) var isAtEnd = false

  init(file: String, capacity: Int = 1 << 18) throws {
    guard let stream = InputStream(fileAtPath: file) else {
      throw SurveyFault(.inputOutput, "\(file) can't be opened", remedy: "Check the path.")
    }
    stream.open()
    self.stream = stream
    self.file = file
    self.capacity = capacity
    storage = .allocate(capacity: capacity)
  }

  /// A window on bytes that are already there.
  init(file: String, bytes: [UInt8]) {
    stream = nil
    self.file = file
    capacity = max(bytes.count, 1)
    storage = .allocate(capacity: capacity)
    storage.update(from: bytes, count: bytes.count)
    last = bytes.count
    isAtEnd = true
  }

  deinit {
    stream?.close()
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
    guard !isAtEnd, let stream else { return false }
    makeSpace()
    guard last - first < Self.longestRun else {
      throw SurveyFault(
        .notUsable,
        "\(file) has a single row of more than \(Self.longestRun >> 20) MiB at byte \(offset)",
        remedy: "Check the quotes and brackets there.")
    }
    let count = stream.read(storage + last, maxLength: capacity - last)
    guard count >= 0 else {
      throw SurveyFault(
        .inputOutput,
        "\(file) can't be read at byte \(offset): \(stream.streamError?.localizedDescription ?? "unknown error")",
        remedy: "Check the file and the disk.")
    }
    last += count
    isAtEnd = count == 0
    return count > 0
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
