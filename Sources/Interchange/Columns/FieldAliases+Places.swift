/// Names of columns for accidents, minefield records, zones and what clearance did to the
/// environment, in the languages of the field.
extension FieldAliases {
  static let places: [SurveyField: FieldAliases] = [
    .recordedType: both([
      "recordeddevicetype", "recordeddevice", "typerecorded", "minetype", "minetypes",
      "recordedminetype",
    ]),
    .foundQuantity: both([
      "foundmines", "minesfound", "quantityfound", "devicesfound", "itemsfound", "numberfound",
    ]),
    .displacement: both([
      "displacement", "offset", "offsetm", "displacementmetres", "displacementmeters", "shiftm",
    ]),
    .accidentID: both([
      "accident", "accidentno", "accidentnumber", "accidentlocalid", "incidentid", "incident",
      "incidentno", "incidentnumber", "idaccident", "idintsidenta", "idavarii",
    ]),
    .demining: both([
      "duringdemining", "deminingaccident", "isdemining", "duringclearance", "occupational",
      "isdeminingaccident",
    ]),
    .killed: both([
      "dead", "deaths", "fatalities", "numberkilled", "personskilled", "peoplekilled", "nkilled",
      "tues", "morts", "погибло", "погибшие", "убито", "загинуло", "загиблі", "həlakolan", "قتلى",
      "القتلى",
    ]),
    .injured: both([
      "wounded", "injuries", "numberinjured", "personsinjured", "peopleinjured", "ninjured",
      "blesses", "ранено", "раненые", "поранено", "поранені", "yaralanan", "جرحى", "الجرحى",
    ]),
    .accuracy: both([
      "accuracy", "precision", "precisionm", "positionaccuracy", "positionaccuracym", "radius",
      "radiusm", "uncertaintym", "gpsaccuracy",
    ]),
    .width: both([
      "width", "corridorwidth", "corridorm", "corridor", "breadth", "widthmetres", "widthmeters",
      "eni", "ширина", "ширинам", "largeur", "largeurm", "ancho", "largura", "العرض",
    ]),
    .radius: both([
      "radius", "radiusmetres", "radiusmeters", "радиус", "радіус", "rayon", "rayonm",
      "radio", "raio", "نصفالقطر",
    ]),
    .vegetationM2: both([
      "vegetationremoved", "vegetationremovedsqm", "vegetationclearedm2", "vegetationcleared",
      "vegetationcutm2", "bitkiörtüsüm2", "çıxarılmışbitkim2", "растительностьм2",
      "удаленорастительностим2", "удаленнаярастительностьм2", "видаленорослинностім2",
      "végétationenlevéem2", "vegetationenleveem2", "النباتاتالمزالةم2",
    ]),
    .vegetationHa: both([
      "vegetationclearedha", "vegetationcutha", "удаленорастительностига",
      "видаленорослинностіга", "végétationenlevéeha", "vegetationenleveeha",
    ]),
    .detonations: both([
      "detonationsinsitu", "insitudetonations", "demolitionsinsitu", "blowninplace", "bip",
      "detonations", "demolitionsinplace", "yerindəpartlatma", "yerindəpartlatmalar",
      "подрывовнаместе", "подрывынаместе", "підривівнамісці", "destructionssurplace",
      "التفجيرفيالمكان",
    ]),
    .wasteTaken: both([
      "wasteremoved", "wastecollected", "wastetakenaway", "rubbishremoved", "scrapremoved",
      "tullantılarçıxarılıb", "tullantıaparılıb", "отходывывезены", "мусорвывезен",
      "відходививезені", "déchetsenlevés", "dechetsenleves", "إزالةالنفايات",
    ]),
    .soilReinstated: both([
      "soilrestored", "soilreplaced", "groundreinstated", "landreinstated", "cratersfilled",
      "reinstated", "torpaqbərpa", "torpaqbərpaedilib", "почвавосстановлена",
      "ґрунтвідновлено", "solremisenétat", "solremisenetat", "solrestauré", "إعادةالتربة",
    ]),
    .erosionSeen: both([
      "erosion", "erosionobserved", "signsoferosion", "soilerosion", "eroziya",
      "eroziyamüşahidəolunub", "эрозия", "ерозія", "érosion", "erosionconstatee", "تآكل",
    ]),
    .waterAffected: both([
      "waterpolluted", "watercontaminated", "watercourseaffected", "waterpollution",
      "suçirklənməsi", "загрязнениеводы", "забрудненняводи", "eauaffectée", "eauaffectee",
      "تلوثالمياه",
    ]),
    .heritageFound: both([
      "culturalpropertyfound", "culturalheritagefound", "archaeologyfound", "heritage",
      "mədəniirstapılıb", "объектынаследия", "культурнаяценность", "обєктиспадщини",
      "patrimoinetrouvé", "patrimoinetrouve", "تراثثقافي",
    ]),
    .remarks: both([
      "comments", "notes", "comment", "qeyd", "qeydlər", "примечание", "примечания", "примітка",
      "примітки", "remarques", "observations", "ملاحظات",
    ]),
  ]
}
