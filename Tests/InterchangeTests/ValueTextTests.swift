import LandRelease
import Testing

@testable import Interchange

@Suite("Texts of values")
struct ValueTextTests {
  @Test(
    "dates that say one day",
    arguments: [
      ("2021-05-03", "2021-05-03"), ("2021-05-03T10:20:30Z", "2021-05-03"),
      ("2021-05-03 10:20", "2021-05-03"), ("2021/05/03", "2021-05-03"),
      ("2021/05/03 00:00:00+00", "2021-05-03"), ("03.05.2021", "2021-05-03"),
      ("3.5.2021", "2021-05-03"), ("25/05/2021", "2021-05-25"), ("05/25/2021", "2021-05-25"),
      ("05/05/2021", "2021-05-05"), ("20210503", "2021-05-03"), ("3 May 2021", "2021-05-03"),
      ("03-May-2021", "2021-05-03"), ("May 3, 2021", "2021-05-03"), ("2024-02-29", "2024-02-29"),
      ("31.12.2099 23:59", "2099-12-31"),
    ])
  func days(text: String, expected: String) throws {
    let (date, precision) = try DateText.read(text)
    #expect(date.description == expected)
    #expect(precision == .day)
  }

  @Test(
    "a year or a month alone is its last day",
    arguments: [
      ("2021", "2021-12-31", "2021-01-01"), ("2021-02", "2021-02-28", "2021-02-01"),
      ("02.2020", "2020-02-29", "2020-02-01"), ("02/2021", "2021-02-28", "2021-02-01"),
      ("May 2021", "2021-05-31", "2021-05-01"),
    ])
  func coarse(text: String, last: String, first: String) throws {
    #expect(try DateText.read(text).date.description == last)
    #expect(try DateText.read(text).precision != .day)
    #expect(try DateText.readStart(text).description == first)
  }

  @Test(
    "dates that can be read two ways or no way are refused",
    arguments: [
      "04/05/2021", "4-5-2021", "44319", "44319.5", "1620000000", "1620000000000", "2021-02-29",
      "2021-13-01", "32.01.2021", "1924-05-03", "2204-05-03", "1949", "2101", "03.05.21",
      "yesterday",
      "2021-05-03-04", "n/a", "May", "2021-5x-03", "13/13/2021", "0",
    ])
  func refusedDates(text: String) {
    #expect(throws: ValueFault.self) { try DateText.read(text) }
  }

