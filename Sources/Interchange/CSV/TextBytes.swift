import Foundation

/// Opens a text file as UTF-8 bytes: a byte order mark is dropped, UTF-16 is converted.
enum TextBytes {
  /// A UTF-16 text is held whole while it is converted, so it is limited.
  private static let longestUTF16 = 1 << 29

  /// - Returns: the window, and whether the text came as UTF-16 (byte offsets are not the file's).
  static func open(_ file: String) throws -> ByteWindow {
    let window = try ByteWindow(file: file)
    while window.unread.count < 4, try window.fill() {}
    let start = Array(window.unread.prefix(4))
    if start.starts(with: [0xEF, 0xBB, 0xBF]) {
      window.use(3)
    } else if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      return try convertingUTF16(file, isLittleEndian: start[0] == 0xFF)
    } else if start.count > 1, start[0] == 0 || start[1] == 0 {
      throw SurveyFault(
        .notUsable, "\(file) is not text: it holds zero bytes",
        remedy: "Save it as CSV in UTF-8.")
    }
    return window
  }

  private static func convertingUTF16(_ file: String, isLittleEndian: Bool) throws -> ByteWindow {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    guard data.count <= longestUTF16, data.count % 2 == 0 else {
      throw SurveyFault(
        .notUsable, "\(file) is UTF-16 and cut short or larger than \(longestUTF16 >> 20) MiB",
        remedy: "Save it as CSV in UTF-8.")
    }
    let units = stride(from: 2, to: data.count, by: 2).map { place in
      let (first, second) = (UInt16(data[place]), UInt16(data[place + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw SurveyFault(
        .notUsable, "\(file) is marked as UTF-16 and is not",
        remedy: "Save it as CSV in UTF-8.")
    }
    return ByteWindow(file: file, bytes: Array(text.utf8))
  }
}
