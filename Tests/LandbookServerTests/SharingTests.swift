import Foundation
import Testing
import Workflows

@testable import LandbookServer

/// What a profile keeps back is kept back here, and tokens open what they are for.
struct SharingTests {
  @Test func whatIsNotSharedIsNotThere() async throws {
    let sample = try SharedSample.sample
    #expect(try await sample.get("/collections/hazards").status == 404)
    #expect(try await sample.get("/collections/hazards/items").status == 404)
    #expect(try await sample.get("/tiles/hazards/0/0/0").status == 404)
    let list = try await sample.get("/collections").text
    #expect(!list.contains("hazards"))
    #expect(!(try await sample.get("/api").text.contains("hazards")))
  }

  @Test func aPropertyThatIsKeptBackCanNotBeAskedBy() async throws {
    let sample = try ServedSample()
    let donor = try sample.token("Donor", "donor")
    let partner = try sample.token("Partner", "partner")
    let items = "/collections/hazards/items"
    #expect(try await sample.get("\(items)?id=H1", token: donor).status == 400)
    #expect(try await sample.get("\(items)?source=Somebody", token: partner).status == 400)
    #expect(try await sample.get("\(items)?id=H1", token: partner).status == 200)
    let text = try await sample.get(items, token: donor).text
    #expect(!text.contains("\"H1\""))
    #expect(!text.contains("Somebody"))
    #expect(!(try await sample.get("/api", token: donor).text.contains("\"organisation\"")))
  }

  /// The box of a box that is asked for tells no more than the middle that is shown.
  @Test func aBoxFindsWhatIsShownAndNotWhatIsBehind() async throws {
    let sample = try ServedSample()
    let donor = try sample.token("Donor", "donor")
    // On the edge of H3, away from its middle.
    let edge = try await sample.get(
      "/collections/hazards/items?bbox=46.5,40.5,46.51,40.51", token: donor)
    #expect(try edge.json["numberMatched"] as? Int == 0)
    let middle = try await sample.get(
      "/collections/hazards/items?bbox=46.54,40.54,46.56,40.56", token: donor)
    #expect(try middle.json["numberMatched"] as? Int == 1)
  }

  @Test func reportsForEverybodyAreOfWholeYears() async throws {
    let sample = try ServedSample()
    #expect(try await sample.get("/reports/balance.csv?period=2021").status == 200)
    for query in ["period=2021-05", "from=2021-01-02", "known-at=2024-01-01", "clock=recorded"] {
      #expect(try await sample.get("/reports/balance.csv?\(query)").status == 403, "\(query)")
    }
    let token = try sample.token("Meera", "internal")
    #expect(try await sample.get("/reports/balance.csv?period=2021-05", token: token).status == 200)
  }

  @Test func aTokenOpensUntilItIsRevoked() async throws {
    let sample = try ServedSample()
    let token = try sample.token("Meera", "internal")
    let items = "/collections/hazards/items"
    #expect(try await sample.get(items, token: token).status == 200)
    let basic = Data("anybody:\(token)".utf8).base64EncodedString()
    #expect(try await sample.get(items, fields: ["authorization": "Basic \(basic)"]).status == 200)
    #expect(try await sample.get(items, token: token + "x").status == 401)
    try AccessFile(ofBook: sample.path).revoke("Meera")
    #expect(try await sample.get(items, token: token).status == 401)
    #expect(try await sample.get("/collections").status == 200)
  }

  @Test func wrongTokensAreCounted() async throws {
    let sample = try ServedSample { $0.limits.mostWrongTokens = 3 }
    var seen: [Int] = []
    for number in 0..<8 {
      seen.append(try await sample.get("/collections", token: "wrong\(number)").status)
    }
    #expect(seen.prefix(3).allSatisfy { $0 == 401 })
    #expect(seen.suffix(3).allSatisfy { $0 == 429 })
  }

  @Test func withoutAProfileNothingIsShown() async throws {
    let sample = try ServedSample { $0.openProfile = nil }
    #expect(try await sample.get("/collections").status == 401)
    #expect(try await sample.get("/reports/balance.csv").status == 401)
    let page = try await sample.get("/", fields: ["accept": "text/html"])
    #expect(page.text.contains("Sign in"))
  }

  @Test func aSessionBeginsAndEndsAndItsFormsAreItsOwn() async throws {
    let sample = try ServedSample()
    let token = try sample.token("Meera", "internal", may: .accept)
    let type = ["content-type": "application/x-www-form-urlencoded"]
    let wrong = try await sample.ask(
      "POST", "/sign-in", fields: type, body: Array("token=nothing".utf8))
    #expect(wrong.status == 401)
    let signed = try await sample.ask(
      "POST", "/sign-in", fields: type, body: Array("token=\(token)".utf8))
    #expect(signed.status == 303)
    let cookie = try #require(signed["Set-Cookie"])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(!cookie.contains(token))
    let session = ["cookie": String(cookie.prefix { $0 != ";" })]
    let page = try await sample.get(
      "/inbox", fields: session.merging(["accept": "text/html"]) { $1 })
    let key = try #require(page.text.firstMatch(of: /name="key" value="([^"]+)"/)?.output.1)
    let fields = session.merging(type) { $1 }
    let forged = try await sample.ask(
      "POST", "/sign-out", fields: fields, body: Array("key=forged".utf8))
    #expect(forged.status == 403)
    let elsewhere = try await sample.ask(
      "POST", "/sign-out", fields: fields.merging(["origin": "http://evil.example"]) { $1 },
      body: Array("key=\(key)".utf8))
    #expect(elsewhere.status == 403)
    let out = try await sample.ask(
      "POST", "/sign-out", fields: fields, body: Array("key=\(key)".utf8))
    #expect(out.status == 303)
    #expect(try await sample.get("/collections/hazards", fields: session).status == 404)
  }

  @Test func pagesWriteWhatRecordsSayAsText() async throws {
    let sample = try SharedSample.sample
    let page = try await sample.get(
      "/collections/districts/items", fields: ["accept": "text/html"])
    #expect(page.text.contains("West &lt;b&gt;"))
    #expect(!page.text.contains("West <b>"))
    let policy = try #require(page["Content-Security-Policy"])
    #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
  }
}
