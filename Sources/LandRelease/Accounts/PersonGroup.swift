/// The group of people that victims and beneficiaries are counted in.
///
/// A person of 18 is grown up; nobody is guessed: without sex or age the group is `unknown`.
public enum PersonGroup: String, CaseIterable, Sendable {
  case women, men, girls, boys, unknown

  /// The group of a sex and an age as files word them: a number of years, a range or a word.
  public init(sex: String?, age: String?) {
    let isFemale: Bool
    switch sex?.lowercased() {
    case "female": isFemale = true
    case "male": isFemale = false
    default:
      self = .unknown
      return
    }
    switch Self.isGrownUp(age) {
    case true?: self = isFemale ? .women : .men
    case false?: self = isFemale ? .girls : .boys
    case nil: self = .unknown
    }
  }

  private static let majority = 18

  /// Whether an age is of somebody grown up; nil where it may be either.
  public static func isGrownUp(_ age: String?) -> Bool? {
    let text = (age ?? "").lowercased().filter { !$0.isWhitespace }
    if text.isEmpty { return nil }
    let words = text.split { !$0.isLetter }.map(String.init)
    if words.contains(where: grownUp.contains) { return true }
    if words.contains(where: underAge.contains) { return false }
    let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    guard let first = numbers.first, let last = numbers.last, numbers.count < 3 else { return nil }
    if numbers.count == 1 { return isGrownUp(first, in: text) }
    if first >= majority { return true }
    return last < majority ? false : nil
  }

  /// One number: an age, or a bound with a sign or word before or after it.
  private static func isGrownUp(_ years: Int, in text: String) -> Bool? {
    if text.hasPrefix("<=") || text.hasPrefix("≤") { return years < majority ? false : nil }
    if text.hasPrefix("<") || text.hasPrefix("under") || text.hasPrefix("below") {
      return years <= majority ? false : nil
    }
    if text.hasPrefix(">=") || text.hasPrefix("≥") || text.hasSuffix("+") {
      return years >= majority ? true : nil
    }
    if text.hasPrefix(">") || text.hasPrefix("over") || text.hasPrefix("above") {
      return years >= majority - 1 ? true : nil
    }
    return text.first.map { ("0"..."9").contains($0) } == true ? years >= majority : nil
  }

  private static let grownUp: Set<String> = [
    "adult", "adults", "man", "men", "woman", "women", "elderly", "senior",
  ]
  private static let underAge: Set<String> = [
    "child", "children", "boy", "boys", "girl", "girls", "minor", "minors", "infant", "baby",
  ]
}
