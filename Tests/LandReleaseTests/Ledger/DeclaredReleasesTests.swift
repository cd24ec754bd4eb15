import LandRelease
import Testing

/// What releases declare beside what they measure, and the area that has no place.
struct DeclaredReleasesTests {
  private func area(_ squareMetres: Int64) -> Area {
    Area(squareCentimetres: squareMetres * 10_000)
  }

  private func release(
    _ id: String, _ date: String? = "2020-01-01", _ kind: ReleaseKind = .cleared,
    declared: Int64? = nil, measured: Int64? = nil, _ change: (inout Release) -> Void = { _ in }
  ) -> Stored<Release> {
    var release = Release(
      key: RecordKey(id: id), kind: kind, date: date.flatMap { CalendarDate($0) },
      reportedArea: declared.map { ReportedArea(asTyped: area($0)) })
    change(&release)
    return Stored(
      version: 1, content: release, recordedAt: "2030", contentHash: id,
      measuredArea: measured.map(area))
  }

  private func hazard(_ id: String, reported: Int64?, measured: Int64? = nil) -> Stored<Hazard> {
    let hazard = Hazard(
      key: RecordKey(id: id), reportedArea: reported.map { ReportedArea(asTyped: area($0)) })
    return Stored(
      version: 1, content: hazard, recordedAt: "2030", contentHash: id,
      measuredArea: measured.map(area))
  }

  private func list(
    _ releases: [Stored<Release>], _ hazards: [Stored<Hazard>] = [], asOf day: String? = nil
  ) -> [DeclaredRelease] {
    DeclaredReleases.list(releases, hazards: hazards, asOf: day.flatMap { CalendarDate($0) })
  }

  @Test func theFourWaysToDeclare() {
    var declared = Declared()
    for entry in list([
      release("R1", declared: 120, measured: 100), release("R2", declared: 30),
      release("R3", measured: 7), release("R4"),
      release("R5") {
        $0.reportedArea = ReportedArea(asTyped: area(5_000), unitCorrected: area(50))
      },
    ]) { declared.add(entry) }
    #expect(declared.overMeasured == [.cleared: area(20)])
    #expect(declared.withoutPolygon == [.cleared: area(80)])
    #expect(declared.undeclared == [.cleared: area(7)])
    #expect(declared.unitSlips == [.cleared: area(4_950)])
    #expect(declared.unplaced == [.cleared: area(80)])
  }

  @Test func onlyWhatStandsIsListed() {
    let kept = list([
      release("R1") { $0.review = .submitted }, release("R2") { $0.review = .rejected },
      release("R3", nil), release("R4") { $0.activity = .spotTask },
      release("R5") { $0.activity = .battleAreaSurface }, release("R6", "2021-01-01"),
    ])
    #expect(kept.map(\.key.id) == ["R6"])
  }

  @Test func aRevokedReleaseStandsUntilItsDay() {
    let revoked = release("R1", declared: 10) {
      $0.review = .revoked
      $0.revokedOn = CalendarDate("2022-06-01")
    }
    #expect(list([revoked]).isEmpty)
    #expect(list([revoked], asOf: "2019-12-31").isEmpty)
    #expect(list([revoked], asOf: "2022-05-31").count == 1)
    #expect(list([revoked], asOf: "2022-06-01").isEmpty)
  }

  @Test func progressIsSupersededByACompletionOfItsTaskAndKind() {
    func progress(_ id: String, _ date: String, _ kind: ReleaseKind = .cleared) -> Stored<Release> {
      release(id, date, kind, declared: 10) {
        $0.stage = .progress
        $0.task = "T1"
      }
    }
    let completion = release("RC", "2020-06-01", declared: 100) {
      $0.stage = .completion
      $0.task = "T1"
    }
    let other = release("RX", "2020-01-01", declared: 10) {
      $0.stage = .progress
      $0.task = "T2"
    }
    let entries = list([
      progress("R1", "2020-05-01"), progress("R2", "2020-06-01"), progress("R3", "2020-07-01"),
      progress("R4", "2020-05-01", .reduced), completion, other,
    ])
    #expect(entries.filter(\.isSuperseded).map(\.key.id).sorted() == ["R1", "R2"])
    let unplaced = entries.reduce(Area.zero) { $0 + $1.unplaced }
    #expect(unplaced == area(100 + 10 + 10 + 10))
    var declared = Declared()
    for entry in entries { declared.add(entry) }
    #expect(declared.superseded == [.cleared: area(20)])
  }

  @Test func unplacedAreaIsCappedAtTheNamedUnplacedHazard() {
    let releases = [
      release("R2", "2020-02-01", declared: 80) { $0.hazards = ["H1"] },
      release("R1", "2020-01-01", declared: 60) { $0.hazards = ["H1"] },
    ]
    let capped = list(releases, [hazard("H1", reported: 100)])
    #expect(capped.map(\.key.id) == ["R1", "R2"])
    #expect(capped.map(\.unplaced) == [area(60), area(40)])
    #expect(capped.map(\.unplacedExcess) == [.zero, area(40)])
    let placed = list(releases, [hazard("H1", reported: 100, measured: 90)])
    #expect(placed.map(\.unplaced) == [area(60), area(80)])
  }

  @Test func twoNamedHazardsCapTogether() {
    let entries = list(
      [release("R1", declared: 100) { $0.hazards = ["H1", "H2", "H3"] }],
      [hazard("H1", reported: 30), hazard("H2", reported: 45), hazard("H3", reported: nil)])
    #expect(entries.map(\.unplaced) == [area(75)])
    #expect(entries.map(\.unplacedExcess) == [area(25)])
  }

  @Test func declarationsAddUp() {
    let entries = list([
      release("R1", declared: 120, measured: 100),
      release("R2", "2020-01-01", .reduced, declared: 9),
      release("R3", "2020-01-01", .cancelled, measured: 7),
    ])
    var whole = Declared()
    for entry in entries { whole.add(entry) }
    let parts = entries.map { entry in
      var part = Declared()
      part.add(entry)
      return part
    }
    #expect(parts.reduce(Declared(), +).overMeasured == whole.overMeasured)
    #expect(
      parts.reduce(Declared(), +).unplaced.filter { $0.value != .zero } == [.reduced: area(9)])
  }
}
