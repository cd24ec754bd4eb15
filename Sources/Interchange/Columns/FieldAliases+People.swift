/// Names of columns for people, days and money, in the languages of the field.
extension FieldAliases {
  static let people: [RecordType: [SurveyField: FieldAliases]] = [
    .indicators: periods.merging(groups) { first, _ in first }.merging([
      .id: both(["sessionid", "activityid", "recordid", "reportno", "sessionno", "localid"]),
      .actor: actors,
      .code: both(
        [
          "indicator", "indicatorcode", "indicateur", "indicador", "göstərici", "показатель",
          "показник", "المؤشر", "المؤشرات", "индикатор", "індикатор", "kod", "код", "الرمز",
          "indicatorname",
        ], weak: ["activity", "activitytype", "type"]),
      .district: districts,
      .sex: both(["gender", "sexe", "sexo", "cins", "cinsi", "пол", "стать", "الجنس"]),
      .ageGroup: both([
        "age", "ages", "agecategory", "groupedage", "trancheage", "tranchedage", "edad", "yaş",
        "yaşqrupu", "возраст", "возрастнаягруппа", "вік", "віковагрупа", "العمر", "الفئةالعمرية",
      ]),
      .value: both([
        "figure", "actual", "achieved", "result", "number", "count", "quantity", "valeur",
        "nombre", "valor", "dəyər", "say", "sayı", "значение", "количество", "значення",
        "кількість", "القيمة", "العدد",
      ]),
      .unit: both([
        "unitofmeasure", "unité", "unite", "unidad", "vahid", "ölçüvahidi", "единица",
        "единицаизмерения", "одиниця", "الوحدة",
      ]),
      .source: sources,
    ]) { first, _ in first },
    .indicatorCodes: [
      .code: both(["indicator", "indicatorcode", "kod", "код", "الرمز", "indicateur"]),
      .label: both([
        "name", "title", "indicatorname", "description", "libellé", "libelle", "ad", "название",
        "назва", "الاسم",
      ]),
      .unit: both(["unitofmeasure", "unité", "vahid", "единица", "одиниця", "الوحدة"]),
      .theme: both([
        "pillar", "sector", "thème", "mövzu", "тема", "الموضوع", "programmearea", "category",
      ]),
      .adding: both(["accumulation", "nature", "flowstock", "floworstock", "addsup", "kind"]),
      .whole: both(["wholenumbers", "iswhole", "counts"]),
      .aliases: both(["alias", "otherwords", "othernames", "synonyms"]),
    ],
    .teams: periods.merging(members) { first, _ in first }.merging([
      .id: both([
        "teamid", "team", "teamname", "teamcode", "teamno", "callsign", "équipe", "equipe",
        "equipo", "komanda", "dəstə", "команда", "группа", "الفريق", "localid",
      ]),
      .organisation: organisations,
      .type: both(["teamtype", "role", "capability", "typedéquipe", "növ", "тип", "النوع"]),
      .source: sources,
    ]) { first, _ in first },
    .teamDays: periods.merging(members) { first, _ in first }.merging([
      .id: both(["recordid", "reportno", "reportid", "localid"]),
      .organisation: organisations,
      .teamID: both([
        "team", "teamname", "teamcode", "teamno", "callsign", "équipe", "equipe", "equipo",
        "komanda", "dəstə", "команда", "группа", "الفريق",
      ]),
      .taskID: tasks,
      .days: both([
        "teamdays", "daysworked", "workdays", "workingdays", "jours", "joursdetravail", "días",
        "dias", "günlər", "işgünü", "işgünləri", "дни", "рабочиедни", "робочідні", "дні",
        "أيامالعمل", "الأيام",
      ]),
    ]) { first, _ in first },
    .contributions: periods.merging([
      .id: both([
        "contributionid", "contribution", "grantid", "grant", "grantno", "agreement", "agreementno",
        "contract", "contractno", "budgetline", "projectid", "project", "localid", "recordid",
      ]),
      .organisation: organisations,
      .donor: both([
        "donorname", "fundedby", "fundingsource", "funder", "bailleur", "donateur", "donante",
        "doador", "verən", "maliyyəmənbəyi", "донор", "источникфинансирования",
        "джерелофінансування", "المانح", "الجهةالمانحة", "contributor", "paidby",
      ]),
      .donorType: both(["fundingtype", "donorcategory", "stateordonor", "typedebailleur"]),
      .kind: both(
        [
          "status", "stage", "contributiontype", "amounttype", "pledgedreceivedspent", "statut",
          "статус", "الحالة",
        ], weak: ["type"]),
      .amount: both([
        "sum", "value", "total", "totalamount", "funds", "budget", "montant", "importe", "monto",
        "məbləğ", "сумма", "сума", "المبلغ",
      ]),
      .pledged: both([
        "amountpledged", "pledge", "committed", "commitment", "promis", "engagé", "vədedilmiş",
        "обещано", "обіцяно", "التعهدات", "budgeted",
      ]),
      .received: both([
        "amountreceived", "disbursed", "disbursement", "reçu", "recu", "versé", "recibido",
        "alınmış", "получено", "отримано", "المستلم",
      ]),
      .spent: both([
        "amountspent", "expenditure", "expended", "expenses", "spending", "dépensé", "depense",
        "dépenses", "gastado", "xərclənmiş", "xərc", "израсходовано", "потрачено", "расход",
        "расходы", "витрачено", "المصروف", "النفقات",
      ]),
      .currency: both([
        "currencycode", "ccy", "devise", "monnaie", "moneda", "moeda", "valyuta", "валюта",
        "العملة",
      ]),
      .taskID: tasks,
      .districts: both(districts.certain + ["districtcodes", "areas", "provinces"]),
      .purpose: both([
        "for", "activity", "description", "objet", "objectif", "məqsəd", "цель", "назначение",
        "мета", "الغرض", "projecttitle",
      ]),
      .source: sources,
    ]) { first, _ in first },
  ]

