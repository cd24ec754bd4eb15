internal import Crypto
internal import Foundation

extension ContentHash {
  /// The first eight bytes of the hash of a text's UTF-8, as a number.
  public static func number(_ text: String) -> UInt64 {
    SHA256.hash(data: Data(text.utf8)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The hash of a text's UTF-8, hexadecimal.
  public static func of(_ text: String) -> String {
    hexadecimal(SHA256.hash(data: Data(text.utf8)))
  }

  /// The hash of numbers as their bits, hexadecimal.
  public static func of(_ numbers: [Double]) -> String {
    var hash = SHA256()
    for number in numbers {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { hash.update(bufferPointer: $0) }
    }
    return hexadecimal(hash.finalize())
  }
}

extension ContentHash {
  /// The hash of bytes, hexadecimal.
  public static func of(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: Data(bytes)))
  }
}
