import LandRelease

extension Words {
  static let personSex = CodeWords<PersonSex>([
    (
      .female,
      [
        "f", "female", "females", "woman", "women", "girl", "girls", "w", "femme", "femmes",
        "féminin", "mujer", "mujeres", "feminino", "qadın", "qız", "ж", "жен", "женский",
        "женщины", "жінки", "жіноча", "أنثى", "إناث", "نساء",
      ]
    ),
    (
      .male,
      [
        "m", "male", "males", "man", "men", "boy", "boys", "homme", "hommes", "masculin", "hombre",
        "hombres", "masculino", "kişi", "oğlan", "м", "муж", "мужской", "мужчины", "чоловіки",
        "чоловіча", "ذكر", "ذكور", "رجال",
      ]
    ),
  ])

  /// Words of the sex column that tell the age too.
  static let childWords: Set<String> = ["girl", "girls", "boy", "boys", "qız", "oğlan"]

  static let ageGroup = CodeWords<AgeGroup>([
    (
      .adult,
      [
        "adults", "adult", "grownup", "adulte", "adultes", "adulto", "adultos", "böyük",
        "böyüklər", "взрослый", "взрослые", "дорослі", "дорослий", "بالغ", "البالغون",
      ]
    ),
    (
      .child,
      [
        "children", "child", "minor", "minors", "enfant", "enfants", "niño", "niños", "uşaq",
        "uşaqlar", "ребенок", "дети", "дитина", "діти", "طفل", "أطفال",
      ]
    ),
  ])

  /// Words for everybody in a column of sex or age.
  static let everybody: Set<String> = [
    "all", "total", "both", "any", "mixed", "unknown", "na", "notgiven", "tous", "todos", "hamısı",
    "все", "всі", "الكل", "allages", "bothsexes",
  ]

  static let contributionKind = CodeWords<ContributionKind>([
    (
      .pledged,
      [
        "pledge", "promised", "committed", "commitment", "planned", "budgeted", "allocated",
        "promis", "engagé", "prometido", "vədedilmiş", "ayrılmış", "обещано", "выделено", "обіцяно",
        "виділено", "تعهد",
      ]
    ),
    (
      .received,
      [
        "paid", "disbursed", "transferred", "income", "reçu", "versé", "recibido", "recebido",
        "alınmış", "получено", "отримано", "مستلم",
      ]
    ),
    (
      .spent,
      [
        "expended", "expenditure", "expense", "used", "dépensé", "gastado", "gasto", "xərclənmiş",
        "израсходовано", "потрачено", "витрачено", "مصروف",
      ]
    ),
  ])

  static let donorType = CodeWords<DonorType>([
    (
      .state,
      [
        "government", "national", "nationalbudget", "statebudget", "own", "domestic", "état",
        "estado", "dövlət", "dövlətbüdcəsi", "государство", "госбюджет", "держава", "держбюджет",
        "الدولة",
      ]
    ),
    (
      .donor,
      [
        "international", "foreign", "external", "bilateral", "multilateral", "ngo", "private",
        "foundation", "un", "bailleur", "donante", "донор", "مانح",
      ]
    ),
  ])

  static let adding = CodeWords<Adding>([
    (.flow, ["sum", "adds", "addsup", "cumulative", "incremental", "perperiod", "yes"]),
    (.stock, ["stands", "level", "snapshot", "asof", "balance", "no"]),
  ])
}
