import Foundation

/// Names of organisations and sources that are armed forces, in the languages of the field.
///
/// Case, marks above letters and punctuation don't count. A word too many restricts a record that
/// somebody can open again; one too few lets it out.
public enum ArmedForces {
  /// Whether any of the names is of armed forces or of a ministry they belong to.
  public static func isNamed(in names: [String?]) -> Bool {
    names.contains { name in name.map(isNamed) ?? false }
  }

  private static func isNamed(_ name: String) -> Bool {
    if name.isEmpty { return false }
    let folded = plain(name)
    if parts.contains(where: folded.contains) { return true }
    return folded.split(separator: " ").contains { words.contains(String($0)) }
  }

  /// Letters and digits in lower case without marks, words parted by one blank.
  private static func plain(_ name: String) -> String {
    name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }

  /// Beginnings of words and whole phrases, wherever they stand.
  private static let parts = [
    "armed forces", "military", "ministry of defence", "ministry of defense", "defence ministry",
    "defense ministry", "air force", "border guard", "border service", "border troops",
    "national guard", "land forces", "ground forces", "engineer troops",
    "silahli quvv", "mudafie nazir", "müdafiə nazir", "herbi", "hərbi", "serhed xidm",
    "sərhəd xidm", "silahlı qüvv",
    "вооруженн", "военн", "министерство обороны", "минобороны", "погранич", "росгвард",
    "національна гвардія", "нацгвард", "збройн", "військ", "міністерство оборони",
    "міноборони", "прикордон",
    "forces armees", "militaire", "ministere de la defense",
    "ministere des armees", "garde frontiere", "garde nationale",
    "القوات المسلحه", "القوات المسلحة", "وزارة الدفاع", "عسكري", "الجيش", "حرس الحدود",
  ].map(plain)

  /// Whole words.
  private static let words = Set(
    [
      "army", "navy", "marines", "troops", "mod", "ordu", "ordusu", "armee", "армия",
      "армии", "войска", "армія", "армії", "мо", "зсу", "всу", "جيش",
    ].map(plain))
}
