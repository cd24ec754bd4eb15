import Foundation
import GeometryValues
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// Records planted to be found: what is restricted leaves the book in no output of a profile.
struct RestrictedRecordsTests {
  /// Degrees of squares: of each, a corner that nothing else has.
  private enum Ground: Int {
    case ordinary = 11
    case released, freshlyLaid, army, stated, openAgain

    var corner: String { "45.\(rawValue)3" }

    var square: String {
      "\"POLYGON ((\(corner) 40.001, 45.\(rawValue)9 40.001, 45.\(rawValue)9 40.007, \(corner) 40.007, \(corner) 40.001))\""
    }
  }

  private struct Programme {
    let folder: TemporaryFolder
    let book: Book

    init() throws {
      folder = try TemporaryFolder()
      book = try Book.make(at: folder.path("book.gpkg"), name: "Planted", isSynthetic: false)
      try folder.importText(
        """
        code,name,wkt
        A,Alpha,"POLYGON ((45 39.9, 45.5 39.9, 45.5 40.1, 45 40.1, 45 39.9))"
        """, as: .districts, into: book)
      try folder.importText(
        """
        id,class,date,origin,source,sensitivity,reopens,wkt
        OPEN,CHA,2020-01-01,legacy,village,,,\(Ground.ordinary.square)
        DONE,CHA,2020-01-01,legacy,village,,,\(Ground.released.square)
        AGAIN,CHA,2020-01-01,legacy,village,,,\(Ground.openAgain.square)
        FRESH,CHA,2024-01-01,new,village,,,\(Ground.freshlyLaid.square)
        ARMY,CHA,2020-01-01,legacy,Ministry of Defence,,,\(Ground.army.square)
        STATED,SHA,2020-01-01,legacy,village,severe,,\(Ground.stated.square)
        """, as: .hazards, into: book)
      try folder.importText(
        """
        id,kind,activity,date,hazard_id,operator,handed_over_on,wkt
        RDONE,cleared,clearance,2023-01-01,DONE,Heron,2023-02-01,\(Ground.released.square)
        RAGAIN,cleared,clearance,2023-01-01,AGAIN,Heron,2023-02-01,\(Ground.openAgain.square)
        """, as: .releases, into: book)
      try folder.importText(
        """
        id,class,date,origin,source,reopens,wkt
        NEWLY,CHA,2024-03-01,new,village,RAGAIN,\(Ground.openAgain.square)
        """, as: .hazards, into: book)
      try folder.importText(
        """
        id,release_id,date,category,quantity,sensitivity,latitude,longitude
        DEVICE1,RDONE,2023-01-01,ap_mine,1,,40.00321,45.12421
        DEVICE2,RDONE,2023-01-01,ap_mine,1,low,40.00322,45.12422
        """, as: .devices, into: book)
      try folder.importText(
        """
        id,date,district,sex,age,outcome,latitude,longitude
        PERSON1,2023-01-01,A,male,12,killed,40.00323,45.12423
        """, as: .victims, into: book)
      _ = try PostLedger(book).run()
    }

    func text(_ subject: ExportFile.Subject, _ profile: SharingProfile) throws -> String? {
      let path = folder.path("\(UUID().uuidString).geojson")
      do {
        if let map = subject.map {
          _ = try ExportMap(book).run(StateMapRequest(map), to: path, sharing: profile)
        } else {
          _ = try ExportFile(book).run(subject, to: path, sharing: profile)
        }
      } catch let error as WorkflowError where error.kind == .usage {
        return nil
      }
      return try String(contentsOfFile: path, encoding: .utf8)
    }
  }

  nonisolated(unsafe) private static let shared = Result { try Programme() }

  /// Names and corners of what is restricted without a level that lets it out.
  private static let secrets = [
    "FRESH", "ARMY", "STATED", "NEWLY", "DEVICE1", "PERSON1", "45.12421", "45.12423",
    Ground.freshlyLaid.corner, Ground.army.corner, Ground.stated.corner,
  ]

