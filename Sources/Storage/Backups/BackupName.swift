internal import Foundation

/// The name of a backup that lies beside its book: `book.gpkg.bak-20260301T083000Z`.
struct BackupName: Hashable, Comparable {
  /// To the second, in UTC.
  let madeAt: Timestamp
  /// Which of several of one second.
  let number: Int

  init(madeAt: Timestamp, number: Int = 1) {
    self.madeAt = Timestamp(milliseconds: madeAt.milliseconds / 1000 * 1000)
    self.number = number
  }

  /// Reads what follows `book.gpkg.bak-`; nil for any other name.
  init?(_ text: Substring) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let bytes = Array(parts[0].utf8)
    guard parts.count <= 2, bytes.count == 16, bytes[8] == UInt8(ascii: "T"),
      bytes[15] == UInt8(ascii: "Z")
    else { return nil }
    let digits = bytes.map { String(UnicodeScalar($0)) }
    func part(_ range: Range<Int>) -> String { digits[range].joined() }
    guard
      let moment = Timestamp(
        "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))Z"
      ),
      let number = parts.count == 1 ? 1 : Int(parts[1]), parts.count == 1 || number > 1
    else { return nil }
    self.init(madeAt: moment, number: number)
    guard self.text == text else { return nil }
  }

  var text: String {
    let stamp = madeAt.description.prefix(19).filter { $0 != "-" && $0 != ":" }
    return number == 1 ? "\(stamp)Z" : "\(stamp)Z-\(number)"
  }

  /// By time.
  static func < (left: BackupName, right: BackupName) -> Bool {
    (left.madeAt, left.number) < (right.madeAt, right.number)
  }

  /// What stands between the name of a book and that of its backup.
  static let mark = ".bak-"
}
