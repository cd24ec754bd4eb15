import Foundation
import Testing

@testable import LandbookServer

/// Hosts and addresses that a request may name.
struct HostTests {
  @Test(arguments: ["127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080"])
  func thisMachineIsAnswered(host: String) throws {
    #expect(try HostRule(ServeSettings()).base(of: host) == "http://\(host)")
  }

  @Test(arguments: [
    "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "192.0.2.1",
    "127.0.0.1:80:80", "127.0.0.1:99999", "a b", "127.0.0.1\r\nX: y", "", "user@127.0.0.1",
    "[::1", "127.0.0.1/..", "127.0.0.1:-0", "127.0.0.-0", "127.0.0.1, localhost",
  ])
  func othersAreNot(host: String) {
    #expect(throws: Problem.self) { try HostRule(ServeSettings()).base(of: host) }
  }

  @Test func aProxyIsAnsweredByItsName() throws {
    var settings = ServeSettings()
    settings.baseURL = URL(string: "https://mines.example.org")
    let rule = HostRule(settings)
    #expect(try rule.base(of: "mines.example.org") == "https://mines.example.org")
    #expect(throws: Problem.self) { try rule.base(of: "evil.example") }
  }

  @Test(arguments: ["/../etc/passwd", "/a/%2e%2e/b", "/a%2fb", "/a%5cb", "a", "http://x/", "*"])
  func pathsThatLeadElsewhereAreRefused(target: String) {
    #expect(throws: Problem.self) { try Address.read(target, most: 4096) }
  }

  @Test func anAddressIsTakenApartAndPutTogether() throws {
    let (path, query) = try Address.read("/a%20b/c?x=1+2&y=%26#z", most: 4096)
    #expect(path == ["a b", "c"])
    #expect(query.map(\.name) == ["x", "y"])
    #expect(query.map(\.value) == ["1 2", "&"])
    #expect(Address.query(query) == "?x=1%202&y=%26")
    #expect(throws: Problem.self) {
      try Address.read("/" + String(repeating: "a", count: 5000), most: 4096)
    }
  }
}