  private static let actors = both([
    "organisation", "organization", "org", "operator", "agency", "actorname", "partner",
    "implementingpartner", "implementer", "reportedbyorganisation", "reportingorganisation",
    "reportingorganization", "organisme", "opérateur", "organización", "organização", "təşkilat",
    "icraçı", "организация", "організація", "оператор", "المنظمة", "المنظمه", "الجهة",
  ])
  private static let organisations = both(actors.certain + ["actor"])
  private static let districts = both([
    "districtcode", "districtpcode", "pcode", "admincode", "districtname", "rayon", "municipality",
    "province", "distrito", "rayonu", "район", "المنطقة", "المديرية", "location", "area",
  ])
  private static let tasks = both([
    "task", "tasks", "taskno", "tasknumber", "tasklocalid", "taskcode", "taskids", "tâche",
    "tache", "tarea", "tapşırıq", "задание", "задача", "завдання", "المهمة",
  ])
  private static let sources = both([
    "informationsource", "datasource", "sourceofinformation", "document", "report", "fuente",
    "mənbə", "источник", "джерело", "المصدر",
  ])

  private static let periods: [SurveyField: FieldAliases] = [
    .period: both([
      "reportingperiod", "quarter", "période", "periode", "período", "periodo", "dövr", "период",
      "період", "الفترة", "trimestre", "rüb", "квартал",
    ]),
    .from: both([
      "fromdate", "periodfrom", "start", "startdate", "since", "begin", "datefrom", "validfrom",
      "du", "début", "desde", "başlama", "başlanğıc", "с", "начало", "від", "початок", "من",
      "datededébut",
    ]),
    .to: both([
      "todate", "periodto", "end", "enddate", "until", "dateto", "validto", "au", "fin", "hasta",
      "son", "bitmə", "по", "конец", "окончание", "до", "кінець", "إلى", "datedefin",
    ]),
    .date: both([
      "day", "sessiondate", "dateofsession", "reportdate", "tarix", "дата", "التاريخ", "fecha",
    ]),
    .year: both(["année", "annee", "año", "ano", "il", "год", "рік", "السنة", "yr"]),
    .month: both(["mois", "mes", "mês", "ay", "месяц", "місяць", "الشهر"]),
  ]

  /// Of teams: whoever is in one is grown up.
  private static let members: [SurveyField: FieldAliases] = groups.merging([
    .women: both((groups[.women]?.certain ?? []) + ["female", "females", "f"]),
    .men: both((groups[.men]?.certain ?? []) + ["male", "males", "m"]),
  ]) { _, second in second }

  private static let groups: [SurveyField: FieldAliases] = [
    .women: both([
      "woman", "adultwomen", "femmes", "femme", "mujeres", "mulheres", "qadın", "qadınlar",
      "женщины", "женщин", "жінки", "жінок", "نساء", "النساء", "adultfemale", "femaleadult",
      "femaleadults", "womenreached", "numberofwomen", "femalemembers",
    ]),
    .men: both([
      "man", "adultmen", "hommes", "homme", "hombres", "homens", "kişi", "kişilər", "мужчины",
      "мужчин", "чоловіки", "чоловіків", "رجال", "الرجال", "adultmale", "maleadult", "maleadults",
      "menreached", "numberofmen", "malemembers",
    ]),
    .girls: both([
      "girl", "filles", "fille", "niñas", "meninas", "qız", "qızlar", "девочки", "девочек",
      "дівчата", "дівчат", "дівчатка", "بنات", "البنات", "فتيات", "femalechildren", "femalechild",
      "numberofgirls",
    ]),
    .boys: both([
      "boy", "garçons", "garcons", "garçon", "niños", "meninos", "oğlan", "oğlanlar", "мальчики",
      "мальчиков", "хлопці", "хлопців", "хлопчики", "أولاد", "الأولاد", "malechildren",
      "malechild", "numberofboys",
    ]),
    .female: both(["females", "femaletotal", "totalfemale"]),
    .male: both(["males", "maletotal", "totalmale"]),
    .adults: both(["adult", "adultes", "adultos", "böyüklər", "взрослые", "дорослі", "البالغون"]),
    .children: both([
      "child", "enfants", "niñosyniñas", "uşaqlar", "дети", "детей", "діти", "дітей", "الأطفال",
    ]),
    .total: both([
      "people", "persons", "beneficiaries", "totalbeneficiaries", "participants", "totalpeople",
      "members", "size", "strength", "headcount", "cəmi", "итого", "всего", "всього", "разом",
      "المجموع", "bénéficiaires", "participantes", "totalaudience",
    ]),
  ]
}
