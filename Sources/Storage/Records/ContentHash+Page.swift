internal import Crypto
internal import Foundation

extension ContentHash {
  /// The hash of a text's UTF-8 in base64, as a page's policy names its own style and scripts.
  public static func base64(_ text: String) -> String {
    Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }
}