  @Test("says what a refused date looks like")
  func dateReasons() throws {
    #expect(
      try #require(throws: ValueFault.self) { try DateText.read("44319") }.reason.contains(
        "serial day"))
    #expect(
      try #require(throws: ValueFault.self) { try DateText.read("04/05/2021") }.reason.contains(
        "month/day"))
  }

  @Test(
    "moments are brought to UTC",
    arguments: [
      ("2024-05-01T10:20:30Z", "2024-05-01T10:20:30.000Z"),
      ("2024-05-01", "2024-05-01T00:00:00.000Z"),
      ("2024-05-01 10:20", "2024-05-01T10:20:00.000Z"),
      ("2024-01-01T03:00:00+04:00", "2023-12-31T23:00:00.000Z"),
      ("2023-12-31T23:30:00-01:00", "2024-01-01T00:30:00.000Z"),
      ("2024-02-28T23:59:59.9999-0030", "2024-02-29T00:29:59.999Z"),
      ("2024-05-01T10:20:30.25+00", "2024-05-01T10:20:30.250Z"),
    ])
  func moments(text: String, expected: String) throws {
    #expect(try TimestampText.read(text) == expected)
  }

  @Test(
    "moments that are none are refused",
    arguments: [
      "2024-05", "2024-05-01T25:00:00Z", "2024-05-01T10:70", "now", "2024-05-01T10:00:00+99:00",
    ])
  func refusedMoments(text: String) {
    #expect(throws: ValueFault.self) { try TimestampText.read(text) }
  }

  @Test(
    "numbers of one meaning",
    arguments: [
      ("1234", 1234), ("1234.5", 1234.5), ("1,5", 1.5), ("0,234", 0.234), ("1234,567", 1234.567),
      ("1,23", 1.23), ("1,234,567", 1_234_567), ("1.234.567", 1_234_567), ("1.234,5", 1234.5),
      ("1,234.5", 1234.5), ("2.790,9", 2790.9), ("12 345,6", 12345.6), ("12\u{A0}345", 12345),
      ("12'345.6", 12345.6), ("1.5E+05", 150_000), ("-3,5", -3.5), ("١٢٣", 123), ("٣٫٥", 3.5),
      ("1.234", 1.234),
      ("12,345,678.9", 12_345_678.9), ("453,90", 453.9), ("1 234 567,89", 1_234_567.89),
    ])
  func numbers(text: String, value: Double) throws {
    #expect(try NumberText.read(text) == value)
  }

  @Test(
    "numbers of two meanings, or none, are refused",
    arguments: [
      "1,234", "453,900", "12,345", "", "nan", "inf", "1e999", "1,2,3", "1,23,456", "1.23.456",
      "12 34", "abc", "5 apples", "--1", "1,234,56", "1..2", ",5,", "1,234 567",
    ])
  func refusedNumbers(text: String) {
    #expect(throws: ValueFault.self) { try NumberText.read(text) }
  }

  @Test(
    "areas with and without a unit in the cell",
    arguments: [
      ("566", AreaUnit.squareMetres, 566), ("566 m2", nil, 566), ("566 м2", nil, 566),
      ("566 кв.м", nil, 566),
      ("566 кв. м", nil, 566), ("566 sq m", nil, 566), ("566m²", nil, 566), ("1,5 ha", nil, 15_000),
      ("1,5 га", nil, 15_000),
      ("0.25 km2", nil, 250_000), ("0.25 sq. km", nil, 250_000), ("2", .hectares, 20_000),
      ("2 ha", .hectares, 20_000),
      ("1e-4", .squareKilometres, 100), ("0", .squareMetres, 0),
    ] as [(String, AreaUnit?, Double)])
  func areas(text: String, unit: AreaUnit?, squareMetres: Double) throws {
    #expect(try AreaText.read(text, unit: unit).squareMetres == squareMetres)
  }

  @Test(
    "areas that can't be are refused",
    arguments: [
      ("566", nil), ("-5", .squareMetres), ("5 dunum", nil), ("5 ha", .squareMetres),
      ("1,234", .squareMetres),
      ("1e300", .squareMetres), ("nan", .hectares), ("ha", nil), ("5 m", nil),
    ] as [(String, AreaUnit?)])
  func refusedAreas(text: String, unit: AreaUnit?) {
    #expect(throws: ValueFault.self) { try AreaText.read(text, unit: unit) }
  }

  @Test(
    "coordinates in decimals, minutes and seconds",
    arguments: [
      ("40.5", true, 40.5), ("40,5", true, 40.5), ("40,123", true, 40.123),
      ("-46.25", false, -46.25),
      ("40°30'N", true, 40.5), ("40° 30' 36\" N", true, 40.51), ("S 40 30", true, -40.5),
      ("46.5W", false, -46.5),
      ("46 45 0.0 E", false, 46.75), ("-0°30'", true, -0.5),
    ])
  func coordinates(text: String, isLatitude: Bool, value: Double) throws {
    #expect(abs(try CoordinateText.read(text, isLatitude: isLatitude) - value) < 1e-12)
  }

  @Test(
    "coordinates that can't be are refused",
    arguments: ["", "N", "40°70'", "46E", "a", "40.5°30'", "-40 S", "1 2 3 4"])
  func refusedCoordinates(text: String) {
    #expect(throws: ValueFault.self) { try CoordinateText.read(text, isLatitude: true) }
  }

  @Test(
    "contamination in many words",
    arguments: [
      ("AP", "ap"), ("ap,av", "ap,av"), ("AP/AT", "ap,av"), ("Mixed mined", "ap,av"),
      ("Anti-personnel mines", "ap"),
      ("anti-tank and cluster munitions", "av,cmr"), ("UXO; AXO", "erw"), ("Booby trap", "ied"),
      ("none", "unknown"),
      ("Unknown", "unknown"), ("AP AV", "ap,av"), ("ap+erw", "ap,erw"),
      ("all", "ap,av,cmr,erw,ied,unknown"),
      ("Other/Unknown", "unknown"), ("ERW & IED", "erw,ied"), ("Mined area", "ap,av"),
    ])
  func contamination(text: String, types: String) {
    let named = ContaminationText.read(text)
    #expect(named.types.text == types)
    #expect(named.unknownWords.isEmpty)
    #expect(named.hasUnspecifiedMines == (text == "Mined area"))
  }

  @Test("contamination words that are not known are told")
  func unknownContamination() {
    let named = ContaminationText.read("ap, chemical weapons")
    #expect(named.types == .ap)
    #expect(named.unknownWords == ["chemical weapons"])
  }

  @Test(
    "kinds and activities in many words",
    arguments: [
      ("Cancelled", "cancelled"), ("canceled", "cancelled"), ("CANCELLATION", "cancelled"),
      ("Area Reduced", "reduced"),
      ("reduction", "reduced"), ("Cleared", "cleared"), ("clearance", "cleared"),
    ])
  func kinds(text: String, kind: String) throws {
    #expect(try Words.releaseKind.read(text, as: .kind).rawValue == kind)
  }

  @Test(
    "activities in many words",
    arguments: [
      ("NTS", "nts"), ("non-technical survey", "nts"), ("TS", "ts"), ("Technical Survey", "ts"),
      ("BAC sub-surface", "bac"),
      ("BAC (sub-surface)", "bac"), ("BAC surface", "bac_surface"),
      ("Battle Area Clearance", "bac"), ("EOD spot task", "spot_task"),
      ("Spot Task", "spot_task"), ("Manual clearance", "clearance"),
      ("road clearance", "road_clearance"), ("bac_surface", "bac_surface"),
    ])
  func activities(text: String, activity: String) throws {
    #expect(try Words.activity.read(text, as: .activity).rawValue == activity)
  }

  @Test("words that are not known are refused with those that are")
  func unknownWord() throws {
    let fault = try #require(throws: ValueFault.self) {
      try Words.releaseKind.read("done", as: .kind)
    }
    #expect(fault.remedy == "Known words: cancelled, reduced, cleared.")
  }
}
