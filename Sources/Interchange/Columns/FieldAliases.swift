/// The column names that real systems use for each field, folded.
struct FieldAliases {
  /// Names that mean the field wherever they stand.
  var certain: [String]
  /// Names that mean it only where no certain one does.
  var weak: [String] = []

  static func of(_ field: SurveyField, in type: RecordType) -> FieldAliases {
    var aliases =
      specific[type]?[field] ?? people[type]?[field] ?? general[field] ?? places[field]
      ?? FieldAliases(certain: [])
    aliases.certain.insert(ColumnName.folded(field.rawValue), at: 0)
    return aliases
  }

  static func both(_ certain: [String], weak: [String] = []) -> FieldAliases {
    FieldAliases(certain: certain, weak: weak)
  }

  private static let general: [SurveyField: FieldAliases] = [
    .id: both([
      "localid", "recordid", "imsmaid", "reference", "referenceno", "referencenumber",
    ]),
    .organisation: both([
      "organization", "org", "agency", "implementingorganisation", "implementingorganization",
      "organisationname", "organizationname", "orgname", "reportingorganisation",
      "reportingorganization",
    ]),
    .name: both(["nameen", "districtname", "adminname"]),
    .aliases: both(["alias", "altname", "altnames", "othernames", "alternativenames"]),
    .code: both(["pcode", "districtcode", "admincode", "districtpcode"]),
    .parent: both(["parentcode", "parentpcode", "provincecode", "regioncode"]),
    .validFrom: both(["validon", "validsince"]),
    .validTo: both(["validuntil"]),
    .hazardClass: both(
      [
        "hazardclass", "hazardclassification", "classification", "landclass", "shacha", "chasha",
        "areaclass", "areaclassification",
      ], weak: ["type", "hazardtype", "landtype"]),
    .kind: both(
      [
        "releasekind", "landreleasekind", "releasetype", "landreleasetype", "landreleasemethod",
        "outcomeofrelease", "releaseoutcome",
      ], weak: ["type"]),
    .activity: both(["activitytype", "worktype", "typeofactivity", "operationtype"]),
    .stage: both(["reportstage", "reporttype", "completionorprogress"]),
    .review: both(["reviewstatus", "approvalstatus", "qastatus", "validationstatus", "workflow"]),
    .status: both(["hazardstatus", "currentstatus", "landstatus", "statusofarea"]),
    .reason: both(["statusreason", "reasonforchange", "changereason", "statuschangedreason"]),
    .approver: both([]),
    .origin: both(["contaminationorigin"]),
    .source: both(["informationsource", "datasource", "sourceofinformation"]),
    .reopens: both(["reopensrecord", "reopenedrecord"]),
    .date: both(["dateofinfo", "dateofinformation", "doi"]),
    .start: both(["startdate", "datestart", "begin", "begindate", "datestarted", "actualstart"]),
    .end: both(["enddate", "dateend", "finishdate", "dateended", "actualend"]),
    .from: both(["fromdate", "periodfrom", "start", "startdate", "since"]),
    .to: both(["todate", "periodto", "end", "enddate", "until", "asof"]),
    .period: both(["year", "reportingperiod"]),
    .evidenceDate: both(["dateofevidence"]),
    .revokedOn: both(["revokeddate", "daterevoked", "revocationdate"]),
    .approvedOn: both(["approvaldate", "approveddate", "dateapproved", "dateofapproval"]),
    .handedOverOn: both(["handoverdate", "dateofhandover", "handedoverdate", "handoveron"]),
    .sensitivity: both([
      "sensitivitylevel", "datasensitivity", "informationsensitivity", "confidentiality",
      "confidentialitylevel",
    ]),
    .recordedAt: both(["recordedon", "dataentrydate", "dateentered", "entrydate", "lastmodified"]),
    .confirmedChange: both(["confirmchange", "changeconfirmed"]),
    .district: both(
      ["districtcode", "districtpcode", "pcode", "admincode"],
      weak: ["districtname", "rayon", "municipality"]),
    .districts: both(["district", "districtcode", "districtcodes", "pcode", "pcodes"]),
    .contamination: both([
      "contaminationtype", "contaminationtypes", "typeofcontamination", "hazardcontamination",
      "contaminant", "ordnancetype", "threat", "threattype",
    ]),
    .hazardID: both([
      "hazardlocalid", "hazard", "hazards", "hazardids", "hazardcode", "linkedhazard",
      "linkedhazards", "landid",
    ]),
    .taskID: both(["task", "taskno", "tasknumber", "tasklocalid", "taskcode", "activityid"]),
    .releaseID: both([
      "release", "hazreducid", "hazreduclocalid", "reportid", "completionreportid",
      "releaselocalid",
    ]),
    .method: both(["releasemethod", "clearancemethod", "methods", "technique", "assets"]),
    .operatorName: both([
      "operatorname", "implementingpartner", "implementer", "contractor", "clearanceoperator",
    ]),
    .donor: both(["donorname", "fundedby", "fundingsource", "donors"]),
    .depth: both(["depth", "clearancedepth", "clearancedepthcm", "depthincm"]),
    .landUse: both(["landuse", "plannedlanduse", "intendeduse", "futurelanduse"]),
    .areaM2: both([
      "aream2", "areasqm", "areainm2", "areainsqm", "areasizem2", "areasquaremetres",
      "areasquaremeters", "reportedareasqm", "sizem2", "sqm", "areareportedm2",
    ]),
    .areaHa: both(["areaha", "areainha", "areahectares", "hectares", "sizeha", "areasizeha"]),
    .areaKm2: both(["areakm2", "areainkm2", "areasqkm", "sizekm2", "areasizekm2"]),
    .area: both(["area", "areasize", "declaredarea", "areareported", "size", "reportedsize"]),
    .areaUnit: both(["unit", "unitofarea", "areaunits", "reportedareaunit", "areasizeunit"]),
    .category: both(["devicecategory", "ordnancecategory", "itemcategory", "eocategory"]),
    .fate: both(["devicefate", "disposal", "methodofdisposal", "actiontaken"]),
    .model: both(["devicemodel", "ordnancemodel", "itemmodel", "nomenclature"]),
    .quantity: both(["qty", "count", "number", "numberofitems", "amount"]),
    .outcome: both(["victimoutcome", "killedorinjured", "killedinjured", "casualtytype", "injury"]),
    .sex: both(["gender"]),
    .age: both(["agegroup", "ageatincident", "ageataccident"]),
    .civilian: both(["iscivilian", "civilianstatus", "civilianormilitary"]),
    .deviceCategory: both(["device", "devicetype", "explosivedevice", "ordnancecategory"]),
    .verdict: both(["recordverdict", "accuracy", "assessment"]),
    .recordedQuantity: both(["recordedmines", "minesrecorded", "quantity", "numberofmines"]),
    .actor: both(["organisation", "organization", "operator", "agency", "body"]),
    .split: both(["splitby", "breakdown"]),
    .items: both(["itemsfound", "numberofitems", "totalitems", "itemcount"]),
    .latitude: both(["lat", "latdd", "latitudedd", "declat", "ycoord", "decimallatitude"]),
    .longitude: both(["lon", "lng", "long", "londd", "longitudedd", "declon", "decimallongitude"]),
    .x: both(["easting", "east"]),
    .y: both(["northing", "north"]),
    .geometry: both(["geometry", "geom", "thegeom", "wkbgeometry", "shapewkt", "geometrywkt"]),
    .apMines: both(["apmine", "apminesfound", "apm", "antipersonnelmines", "apl"]),
    .avMines: both([
      "avmine", "avminesfound", "avm", "atmines", "atminesfound", "atm", "antivehiclemines",
      "antitankmines",
    ]),
    .submunitions: both(["submunition", "submunitionsfound", "clustersubmunitions"]),
    .uxo: both(["uxofound", "uxos", "unexplodedordnance"]),
    .axo: both(["axofound", "axos", "abandonedordnance"]),
    .ied: both(["ieds", "iedsfound", "iedfound"]),
  ]