  @Test(arguments: ["partner", "donor", "public"], ExportFile.Subject.allCases)
  func noFileTellsOfThem(profile: String, subject: ExportFile.Subject) throws {
    let programme = try Self.shared.get()
    guard let text = try programme.text(subject, .named(profile)) else { return }
    for secret in Self.secrets where text.contains(secret) {
      Issue.record("\(subject) for \(profile) tells of \(secret)")
    }
    if ![.district, .release].contains(subject) {
      #expect(text.contains("more sensitive than"), "\(subject)")
    }
  }

  @Test(arguments: ["partner", "donor"])
  func groundThatIsLeftOutIsNotAGap(profile: String) throws {
    let programme = try Self.shared.get()
    let path = programme.folder.path("gap-\(profile).geojson")
    let done = try ExportMap(programme.book).run(
      StateMapRequest(.remaining), to: path, sharing: .named(profile))
    let gap = try #require(done.gap)
    #expect(gap.contains("A gap is not free ground.") && gap.contains(" ha more sensitive than"))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(gap))
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let features = try #require(document?["features"] as? [[String: Any]])
    let squares = features.filter {
      ($0["properties"] as? [String: Any])?["state"] as? String == "restricted"
    }
    // FRESH, ARMY, STATED and NEWLY lie from 45.133 to 45.169, which is three squares wide.
    #expect(squares.count == 3)
    #expect(features.count == 4)
    let partner = try SharingProfile.named("partner")
    if profile == "partner" {
      let places = squares.flatMap {
        (($0["geometry"] as? [String: Any])?["coordinates"] as? [[[Double]]] ?? []).joined()
      }
      for place in places {
        #expect(place.allSatisfy { abs(($0 * 50).rounded() / 50 - $0) < 1e-12 }, "\(place)")
      }
      #expect(Set(places.map { $0[0] }) == [45.12, 45.14, 45.16, 45.18])
    }
    let all = try ExportMap(programme.book).run(
      StateMapRequest(.remaining), to: path, sharing: .internal)
    #expect(all.gap == nil && all.rows == 5)
    let hazards = try ExportFile(programme.book).run(.hazard, to: path, sharing: partner)
    #expect(try #require(hazards.gap).hasPrefix("Left out: 4 records with "))
  }

