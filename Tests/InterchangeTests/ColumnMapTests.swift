import Testing

@testable import Interchange

@Suite("Column map")
struct ColumnMapTests {
  private func map(
    _ type: RecordType, _ columns: [String], _ overrides: [ColumnMap.Override] = [],
    featureID: Int? = nil, file: String = "t.csv"
  ) throws(SurveyFault) -> ColumnMap {
    try ColumnMap(
      type: type,
      header: SurveyTable.Header(file: file, columns: columns, featureIDColumn: featureID),
      overrides: overrides)
  }

  @Test(
    "finds a field whatever the case and punctuation of its column",
    arguments: [
      "reported_area_m2", "Reported Area (m2)", "REPORTED AREA M²", "ReportedAreaM2", "area_m2",
      "Area (sqm)",
    ])
  func punctuation(column: String) throws {
    #expect(try map(.hazards, ["x", column]).places[.areaM2] == 1)
  }

  @Test(
    "knows the names that real systems use",
    arguments: [
      (RecordType.hazards, "hazard_localid", SurveyField.id), (.hazards, "Hazard_Local_ID", .id),
      (.hazards, "localid", .id),
      (.hazards, "dateofinfo", .date), (.hazards, "Date of Information", .date),
      (.hazards, "organization", .organisation),
      (.hazards, "implementing_organisation", .organisation), (.hazards, "areasize", .area),
      (.hazards, "hazard_type", .hazardClass),
      (.hazards, "Type", .hazardClass), (.hazards, "adm2_pcode", .district),
      (.releases, "hazreduc_localid", .id),
      (.releases, "completion_date", .date), (.releases, "end_date", .end),
      (.releases, "Implementing Partner", .operatorName),
      (.releases, "hazard_localid", .hazardID), (.releases, "AP mines", .apMines),
      (.devices, "qty", .quantity),
      (.devices, "lat", .latitude), (.devices, "Lon", .longitude), (.devices, "Y", .y),
      (.victims, "gender", .sex),
      (.districts, "name_en", .name), (.districts, "pcode", .code),
      (.statements, "organisation", .actor), (.tasks, "task_no", .id),
      (.releases, "the_geom", .geometry),
    ])
  func aliases(type: RecordType, column: String, field: SurveyField) throws {
    #expect(try map(type, [column]).places[field] == 0)
  }

  @Test("every field of every type is found by its own name", arguments: RecordType.allCases)
  func ownNames(type: RecordType) throws {
    for field in type.fields {
      #expect(try map(type, [field.rawValue]).places[field] == 0, "\(field)")
    }
  }

  @Test("no name stands for two fields of one type", arguments: RecordType.allCases)
  func noSharedNames(type: RecordType) {
    var owners: [String: SurveyField] = [:]
    for field in type.fields {
      for name in FieldAliases.of(field, in: type).certain {
        #expect(
          owners[name] == nil || owners[name] == field,
          "\(name): \(field), \(String(describing: owners[name]))")
        owners[name] = field
      }
    }
  }

  @Test("reads published boundary sets by their deepest level")
  func administrativeLevels() throws {
    let map = try map(
      .districts, ["ADM2_EN", "ADM2_PCODE", "ADM1_EN", "ADM1_PCODE", "ADM0_PCODE", "validOn"])
    #expect(map.places[.code] == 1)
    #expect(map.places[.name] == 0)
    #expect(map.places[.parent] == 3)
    #expect(map.places[.validFrom] == 5)
  }

  @Test("two columns for one field are an error that names both")
  func ambiguous() throws {
    let fault = try #require(throws: SurveyFault.self) {
      try map(.hazards, ["localid", "hazard_id"])
    }
    #expect(fault.kind == .usage)
    #expect(fault.message.contains("\"localid\" and \"hazard_id\""))
    let chosen = try map(.hazards, ["localid", "hazard_id"], [("id", "hazard_id")])
    #expect(chosen.places[.id] == 1)
    #expect(chosen.ignored == ["localid"])
  }

  @Test("two columns for the reported area are an error, unless one is chosen")
  func ambiguousArea() throws {
    #expect(throws: SurveyFault.self) { try map(.hazards, ["id", "area_m2", "area_ha"]) }
    let chosen = try map(.hazards, ["id", "area_m2", "area_ha"], [("reported_area_ha", "area_ha")])
    #expect(chosen.places[.areaHa] == 2)
    #expect(chosen.places[.areaM2] == nil)
  }

  @Test("a GeoJSON feature's own id counts only where no column does")
  func featureID() throws {
    #expect(try map(.hazards, ["localid", "id"], featureID: 1).places[.id] == 0)
    #expect(try map(.hazards, ["note", "id"], featureID: 1).places[.id] == 1)
  }

  @Test("a column called type gives way to one called class")
  func weakNames() throws {
    #expect(try map(.hazards, ["type", "class"]).places[.hazardClass] == 1)
    #expect(try map(.records, ["type"]).places[.kind] == 0)
    #expect(try map(.records, ["type"]).places[.hazardClass] == 0)
  }

  @Test("overrides of unknown fields and columns list the known ones")
  func overrides() throws {
    let field = try #require(throws: SurveyFault.self) { try map(.tasks, ["a"], [("colour", "a")]) }
    #expect(field.remedy.contains("hazard_id"))
    let column = try #require(throws: SurveyFault.self) {
      try map(.tasks, ["a", "b"], [("id", "c")])
    }
    #expect(column.remedy == "Its columns: a, b.")
    #expect(try map(.tasks, ["a", "B"], [("ID", "b")]).places[.id] == 1)
  }

  @Test(
    "columns that name or reach a person are refused",
    arguments: [
      "Informant name", "phone", "Owner", "land_owner", "Contact Person", "e-mail", "Victim Name",
      "passport no", "surname",
      "Deminer", "date of birth", "approved_by", "last_edited_user",
    ])
  func personal(column: String) throws {
    let map = try map(.victims, ["id", column])
    #expect(map.refusedNames == [column])
    #expect(map.ignored.isEmpty)
    #expect(throws: SurveyFault.self) {
      try self.map(.victims, ["id", column], [("district", column)])
    }
  }

  @Test("a name is personal among victims and not among districts")
  func names() throws {
    #expect(try map(.victims, ["id", "name"]).refusedNames == ["name"])
    #expect(try map(.districts, ["code", "name"]).refusedNames.isEmpty)
    #expect(try map(.hazards, ["id", "name"]).ignored == ["name"])
  }

  @Test("columns cut to ten characters by a Shapefile are known again")
  func truncated() throws {
    let columns = [
      "id", "reported_a", "contaminat", "recorded_a", "evidence_d", "organisati", "hazard_typ",
    ]
    let map = try map(.hazards, columns, file: "h.shp")
    #expect(map.places[.area] == 1)
    #expect(map.places[.contamination] == 2)
    #expect(map.places[.recordedAt] == 3)
    #expect(map.places[.evidenceDate] == 4)
    #expect(map.places[.organisation] == 5)
    #expect(map.places[.hazardClass] == 6)
    #expect(try self.map(.hazards, columns, file: "h.csv").places[.contamination] == nil)
  }
}
