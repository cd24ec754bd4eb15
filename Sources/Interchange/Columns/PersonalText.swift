import Foundation

/// What names or reaches a person within a text, such as a remark; it is left out before the text is
/// stored anywhere.
///
/// E-mail addresses and telephone numbers are known by their form, names by the word before them:
/// `informant: ...`, `Mr ...`. A name that nothing announces can't be told from a place's.
public enum PersonalText {
  /// The text with a mark in place of each, and what was left out in words; empty where nothing was.
  ///
  /// - Parameter namesToo: whether names are left out as well; a published text may have them.
  public static func masked(
    _ text: String, namesToo: Bool = true
  ) -> (text: String, leftOut: [String]) {
    guard mayHold(text) else { return (text, []) }
    var masked = text
    var leftOut: [String] = []
    for (thing, mark, patterns) in [
      ("an e-mail address", "[e-mail]", addresses), ("a telephone number", "[telephone]", numbers),
      ("a person's name", "[name]", namesToo ? names : []),
    ] {
      let before = masked
      for pattern in patterns {
        masked = masked.replacing(pattern) { match in "\(match.output.1)\(mark)" }
      }
      if masked != before { leftOut.append(thing) }
    }
    return (masked, leftOut)
  }

  /// Nearly every text has no mark of an address, too few digits and no title.
  private static func mayHold(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "@"), UInt8(ascii: ":"), UInt8(ascii: "="): return true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      // Digits and titles of other scripts.
      case 0x80...: return true
      default: break
      }
    }
    return digits > 5 || text.contains(titles)
  }

  private typealias Pattern = Regex<(Substring, Substring)>

  // Regular expressions are not Sendable, and nothing of these ever changes.
  nonisolated(unsafe) private static let titles = #/\b(?:Mrs?|Ms|Dr|Mme|M)\b/#

  nonisolated(unsafe) private static let addresses: [Pattern] = [
    #/()[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+/#
  ]

  nonisolated(unsafe) private static let numbers: [Pattern] = [
    // With the code of a country.
    #/()\+\s?\(?\d{1,3}\)?(?:[\s().\-]{0,2}\d){6,13}/#,
    #/(\b)00\d{2,3}(?:[\s().\-]{1,2}\d+){2,5}\b/#,
    // After a word that announces it.
    #/(\b(?:tel|phone|mob|cell|gsm|fax|тел|моб|tél|telefon|nömrə|هاتف|جوال|موبايل|whatsapp)[\p{L}]*\.?\s{0,2}[:=№#]?\s{0,2})\(?\+?\d(?:[\s().\-]{0,2}\d){5,13}/#
      .ignoresCase(),
    // As people group them in the countries of the region: 050 123 45 67, (050) 123-45-67.
    #/((?:^|[\s,;:]))\(?0\d{2}\)?[\s\-]\d{3}[\s\-]\d{2}[\s\-]?\d{2}(?!\d)/#,
  ]

  nonisolated(unsafe) private static let names: [Pattern] = [
    #/(\b(?:informant|land\s?owner|owner|contact(?:\s+person)?|interviewee|respondent|reported\s+by|witness|информатор|владелец|собственник|контактное\s+лицо|контакт|свидетель|фио|опрошен\p{L}*|məlumat\s?verən|torpaq\s+sahibi|sahibi|əlaqə|şahid|propriétaire|informateur|informatrice|témoin|інформатор|власник|контактна\s+особа|свідок|піб|прізвище|المالك|مالك\s+الأرض|المخبر|الشاهد)\s{0,2}[:=]\s{0,2})[^\s;,.\n\[][^;,.\n\[]{1,60}/#
      .ignoresCase(),
    #/(\b(?:Mr|Mrs|Ms|Dr|Mme|M|г-н|г-жа|гр|cənab|xanım|пан|пані)\.?\s{1,2})\p{Lu}\p{L}+(?:\s\p{Lu}[\p{L}.]*){0,2}/#,
    #/((?:السيد|السيدة)\s)\p{L}+(?:\s\p{L}+)?/#,
  ]
}
