import Foundation
import Testing
import Workflows

@testable import LandbookServer

/// Features over HTTP: what is found, page by page, and what is refused.
struct FeatureTests {
  @Test func theLandingLeadsEverywhereByWholeAddresses() async throws {
    let sample = try SharedSample.sample
    let landing = try await sample.get("/")
    for relation in ["self", "service-desc", "service-doc", "conformance", "data"] {
      let link = try #require(try landing.link(relation), "\(relation)")
      #expect(link.hasPrefix("http://127.0.0.1:8080/"))
      let target = String(link.dropFirst("http://127.0.0.1:8080".count))
      #expect(try await sample.get(target).status == 200, "\(link)")
    }
  }

  static let found: [(query: String, ids: [String])] = [
    ("", ["H1", "H2", "H3", "H4"]),
    ("bbox=45,40,46,41", ["H1", "H4"]),
    ("bbox=45,40,0,46,41,900", ["H1", "H4"]),
    // Within the box around the L, beside the L itself.
    ("bbox=45.2,40.2,45.25,40.25", []),
    // Within the L, without any of its corners.
    ("bbox=45.2,40.105,45.21,40.11", ["H1"]),
    ("bbox=179,40,46.05,41", ["H1", "H4"]),
    ("bbox=-315,40,-314,41", ["H1", "H4"]),
    ("class=CHA", ["H2", "H3"]),
    ("class=suspected&id=H1", ["H1"]),
    ("class=nothing", []),
    ("datetime=2021-06-15", ["H2"]),
    ("datetime=2021-06-15T12:00:00Z", ["H2"]),
    ("datetime=2021-01-01/..", ["H2", "H3"]),
    // What has no day is before everything.
    ("datetime=../2020-12-31", ["H1", "H4"]),
    ("datetime=2021-01-01/2021-12-31&bbox=46,40,47,41", ["H2"]),
  ]

  @Test(arguments: found)
  func theFilterFinds(query: String, ids: [String]) async throws {
    let sample = try SharedSample.sample
    let token = try SharedSample.token
    let answer = try await sample.get("/collections/hazards/items?\(query)", token: token)
    #expect(answer.status == 200, "\(answer.text)")
    #expect(try answer.values("id").sorted() == ids)
    #expect(try answer.json["numberMatched"] as? Int == ids.count)
    #expect(try answer.json["numberReturned"] as? Int == ids.count)
  }

  @Test(arguments: [
    "limit=0", "limit=-1", "limit=x", "limit=1e3", "bbox=1,2,3", "bbox=1,2,3,4,5", "bbox=a,b,c,d",
    "bbox=0,50,1,40", "bbox=0,0,0,100", "bbox=nan,0,1,1", "bbox=0,0,inf,1", "datetime=yesterday",
    "datetime=2020-13-01", "datetime=2021-01-01/2020-01-01", "datetime=../..", "nothing=1",
    "f=xml", "after=zz", "bbox-crs=EPSG:4326", "limit=1&limit=2", "token=abc", "class=%00",
    "class=%zz", "class=%FF",
  ])
  func badValuesAreRefusedWithTheReason(query: String) async throws {
    let sample = try SharedSample.sample
    let token = try SharedSample.token
    do {
      let answer = try await sample.get("/collections/hazards/items?\(query)", token: token)
      #expect(answer.status == 400)
      #expect((try answer.json["detail"] as? String ?? "").count > 10)
    } catch let problem as Problem {
      #expect(problem.status == 400)
    }
  }

  @Test func aWholeNumberIsAskedForByOne() async throws {
    let sample = try SharedSample.sample
    let token = try SharedSample.token
    let items = "/collections/devices/items?quantity="
    #expect(try await sample.get(items + "AAA", token: token).status == 400)
    #expect(try await sample.get(items + "01", token: token).status == 200)
  }

  @Test func pagesHoldEveryFeatureOnce() async throws {
    let sample = try SharedSample.sample
    let token = try SharedSample.token
    var target = "/collections/hazards/items?limit=1"
    var ids: [String] = []
    while true {
      let page = try await sample.get(target, token: token)
      #expect(try page.json["numberMatched"] as? Int == 4)
      ids += try page.values("id")
      guard let next = try page.link("next") else { break }
      target = String(next.dropFirst("http://127.0.0.1:8080".count))
    }
    #expect(ids.sorted() == ["H1", "H2", "H3", "H4"])
  }

