extension LandUse {
  /// What a text says the land is for.
  public enum Reading: Hashable, Sendable {
    /// One use that is known.
    case use(LandUse)
    /// Uses of more than one sort.
    case several
    /// Words that no use is known by.
    case unknown

    /// The use that land is counted under.
    public var counted: LandUse {
      if case .use(let use) = self { use } else { .other }
    }
  }

  /// Reads a text in the languages of the field: by a whole phrase that is known, else by the
  /// beginnings of its words.
  public static func reading(_ text: String) -> Reading {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    if let use = phrases[words.joined(separator: " ")] { return .use(use) }
    var found: Set<LandUse> = []
    for word in words {
      for (use, stems) in stems where stems.contains(where: word.hasPrefix) { found.insert(use) }
    }
    if found.count > 1 { return .several }
    return found.first.map { .use($0) } ?? .unknown
  }

  private static let phrases: [String: LandUse] = {
    var phrases: [String: LandUse] = [:]
    for use in allCases { phrases[use.rawValue] = use }
    let others: [(String, LandUse)] = [
      ("land reclamation and water management", .water), ("land reclamation and water", .water),
      ("environment and science", .environment), ("environmental and scientific", .environment),
      ("residential infrastructure", .residential), ("power line", .energy),
      ("power lines", .energy), ("water supply", .water), ("su", .water), ("eau", .water),
      ("dam", .water), ("dams", .water),
      ("kənd təsərrüfatı", .agriculture), ("ətraf mühit", .environment), ("digər", .other),
      ("другое", .other), ("прочее", .other), ("інше", .other), ("autre", .other),
      ("autres", .other), ("أخرى", .other), ("others", .other),
    ]
    for (phrase, use) in others { phrases[phrase] = use }
    return phrases
  }()

  /// Beginnings of words: English, French, Spanish and Portuguese, Azerbaijani, Russian and
  /// Ukrainian, Arabic.
  private static let stems: [(LandUse, [String])] = [
    (
      .agriculture,
      [
        "agri", "farm", "arable", "pastur", "grazing", "orchard", "vineyard", "crop", "cultivat",
        "pâtur", "verger", "cultivo", "pasto", "əkin", "otlaq", "təsərrüfat", "bağ", "сельск",
        "пашн", "пастбищ", "сад", "сільськ", "ріллі", "пасовищ", "زراع", "مراعي",
      ]
    ),
    (
      .residential,
      [
        "residen", "hous", "settle", "village", "town", "reconstruct", "school", "dwelling",
        "habita", "logement", "résiden", "vivienda", "yaşayış", "qəsəbə", "mənzil", "şəhər", "жил",
        "насел", "житл", "село", "سكن", "إسكان",
      ]
    ),
    (
      .transport,
      [
        "transport", "road", "highway", "rail", "airport", "bridge", "route", "carretera",
        "estrada", "yol", "dəmiryol", "nəqliyyat", "транспорт", "дорог", "желез", "доріг",
        "залізн", "نقل", "طريق", "طرق",
      ]
    ),
    (
      .energy,
      [
        "energ", "electri", "solar", "hydropower", "substation", "pipeline", "énerg", "électri",
        "enerji", "elektrik", "энерг", "электр", "енерг", "електр", "طاقة", "كهرباء",
      ]
    ),
    (
      .water,
      [
        "water", "irrigation", "reservoir", "canal", "reclam", "melior", "agua", "água",
        "barrage", "suvarma", "meliorasiya", "вод", "мелиорац", "меліорац", "зрошен", "مياه",
      ]
    ),
    (
      .environment,
      [
        "environment", "forest", "nature", "natural", "park", "protected", "scien", "ecolog",
        "conservation", "forêt", "floresta", "bosque", "meşə", "ekoloji", "elmi", "эколог", "лес",
        "природ", "научн", "еколог", "ліс", "بيئة", "غابات",
      ]
    ),
    (
      .industry,
      [
        "industr", "factory", "quarry", "mining", "commerc", "manufactur", "sənaye", "zavod",
        "промышл", "завод", "промисл", "صناع",
      ]
    ),
  ]
}
