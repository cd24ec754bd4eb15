/// Column names made alike: case, blanks and punctuation don't count.
enum ColumnName {
  /// `Reported Area (m²)` and `reported_area_m2` both become `reportedaream2`.
  static func folded(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(name) }
    var folded = ""
    for character in name.lowercased() {
      switch character {
      case "²": folded.append("2")
      case "³": folded.append("3")
      default: if character.isLetter || character.isNumber { folded.append(character) }
      }
    }
    return folded
  }

  private static func foldedASCII(_ name: String) -> String {
    String(
      unsafeUninitializedCapacity: name.utf8.count,
      initializingUTF8With: { folded in
        var count = 0
        for byte in name.utf8 {
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            folded[count] = byte
          case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded[count] = byte | 0x20
          default: continue
          }
          count += 1
        }
        return count
      })
  }
}
