import LandRelease

/// Contamination types as files name them, one word or several.
enum ContaminationText {
  /// What a text names, and what of it is not known or not exact.
  struct Named: Hashable {
    var types: ContaminationTypes = []
    var unknownWords: [String] = []
    /// A word for mines that does not say which kind.
    var hasUnspecifiedMines = false
  }

  /// - Parameter codes: what folded words stand for in this import, before all others.
  static func read(_ given: String, codes: [String: String] = [:]) -> Named {
    let text = codes[ColumnName.folded(given)] ?? given
    var named = Named()
    // Whole texts first: "anti-personnel and anti-vehicle" and "other/unknown" have marks inside.
    if add(ColumnName.folded(text), to: &named) { return named }
    let separated = text.replacing(" and ", with: ",").replacing(" & ", with: ",")
    for part in separated.split(whereSeparator: { ",;|/+\n".contains($0) }) {
      let folded = ColumnName.folded(String(part))
      let word = codes[folded].map(ColumnName.folded) ?? folded
      if word.isEmpty || add(word, to: &named) { continue }
      // Words parted by nothing but blanks, such as "AP AV".
      let pieces = part.split(separator: " ").map { ColumnName.folded(String($0)) }
      var copy = named
      if pieces.count > 1, pieces.allSatisfy({ add($0, to: &copy) }) {
        named = copy
      } else {
        named.unknownWords.append(String(part).trimmingBlanks)
      }
    }
    return named
  }

  /// What to do about unknown words: a question where one is near a known one.
  static func remedy(_ named: Named) -> String {
    for word in named.unknownWords {
      let near = NearWords.nearest(to: word, among: words.keys.sorted()).prefix(3)
      let types = near.compactMap { words[$0]?.text }
      guard let first = types.first, let spelling = near.first else { continue }
      return "Did you mean \(spelling) (\(first))? Say --code \"contamination:\(word)=\(first)\", "
        + "or correct the file."
    }
    return "Known words: ap, av, cmr, erw, ied, unknown."
  }

  private static func add(_ word: String, to named: inout Named) -> Bool {
    guard let types = words[word] else { return false }
    named.types.formUnion(types)
    if unspecifiedMines.contains(word) { named.hasUnspecifiedMines = true }
    return true
  }

  private static let unspecifiedMines: Set<String> = [
    "mine", "mines", "mined", "minedarea", "minefield", "landmine", "landmines",
  ]

  private static let words: [String: ContaminationTypes] = {
    let spellings: [(ContaminationTypes, String)] = [
      (.ap, "ap apm apmine apmines apmined apl antipersonnel antipersonnelmine antipersonnelmines"),
      (.ap, "antipersonnelmined apminedarea"),
      (.av, "av at avm atm avmine avmines atmine atmines avmined atmined antivehicle antitank"),
      (.av, "antivehiclemine antivehiclemines antitankmine antitankmines antivehiclemined"),
      ([.ap, .av], "mixed mixedmined mixedmines mixedminefield apav apat apandav apandat"),
      ([.ap, .av], "mine mines mined minedarea minefield landmine landmines"),
      (.cmr, "cmr cm cluster clustermunition clustermunitions clustermunitionremnants"),
      (.cmr, "submunition submunitions clustersubmunitions bomblets clusterstrike"),
      (.erw, "erw uxo axo othererw unexplodedordnance abandonedordnance ordnance battlearea"),
      (.erw, "abandonedexplosiveordnance explosiveremnantsofwar ammunition uxoaxo"),
      (.ied, "ied ieds improvised improvisedmine improvisedmines boobytrap boobytraps"),
      (.ied, "iedimprovisedmine improvisedexplosivedevice improvisedexplosivedevices"),
      (.unknown, "unknown none na notknown unspecified other otherunknown tbd"),
      (.all, "all alltypes"),
    ]
    var words: [String: ContaminationTypes] = [:]
    for (types, text) in spellings {
      for word in text.split(separator: " ") { words[String(word)] = types }
    }
    return words
  }()
}
