import Foundation
import Synchronization
import Testing

@testable import LandbookServer

/// The server on a real socket: what no handler sees.
struct SocketTests {
  /// Sends bytes and reads until the other side closes.
  ///
  /// On a thread of its own: the server needs those that tests run on.
  private static func talk(_ port: Int, _ bytes: String) async -> String {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: said(port, bytes)) }
    }
  }

  private static func said(_ port: Int, _ bytes: String) -> String {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    guard code == 0 else { return "no connection" }
    var limit = timeval(tv_sec: 900, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let sent = Array(bytes.utf8)
    _ = send(socket, sent, sent.count, Int32(MSG_NOSIGNAL))
    var (text, buffer) = ("", [UInt8](repeating: 0, count: 4096))
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      if count < 0 { return text + "<still open>" }
      if count == 0 { return text + "<closed>" }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
  }

  /// Requests that could mean one thing here and another to a program on the way.
  private static func ambiguous(_ port: Int) -> [String] {
    let close = "Connection: close\r\n\r\n"
    let host = "Host: 127.0.0.1:\(port)\r\n"
    let get = "GET /conformance HTTP/1.1\r\n"
    let form = "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n"
    let post = "POST /sign-in HTTP/1.1\r\n\(host)\(form)"
    let chunked = "Transfer-Encoding: chunked\r\n"
    let chunks = "\r\n5\r\nabcde\r\n0\r\n\r\n"
    return [
      "\(get)\(host)Host: evil.example\r\n\(close)", "\(get)\(host)\(host.lowercased())\(close)",
      "\(get)Host : 127.0.0.1:\(port)\r\n\(close)", "\(get)\(host)X: a\r\n b\r\n\(close)",
      "GET http://127.0.0.1:\(port)/conformance HTTP/1.1\r\n\(close)",
      "\(post)Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde",
      "\(post)Content-Length: 5, 5\r\n\r\nabcde", "\(post)Content-Length: +5\r\n\r\nabcde",
      "\(post)Content-Length: 5\r\n\(chunked)\(chunks)", "\(post)\(chunked)\(chunked)\(chunks)",
      "\(post)Transfer-Encoding: xchunked\r\n\(chunks)",
      "\(post)\(chunked)\r\nzz\r\nabcde\r\n0\r\n\r\n",
      "\(post)\(chunked)\r\n5\nabcde\n0\n\n",
    ]
  }

  @Test func aServerAnswersRefusesAndStops() async throws {
    let sample = try ServedSample()
    var settings = ServeSettings()
    settings.port = 0
    settings.openProfile = sample.site.settings.openProfile
    settings.limits.headSeconds = 1
    settings.limits.formSeconds = 1
    settings.limits.answerSeconds = 3600
    let lines = Mutex<[String]>([])
    let isStopped = Mutex(false)
    let service = try LandbookService(bookAt: sample.path, settings) { line in
      lines.withLock { $0.append(line) }
    }
    let ports = AsyncStream.makeStream(of: Int.self)
    async let running: Void = service.run(until: { isStopped.withLock { $0 } }) {
      ports.continuation.yield($0)
    }
    var iterator = ports.stream.makeAsyncIterator()
    let port = try #require(await iterator.next())
    let host = "Host: 127.0.0.1:\(port)\r\n"
    let close = "Connection: close\r\n"

    let landing = await Self.talk(
      port, "GET /?f=json&token=secret1 HTTP/1.1\r\n\(host)\(close)\r\n")
    #expect(landing.hasPrefix("HTTP/1.1 400"))
    let page = await Self.talk(port, "GET / HTTP/1.1\r\n\(host)\(close)\r\n")
    #expect(page.hasPrefix("HTTP/1.1 200"))
    let other = await Self.talk(port, "GET / HTTP/1.1\r\nHost: evil.example\r\n\(close)\r\n")
    #expect(other.hasPrefix("HTTP/1.1 421"))
    // A head that never ends, and one that is sent byte by byte, are cut off.
    let endless = await Self.talk(port, "GET / HTTP/1.1\r\nX: ")
    #expect(endless.hasSuffix("<closed>"))
    let long = String(repeating: "a", count: 200_000)
    for request in ["GET /\(long) HTTP/1.1\r\n\(host)", "GET / HTTP/1.1\r\n\(host)X: \(long)\r\n"] {
      let answer = await Self.talk(port, "\(request)\r\n")
      #expect(!answer.contains("HTTP/1.1 200"))
    }
    // A body that never comes.
    let body =
      "POST /sign-in HTTP/1.1\r\n\(host)Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nabc"
    let bodiless = await Self.talk(port, body)
    #expect(bodiless.hasSuffix("<closed>"))
    for request in Self.ambiguous(port) {
      let answer = await Self.talk(port, request)
      #expect(answer.hasPrefix("HTTP/1.1 400"), "\(request)")
      #expect(answer.matches(of: /HTTP\/1.1 \d/).count == 1, "\(request)")
    }
    // A target with a host is answered as its path where the field Host is ours.
    let absolute = await Self.talk(
      port, "GET http://127.0.0.1:\(port)/conformance HTTP/1.1\r\n\(host)\(close)\r\n")
    #expect(absolute.hasPrefix("HTTP/1.1 200"))
    // Two requests in one packet get two answers in their order.
    let two = await Self.talk(
      port, "GET /conformance HTTP/1.1\r\n\(host)\r\nGET /nothing HTTP/1.1\r\n\(host)\(close)\r\n")
    let statuses = two.matches(of: /HTTP\/1.1 (\d+)/).map { String($0.output.1) }
    #expect(statuses == ["200", "404"])

    isStopped.withLock { $0 = true }
    try await running
    let late = await Self.talk(port, "GET / HTTP/1.1\r\n\(host)\r\n")
    #expect(late == "no connection")
    #expect(!lines.withLock { $0.joined() }.contains("secret1"))
  }
}