  private static let specific: [RecordType: [SurveyField: FieldAliases]] = [
    .hazards: [
      .id: both([
        "localid", "hazardid", "hazid", "hazardlocalid", "hazardcode", "hazardno", "hazardnumber",
        "landid",
        "imsmaid", "recordid",
      ]),
      .date: both([
        "dateofinfo", "dateofinformation", "doi", "informationdate", "surveydate", "dateofsurvey",
      ]),
    ],
    .releases: [
      .id: both([
        "localid", "releaseid", "hazreducid", "hazreduclocalid", "releaselocalid", "reportid",
        "completionreportid", "imsmaid", "recordid",
      ]),
      .date: both(["completiondate", "dateofcompletion", "datecompleted", "completedon"]),
    ],
    .records: [
      .id: both(["localid", "imsmaid", "recordid"]),
      .date: both(["dateofinfo", "dateofinformation", "eventdate"]),
    ],
    .tasks: [
      .id: both(["localid", "taskid", "taskno", "tasknumber", "tasklocalid", "taskcode"]),
      .type: both(["tasktype", "activitytype", "activity"]),
      .status: both(["taskstatus", "activitystatus"]),
    ],
    .devices: [
      .id: both(["localid", "deviceid", "devicelocalid", "itemid", "recordid"]),
      .date: both(["founddate", "datefound", "dateofinfo", "dateofinformation"]),
      .category: both(
        ["devicecategory", "ordnancecategory", "itemcategory", "eocategory"], weak: ["type"]),
    ],
    .victims: [
      .id: both(["localid", "victimid", "victimlocalid", "casualtyid"]),
      .date: both(["accidentdate", "dateofaccident", "incidentdate", "dateofincident"]),
      .activity: both(["activityattime", "activityattimeofaccident", "victimactivity"]),
    ],
    .accidents: [
      .id: both([
        "localid", "accidentid", "accidentlocalid", "accidentno", "accidentnumber", "incidentid",
        "incidentno", "incidentnumber", "recordid", "номерпроисшествия",
      ]),
      .date: both([
        "accidentdate", "dateofaccident", "incidentdate", "dateofincident", "hadisəninttarixi",
        "датапроисшествия", "датаінциденту", "datedelaccident",
      ]),
      .activity: both([
        "activityattime", "activityattimeofaccident", "accidentactivity", "circumstances",
      ]),
      .deviceCategory: both([
        "device", "devicetype", "explosivedevice", "ordnancecategory", "category", "cause",
        "causeofaccident",
      ]),
    ],
    .minefieldRecords: [
      .id: both(["localid", "minefieldid", "minefieldrecordid", "recordid", "recordno"]),
      .date: both(["recorddate", "dateofrecord", "dateofinfo", "dateofinformation"]),
    ],
    .zones: [
      .id: both(["localid", "zoneid", "siteid", "placeid", "osmid", "wdpaid", "code", "fid"]),
      .name: both(
        [
          "nameen", "zonename", "sitename", "placename", "ad", "название", "наименование", "назва",
          "nom", "nombre", "nome", "الاسم",
        ]),
      .kind: both(
        [
          "zonekind", "zonetype", "placetype", "sitetype", "fclass", "növ", "növü", "вид", "тип",
          "genre", "tipo", "النوع",
        ], weak: ["type", "class", "category", "desigeng"]),
      .date: both(["validon", "drawnon", "dateofdata", "surveydate", "updated", "lastupdated"]),
    ],
    .environmentChecks: [
      .id: both(["localid", "checkid", "environmentcheckid", "inspectionid", "recordid"]),
      .releaseID: both([
        "release", "releases", "completionreportid", "completionid", "reportid", "hazreducid",
        "sahə", "buraxılış", "отчет", "отчёт", "звіт", "rapport",
      ]),
      .date: both([
        "checkdate", "dateofcheck", "inspectiondate", "dateofinspection", "surveydate", "tarix",
        "дата", "fecha", "data", "التاريخ",
      ]),
    ],
    .statements: [
      .areaM2: both(["aream2", "areasqm"]),
      .areaHa: both(["areaha", "hectares"]),
      .areaKm2: both(["areakm2", "areasqkm"]),
    ],
  ]
}