  @Test func reportsSayThatMapsLackGroundTheyCount() throws {
    let programme = try Self.shared.get()
    let partner = try SharingProfile.named("partner")
    func notes(_ sharing: SharingProfile, _ statement: ReportRequest.Statement) throws -> [String] {
      let report = try MakeReport(programme.book).run(ReportRequest(statement: statement))
      return try ShareReports(programme.book, sharing).run(report).notes
    }
    func isSaid(_ notes: [String]) -> Bool { notes.contains { $0.contains("not free ground") } }
    #expect(try isSaid(notes(partner, .balance)))
    #expect(try !isSaid(notes(.internal, .balance)))
    #expect(try !isSaid(notes(partner, .victims)))
    for language in Language.allCases where language != .english {
      let report = try ShareReports(programme.book, partner).run(
        MakeReport(programme.book).run(ReportRequest(statement: .balance)))
      #expect(
        report.untranslated(in: language).filter { $0.contains("free ground") } == [],
        "\(language)")
    }
  }

  @Test func whatIsNotRestrictedStays() throws {
    let programme = try Self.shared.get()
    let partner = try SharingProfile.named("partner")
    let hazards = try #require(try programme.text(.hazard, partner))
    #expect(hazards.contains("OPEN") && hazards.contains(Ground.ordinary.corner))
    let devices = try #require(try programme.text(.device, partner))
    #expect(devices.contains("DEVICE2") && devices.contains("45.12422"))
    let open = try #require(try programme.text(.remaining, partner))
    #expect(open.contains(Ground.ordinary.corner))
  }

  @Test(arguments: ["partner", "public"])
  func groundThatWasMinedAnewIsNotShownAsReleased(profile: String) throws {
    let programme = try Self.shared.get()
    let text = try #require(try programme.text(.released, .named(profile)))
    #expect(text.contains(Ground.released.corner))
    #expect(!text.contains(Ground.openAgain.corner))
  }

  @Test func theProgrammeItselfHasAllOfThem() throws {
    let programme = try Self.shared.get()
    let all = try ExportFile.Subject.allCases.compactMap { try programme.text($0, .internal) }
      .joined()
    for secret in Self.secrets { #expect(all.contains(secret), "\(secret)") }
  }

  @Test(arguments: ["partner", "donor", "public"])
  func victimsLeaveForTheProgrammeAlone(profile: String) throws {
    let programme = try Self.shared.get()
    #expect(try programme.text(.victim, .named(profile)) == nil)
    let own = try SharingProfile(
      json: #"{"name": "o", "title": "O", "readers": "r", "exports": {"victim": {}}}"#)
    #expect(try programme.text(.victim, own) == nil)
  }

  @Test(arguments: ["partner", "donor", "public"], ReportRequest.Statement.allCases)
  func noReportTellsOfThem(profile: String, statement: ReportRequest.Statement) throws {
    let programme = try Self.shared.get()
    let sharing = try SharingProfile.named(profile)
    var request = ReportRequest(statement: statement)
    request.countsRecords = sharing.countsRecords
    request.mostSensitive = sharing.mostSensitive
    request.knownFirst =
      statement == .changes ? CalendarDate(year: 2020, month: 1, day: 1) : nil
    let report: Report
    do {
      report = try ShareReports(programme.book, sharing).run(
        MakeReport(programme.book).run(request))
    } catch let error as WorkflowError where error.kind == .usage {
      return
    }
    #expect(report.flaws == [])
    for text in [OutputFormat.json.render(report), HTMLRenderer().render(report)] {
      for secret in Self.secrets where text.contains(secret) {
        Issue.record("\(statement) for \(profile) tells of \(secret)")
      }
    }
  }

  @Test func aMapThatWasMadeForOthersIsNotShared() throws {
    let programme = try Self.shared.get()
    let report = try MakeReport(programme.book).run(ReportRequest(statement: .summary))
    #expect(!report.maps.isEmpty)
    let shared = try ShareReports(programme.book, .named("partner")).run(report)
    #expect(shared.maps.isEmpty)
  }

  @Test func whyTellsTheLevelAndItsCause() throws {
    let programme = try Self.shared.get()
    func notes(_ name: String) throws -> [String] {
      try Explain(programme.book).run(name, period: Period()).notes
    }
    #expect(
      try notes("FRESH").contains(
        "hazard FRESH: sensitivity high unless the record says otherwise: its origin is new."))
    #expect(try notes("STATED").contains("hazard STATED: sensitivity severe, as the record says."))
    #expect(
      try notes("OPEN").contains("hazard OPEN: sensitivity low unless the record says otherwise."))
    for language in Language.allCases where language != .english {
      let why = try Explain(programme.book).run("ARMY", period: Period())
      #expect(why.untranslated(in: language).filter { $0 != "Planted" } == [], "\(language)")
    }
  }

  @Test func aLevelStaysUntilAnotherIsStated() throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Levels", isSynthetic: false)
    func restricted() throws -> Bool {
      try !ShareReports(book, .named("public")).restricted().hazards.isEmpty
    }
    let plain = "id,class,date,wkt\nH1,SHA,2020-01-01,\(Ground.ordinary.square)\n"
    try folder.importText(plain, as: .hazards, into: book)
    #expect(try !restricted())
    let amended = try AmendRecord(book).run(
      "H1", [("sensitivity", "restricted")], reason: "beside a school")
    #expect(amended.changes.map(\.after) == ["restricted"])
    #expect(try restricted())
    try folder.importText(
      plain.replacing("2020-01-01", with: "2021-01-01"), as: .hazards, into: book)
    #expect(try restricted(), "a later version that does not say takes nothing back")
    _ = try UndoBatch(book).run(try #require(amended.row.batch))
    #expect(try !restricted())
    let refused = try folder.importText(
      "id,class,date,sensitivity,wkt\nH2,SHA,2020-01-01,hihg,\(Ground.army.square)\n",
      as: .hazards, into: book)
    #expect(refused.refused == 1, "a word that is not known lets nothing in")
  }
}
