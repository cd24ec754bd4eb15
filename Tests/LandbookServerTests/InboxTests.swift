import Foundation
import Testing
import Workflows

@testable import LandbookServer

/// A file is sent, looked at, and accepted or rejected by who may.
struct InboxTests {
  static let rows = """
    id,organisation,class,date,wkt
    H7,Org,SHA,2023-01-01,"POLYGON ((45.7 40.7, 45.71 40.7, 45.71 40.71, 45.7 40.7))"
    H8,Org,XXX,2023-01-01,"POLYGON ((45.7 40.7, 45.71 40.7, 45.71 40.71, 45.7 40.7))"
    """
  static let form = ["content-type": "application/x-www-form-urlencoded"]

  private func sent(_ sample: ServedSample, _ token: String) async throws -> String {
    let answer = try await sample.ask(
      "POST", "/inbox?name=..%5Cmay.csv&subject=hazards&crs=EPSG:4326", token: token,
      body: Array(Self.rows.utf8))
    #expect(answer.status == 201, "\(answer.text)")
    return try #require(try answer.json["id"] as? String)
  }

  private func batches(_ sample: ServedSample) throws -> Int {
    let report = try ListBatches(Book.open(at: sample.path, for: .reading)).run()
    return report.tables.first?.rows.count ?? 0
  }

  @Test func aFileIsLookedAtAndImportedOnce() async throws {
    let sample = try ServedSample()
    let sender = try sample.token("Jonas", "partner", may: .send)
    let officer = try sample.token("Meera", "internal", may: .accept)
    let before = try batches(sample)
    let id = try await sent(sample, sender)
    let preview = try await sample.get("/inbox/\(id)", token: officer)
    #expect(preview.text.contains("2 rows in = 1 stored + 0 unchanged + 1 refused"))
    #expect(preview.text.contains("row 2, class"))
    #expect(try batches(sample) == before)
    let accept = Array("decision=accept".utf8)
    let early = try await sample.ask(
      "POST", "/inbox/\(id)", token: sender, fields: Self.form, body: accept)
    #expect(early.status == 403)
    let done = try await sample.ask(
      "POST", "/inbox/\(id)", token: officer, fields: Self.form, body: accept)
    #expect(done.status == 200, "\(done.text)")
    #expect(try done.json["status"] as? String == "accepted")
    let again = try await sample.ask(
      "POST", "/inbox/\(id)", token: officer, fields: Self.form, body: accept)
    #expect(again.status == 409)
    #expect(try batches(sample) == before + 1)
    let log = try ListBatches(Book.open(at: sample.path, for: .reading)).run()
    #expect("\(log)".contains("Meera, sent by Jonas as may.csv"))
    let items = try await sample.get("/collections/hazards/items?id=H7", token: officer)
    #expect(try items.json["numberMatched"] as? Int == 1)
  }

  @Test func aFileIsRejectedWithAReason() async throws {
    let sample = try ServedSample()
    let sender = try sample.token("Jonas", "partner", may: .send)
    let other = try sample.token("Ana", "partner", may: .send)
    let officer = try sample.token("Meera", "internal", may: .accept)
    let id = try await sent(sample, sender)
    let bare = try await sample.ask(
      "POST", "/inbox/\(id)", token: officer, fields: Self.form, body: Array("decision=reject".utf8)
    )
    #expect(bare.status == 400)
    let done = try await sample.ask(
      "POST", "/inbox/\(id)", token: officer, fields: Self.form,
      body: Array("decision=reject&reason=wrong+month".utf8))
    #expect(try done.json["status"] as? String == "rejected")
    #expect(try await sample.get("/inbox/\(id)", token: sender).text.contains("wrong month"))
    #expect(try await sample.get("/inbox/\(id)", token: other).status == 404)
  }

  @Test func whatCanNotBeUsedChangesNothing() async throws {
    let sample = try ServedSample()
    let officer = try sample.token("Meera", "internal", may: .accept)
    let before = try batches(sample)
    for (name, text) in [("a.csv", "nothing"), ("b.geojson", "{"), ("c.zip", "PK\u{3}\u{4}")] {
      let answer = try await sample.ask(
        "POST", "/inbox?name=\(name)&subject=hazards", token: officer, body: Array(text.utf8))
      let id = try #require(try answer.json["id"] as? String)
      let page = try await sample.get("/inbox/\(id)", token: officer)
      #expect(try page.json["usable"] as? Bool == false, "\(name)")
      #expect(!page.text.contains(sample.folder.path), "\(name)")
      let refused = try await sample.ask(
        "POST", "/inbox/\(id)", token: officer, fields: Self.form,
        body: Array("decision=accept".utf8))
      #expect(refused.status == 422, "\(name): \(refused.text)")
    }
    #expect(try batches(sample) == before)
  }

  @Test func whatIsNoSurveyFileIsNotTaken() async throws {
    let sample = try ServedSample { $0.mostUploadBytes = 100 }
    let sender = try sample.token("Jonas", "partner", may: .send)
    let long = try await sample.ask(
      "POST", "/inbox?name=a.csv&subject=hazards", token: sender,
      body: [UInt8](repeating: 65, count: 101))
    #expect(long.status == 413)
    let program = try await sample.ask(
      "POST", "/inbox?name=a.exe&subject=hazards", token: sender, body: [1])
    #expect(program.status == 422)
    #expect(
      try await sample.ask("POST", "/inbox?name=a.csv&subject=hazards", body: [1]).status == 401)
    let reader = try sample.token("Ana", "partner")
    #expect(try await sample.get("/inbox", token: reader).status == 403)
  }

  @Test func aFormWithAFileIsRead() throws {
    let body = """
      --xyz\r\nContent-Disposition: form-data; name="subject"\r\n\r\nhazards\r\n\
      --xyz\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\nid\r\n1\r\n--xyz--\r\n
      """
    let form = try Multipart(Array(body.utf8), type: "multipart/form-data; boundary=xyz")
    #expect(form.fields == ["subject": "hazards"])
    #expect(form.file?.name == "a.csv")
    #expect(form.file.map { String(decoding: $0.content, as: UTF8.self) } == "id\r\n1")
    for broken in ["--xyz", "--xyz\r\n\r\n", "--xy--", "", "--xyz\r\nA: b\r\n\r\nc\r\n--xyz--"] {
      #expect(throws: Problem.self, "\(broken)") {
        try Multipart(Array(broken.utf8), type: "multipart/form-data; boundary=xyz")
      }
    }
  }
}
