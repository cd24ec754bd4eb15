import LandRelease

@testable import Workflows

/// A small book with what its map shows of every square, worked out by hand.
struct MapCase: Sendable, CustomStringConvertible {
  let description: String
  let records: LedgerCase
  let request: StateMapRequest
  /// Square by square, such as `A suspected, B pending`; squares not named are not drawn.
  let expected: String

  init(
    _ name: String, _ subject: StateMapRequest.Subject, asOf: String? = nil, layer: Layer = .land,
    districts: String = "D1 -5 20 -5 6", hazards: String, releases: String = "", expected: String
  ) {
    description = name
    records = LedgerCase(
      name, why: "", districts: districts, hazards: hazards, releases: releases, expected: "")
    request = StateMapRequest(
      subject, asOf: asOf.flatMap { CalendarDate($0) }, layer: layer, byDistrict: true)
    self.expected = expected
  }

  private static let header = "id,class,date,contamination,ground\n"
  private static let released = "id,kind,date,ground\n"

  static let all = [
    MapCase(
      "a release in the middle", .remaining, hazards: header + "H1,SHA,2020-01-01,ap,ABC",
      releases: released + "R1,cleared,2021-01-01,B",
      expected: "A D1 suspected, C D1 suspected"),
    MapCase(
      "the same, released", .released, hazards: header + "H1,SHA,2020-01-01,ap,ABC",
      releases: released + "R1,cleared,2021-01-01,B", expected: "B D1 cleared"),
    MapCase(
      "the day before the release", .remaining, asOf: "2020-12-31",
      hazards: header + "H1,SHA,2020-01-01,ap,ABC",
      releases: released + "R1,cleared,2021-01-01,B",
      expected: "A D1 suspected, B D1 suspected, C D1 suspected"),
    MapCase(
      "given up", .remaining,
      hazards: header + "H1,SHA,2020-01-01,ap,AB\nH1,CHA,2021-01-01,ap,A",
      expected: "A D1 confirmed, B D1 given_up"),
    MapCase(
      "contested", .remaining,
      hazards: header + "H1,SHA,2020-01-01,ap,AB\nH2,CHA,2022-01-01,ap,BC",
      releases: released + "R1,cleared,2021-01-01,AB",
      expected: "B D1 confirmed contested, C D1 confirmed"),
    MapCase(
      "reopened by name", .remaining,
      hazards: "id,class,date,contamination,reopens,ground\nH1,SHA,2020-01-01,ap,,A\n"
        + "H2,CHA,2022-01-01,ap,R1,A",
      releases: released + "R1,cleared,2021-01-01,A", expected: "A D1 confirmed"),
    MapCase(
      "a version that waits", .remaining,
      hazards: header + "H1,SHA,2020-01-01,ap,A\nH1,SHA,2021-01-01,ap,C",
      expected: "A D1 suspected, C D1 unrecorded pending"),
    MapCase(
      "a version that waits no more", .remaining,
      hazards: header + "H1,SHA,2020-01-01,ap,A\nH1,SHA,2021-01-01,ap,C\n"
        + "H1,SHA,2022-01-01,ap,AB", expected: "A D1 suspected, B D1 suspected"),
    MapCase(
      "it waited then", .remaining, asOf: "2021-06-30",
      hazards: header + "H1,SHA,2020-01-01,ap,A\nH1,SHA,2021-01-01,ap,C\n"
        + "H1,SHA,2022-01-01,ap,AB", expected: "A D1 suspected, C D1 unrecorded pending"),
    MapCase(
      "released twice", .overlaps, hazards: header + "H1,SHA,2020-01-01,ap,ABC",
      releases: released + "R1,cleared,2021-01-01,AB\nR2,reduced,2022-01-01,BC\n"
        + "R3,cleared,2023-01-01,C", expected: "B D1 cleared R1 R2, C D1 cleared R2 R3"),
    MapCase(
      "in one layer", .remaining, layer: .cmr,
      hazards: header + "H1,SHA,2020-01-01,ap,A\nH2,CHA,2020-01-01,cmr,B",
      expected: "B D1 confirmed"),
    MapCase(
      "two districts", .remaining, districts: "D1 -5 1 -5 6\nD2 1 20 -5 6",
      hazards: header + "H1,SHA,2020-01-01,ap,AB",
      expected: "A D1 suspected, B D2 suspected"),
    MapCase(
      "beyond all districts", .remaining, districts: "D1 0 1 0 1",
      hazards: header + "H1,SHA,2020-01-01,ap,AB",
      expected: "A D1 suspected, B no_district suspected"),
  ]
}
