/// Walks the outer structure of JSON text in a file of any size, one whole value at a time.
final class JSONStream {
  private static let quote = UInt8(ascii: "\"")

  let file: String
  let window: ByteWindow
  /// The line of the next unread byte, counted from 1.
  private(set) var line = 1

  init(_ source: TextSource) throws {
    file = source.path
    window = try source.open()
  }

  var place: String { "line \(line), byte \(window.offset)" }

  /// The next byte that is not blank, left unread; nil at the end.
  func peek() throws -> UInt8? {
    while true {
      let bytes = window.unread
      var blanks = 0
      while blanks < bytes.count, Self.isBlank(bytes[blanks]) {
        if bytes[blanks] == UInt8(ascii: "\n") { line += 1 }
        blanks += 1
      }
      let next = blanks < bytes.count ? bytes[blanks] : nil
      window.use(blanks)
      if let next { return next }
      guard try window.fill() else { return nil }
    }
  }

  func expect(_ mark: Character) throws {
    guard let next = try peek() else { throw cut() }
    guard next == mark.asciiValue else {
      throw SurveyFault(
        .notUsable,
        "\(file) is not JSON at \(place): expected \"\(mark)\", found \"\(Character(UnicodeScalar(next)))\"",
        remedy: "Repair the file there or export it again.")
    }
    window.use(1)
  }

  /// Takes a mark if it comes next.
  func take(_ mark: Character) throws -> Bool {
    guard try peek() == mark.asciiValue else { return false }
    window.use(1)
    return true
  }

  /// Hands the next whole value to `body`, then goes on behind it.
  func withValue<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    guard try peek() != nil else { throw cut() }
    var scan = JSONValueScan()
    while !scan.run(window.unread) {
      guard try window.fill() else {
        if scan.isWholeScalar { break }
        throw cut()
      }
    }
    let result = try body(UnsafeBufferPointer(rebasing: window.unread[..<scan.place]))
    window.use(scan.place)
    line += scan.lines
    return result
  }

  /// Hands over what is in the buffer to be read in one go; `read` returns how much it read, or
  /// nil where the value is not whole there or not as it should be.
  func readAhead(_ read: (UnsafeBufferPointer<UInt8>) throws -> Int?) throws -> Bool {
    let bytes = window.unread
    guard let count = try read(bytes) else { return false }
    line += bytes[..<count].count { $0 == UInt8(ascii: "\n") }
    window.use(count)
    return true
  }

  func cut() -> SurveyFault {
    SurveyFault(
      .notUsable, "\(file) is cut short: it ends at \(place)",
      remedy: "Get the whole file: copy or export it again.")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
