import Foundation
import Reporting
import Workflows

@testable import LandbookServer

/// A small book in a folder of its own, served without a socket.
final class ServedSample: Sendable {
  let folder: URL
  let path: String
  let site: Site

  /// - Parameter change: of the settings, before the site is made.
  init(change: (inout ServeSettings) -> Void = { _ in }) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "serve-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "book.gpkg").path
    _ = try Book.make(at: path, name: "Test", isSynthetic: false)
    try Self.take(.districts, Self.districts, "geojson", into: path, in: folder)
    try Self.take(.hazards, Self.hazards, "csv", into: path, in: folder)
    _ = try PostLedger(Book.open(at: path, for: .writing)).run()
    var settings = ServeSettings()
    settings.openProfile = try SharingProfile.named("public")
    // A busy machine must not make another answer.
    settings.limits.patienceSeconds = 3600
    change(&settings)
    site = try Site(bookAt: path, settings) { _ in }
  }

  deinit {
    site.end()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Two districts side by side.
  static let districts = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"code":"D1","name":"West <b>"},"geometry":{"type":"Polygon",
    "coordinates":[[[45,40],[46,40],[46,41],[45,41],[45,40]]]}},
    {"type":"Feature","properties":{"code":"D2","name":"East"},"geometry":{"type":"Polygon",
    "coordinates":[[[46,40],[47,40],[47,41],[46,41],[46,40]]]}}]}
    """

  /// H1 is an L, so that its box holds ground that it does not; H4 has no day.
  static let hazards = """
    id,organisation,class,date,source,wkt
    H1,Org,SHA,2020-01-01,Somebody,"POLYGON ((45.1 40.1, 45.3 40.1, 45.3 40.12, 45.12 40.12, 45.12 40.3, 45.1 40.3, 45.1 40.1))"
    H2,Org,CHA,2021-06-15,Somebody,"POLYGON ((46.1 40.1, 46.101 40.1, 46.101 40.101, 46.1 40.101, 46.1 40.1))"
    H3,Org,CHA,2022-12-31,Somebody,"POLYGON ((46.5 40.5, 46.6 40.5, 46.6 40.6, 46.5 40.6, 46.5 40.5))"
    H4,Org,SHA,,Somebody,"POLYGON ((45.5 40.5, 45.6 40.5, 45.6 40.6, 45.5 40.6, 45.5 40.5))"
    """

  static func take(
    _ subject: ImportRequest.Subject, _ text: String, _ ending: String, into book: String,
    in folder: URL
  ) throws {
    let file = folder.appending(path: "\(UUID().uuidString).\(ending)")
    try Data(text.utf8).write(to: file)
    var request = ImportRequest(subject: subject, file: file.path)
    request.crs = "EPSG:4326"
    request.rejects = file.path + ".rejects.csv"
    var importing = ImportRecords(request, into: try Book.open(at: book, for: .writing))
    _ = try importing.run()
  }

  /// A fresh token.
  func token(_ name: String, _ profile: String, may role: AccessGrant.Role = .read) throws -> String
  {
    try AccessFile(ofBook: path).add(name, profile: profile, role: role)
  }

  /// Asks as a program does.
  func get(
    _ target: String, token: String? = nil, fields: [String: String] = [:]
  ) async throws -> Answer {
    try await ask("GET", target, token: token, fields: fields)
  }

  func ask(
    _ method: String, _ target: String, token: String? = nil, fields: [String: String] = [:],
    body: [UInt8] = []
  ) async throws -> Answer {
    let (path, query) = try Address.read(target, most: 4096)
    var fields = fields
    if let token { fields["authorization"] = "Bearer \(token)" }
    let ask = Ask(
      method: method, path: path, query: query, fields: fields, peer: "192.0.2.7",
      base: "http://127.0.0.1:8080",
      body: { most in
        guard body.count <= most else { throw Problem(413, "too large") }
        return body
      })
    return await site.answer(ask).answer
  }
}

/// One sample for all who only look, with a token for everything.
enum SharedSample {
  private static let made = Result {
    let sample = try ServedSample()
    return (sample: sample, token: try sample.token("Shared", "internal"))
  }

  static var sample: ServedSample {
    get throws { try made.get().sample }
  }

  static var token: String {
    get throws { try made.get().token }
  }
}

extension Answer {
  /// The body as JSON.
  var json: [String: Any] {
    get throws {
      try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
    }
  }

  var text: String { String(decoding: body, as: UTF8.self) }

  subscript(_ field: String) -> String? { fields.first { $0.name == field }?.value }

  /// The property of that name of all features.
  func values(_ name: String) throws -> [String] {
    let features = try json["features"] as? [[String: Any]] ?? []
    return features.map { feature in
      (feature["properties"] as? [String: Any])?[name] as? String ?? "-"
    }
  }

  func link(_ relation: String) throws -> String? {
    let links = try json["links"] as? [[String: Any]] ?? []
    return links.first { $0["rel"] as? String == relation }?["href"] as? String
  }
}