  @Test func aPageSaysThatTheBookChangedAndGoesOnBehindTheOneBefore() async throws {
    let sample = try ServedSample()
    let token = try sample.token("Meera", "internal")
    let first = try await sample.get("/collections/hazards/items?limit=2", token: token)
    let next = try #require(try first.link("next"))
    let row =
      "id,organisation,class,date,wkt\nH9,Org,SHA,2023-01-01,\"POLYGON ((45.7 40.7, 45.71 40.7, 45.71 40.71, 45.7 40.7))\""
    try ServedSample.take(.hazards, row, "csv", into: sample.path, in: sample.folder)
    let second = try await sample.get(
      String(next.dropFirst("http://127.0.0.1:8080".count)), token: token)
    #expect(try second.json["numberMatched"] as? Int == 5)
    #expect((try second.json["note"] as? String ?? "").contains("has changed"))
    let seen = Set(try first.values("id")).union(try second.values("id"))
    let hasMore = try second.link("next") != nil
    #expect(hasMore || seen.isSuperset(of: ["H1", "H2", "H3", "H4"]))
    #expect(Set(try first.values("id")).isDisjoint(with: try second.values("id")))
  }

  @Test func anAnswerIsKnownByItsStateAndNotSentAgain() async throws {
    let sample = try ServedSample()
    let address = "/collections/districts/items"
    let first = try await sample.get(address)
    let tag = try #require(first["ETag"])
    let again = try await sample.get(address, fields: ["if-none-match": tag])
    #expect(again.status == 304)
    #expect(again.body.isEmpty)
    let token = try sample.token("Meera", "internal")
    #expect(try await sample.get(address, token: token)["ETag"] != tag)
    try ServedSample.take(
      .hazards, ServedSample.hazards, "csv", into: sample.path, in: sample.folder)
    try ServedSample.take(
      .statements, "actor,from,to,activity,area_ha\nArmy,2020-01-01,2020-12-31,clearance,5", "csv",
      into: sample.path, in: sample.folder)
    let later = try await sample.get(address, fields: ["if-none-match": tag])
    #expect(later.status == 200)
    #expect(later["X-Landbook-Head"] != first["X-Landbook-Head"])
  }

  /// What a file exported under a profile says, the server says.
  @Test(
    arguments: [("hazard", "hazards"), ("district", "districts")], ["internal", "partner", "donor"])
  func featuresAreThoseOfAnExport(
    names: (subject: String, layer: String), profile: String
  ) async throws {
    let sample = try SharedSample.sample
    let token = try sample.token("\(names.layer) \(profile)", profile)
    let file = sample.folder.appending(path: "\(names.subject)-\(profile).geojson").path
    let subject = try #require(ExportFile.Subject(rawValue: names.subject))
    _ = try ExportFile(Book.open(at: sample.path, for: .reading)).run(
      subject, to: file, sharing: NamedProfile.read(profile))
    func features(_ data: Data) throws -> Set<String> {
      let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      let features = object["features"] as? [[String: Any]] ?? []
      return Set(
        try features.map { feature in
          let kept = ["properties": feature["properties"], "geometry": feature["geometry"]]
          let bytes = try JSONSerialization.data(
            withJSONObject: kept.compactMapValues { $0 }, options: [.sortedKeys])
          return String(decoding: bytes, as: UTF8.self)
        })
    }
    let exported = try features(try Data(contentsOf: URL(filePath: file)))
    let answer = try await sample.get("/collections/\(names.layer)/items", token: token)
    #expect(!exported.isEmpty)
    #expect(try features(Data(answer.body)) == exported)
  }

  @Test func groundSmallerThanAPixelIsOnTheMap() async throws {
    let sample = try SharedSample.sample
    let token = try SharedSample.token
    let tile = try await sample.get("/tiles/hazards/0/0/0", token: token)
    let features = try tile.json["features"] as? [[String: Any]] ?? []
    let kinds = features.compactMap { ($0["properties"] as? [String: Any])?["kind"] as? String }
    #expect(Set(kinds) == ["suspected", "confirmed"])
    #expect(kinds.last == "confirmed")
    #expect(try await sample.get("/tiles/hazards/3/9/0", token: token).status == 404)
  }
}
