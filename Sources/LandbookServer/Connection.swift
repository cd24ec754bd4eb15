import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore
import Synchronization
import Workflows

/// What is between the library's requests and the site's: limits of size and time, and the log.
final class Connection: Sendable {
  private let site: Site
  private let settings: ServeSettings
  private let hosts: HostRule
  private let log: @Sendable (String) -> Void
  /// Channels whose request is being answered.
  private let open = Mutex<[ObjectIdentifier: any Channel]>([:])

  init(_ site: Site, _ settings: ServeSettings, _ log: @escaping @Sendable (String) -> Void) {
    self.site = site
    self.settings = settings
    hosts = HostRule(settings)
    self.log = log
  }

  /// Ends what still runs.
  func cut() {
    for channel in open.withLock({ Array($0.values) }) { channel.close(promise: nil) }
  }

  func respond(
    _ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel
  ) async throws {
    let start = ContinuousClock.now
    let place = ObjectIdentifier(channel)
    open.withLock { $0[place] = channel }
    defer { open.withLock { $0[place] = nil } }
    // Whoever reads slowly, or sends slowly, is cut off.
    // A large file is given the time that a slow line takes for it.
    let sending = request.method == .post ? Int64(settings.mostUploadBytes >> 17) : 0
    let deadline = channel.eventLoop.scheduleTask(
      in: .seconds(settings.limits.answerSeconds + sending)
    ) {
      channel.close(promise: nil)
    }
    defer { deadline.cancel() }
    let reading = BodyReading(request, channel, seconds: settings.limits.formSeconds)
    let peer = peer(request, channel)
    var answer: Answer
    var visitor: String?
    do {
      (answer, visitor) = await site.answer(try ask(request, reading, peer))
    } catch {
      answer = ProblemAnswer.make(error, Ask(method: "GET", path: []))
    }
    log(line(request, peer, answer, visitor, start))
    let isWhole = await reading.finish()
    try await write(answer, to: writer, isHead: request.method == .head, isLast: !isWhole)
    if !isWhole { try? await channel.close() }
  }

  private func ask(_ request: Request, _ reading: BodyReading, _ peer: String) throws -> Ask {
    let target = request.head.path ?? ""
    let host = request.head.authority
    let base = try hosts.base(of: host)
    let (path, query) = try Address.read(target, most: settings.limits.mostAddressBytes)
    // The first Host is not among the fields any more.
    var fields = ["host": host ?? ""]
    for field in request.headers {
      let name = field.name.canonicalName
      // A second field of most names would say something else to another program on the way.
      if let known = fields[name] {
        guard ["accept", "cookie", "if-none-match"].contains(name) else {
          throw Problem(400, "The field \(field.name.rawName) is given twice.")
        }
        fields[name] = known + (name == "cookie" ? "; " : ", ") + field.value
      } else {
        fields[name] = field.value
      }
    }
    return Ask(
      method: request.method.rawValue, path: path, query: query, fields: fields, peer: peer,
      base: base, body: { try await reading.read(most: $0) })
  }

  /// Where a request comes from; behind a proxy, what that says.
  private func peer(_ request: Request, _ channel: any Channel) -> String {
    let near = channel.remoteAddress?.ipAddress ?? "-"
    guard settings.baseURL != nil, HostRule.isLoopback(near),
      let name = HTTPField.Name("X-Forwarded-For"), let field = request.headers[values: name].last,
      let far = field.split(separator: ",").last
    else { return near }
    let address = far.trimmingCharacters(in: .whitespaces)
    let isAddress =
      address.utf8.count <= 45 && address.allSatisfy { $0.isHexDigit || ".:".contains($0) }
    return isAddress ? address : near
  }

  private func write(
    _ answer: Answer, to writer: consuming ResponseWriter, isHead: Bool, isLast: Bool
  ) async throws {
    var fields = HTTPFields()
    if !answer.type.isEmpty { fields[.contentType] = answer.type }
    for (name, value) in answer.fields {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    if isLast { fields[.connection] = "close" }
    let status = HTTPResponse.Status(code: answer.status)
    let hasBody = answer.status != 304 && answer.status != 204
    if hasBody { fields[.contentLength] = "\(answer.body.count)" }
    let body = hasBody && !isHead ? ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)) : nil
    try await writer.write(
      response: HTTPResponse(status: status, headerFields: fields), body: body ?? ResponseBody())
  }

  /// Method, path, names of parameters without what they say, status, size, time and who.
  private func line(
    _ request: Request, _ peer: String, _ answer: Answer, _ visitor: String?,
    _ start: ContinuousClock.Instant
  ) -> String {
    let target = (request.head.path ?? "").split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String((target.first ?? "").prefix(200))
    let pairs: [Substring] = target.count > 1 ? target[1].split(separator: "&") : []
    let names: [String] = pairs.prefix(20).map { pair in
      let name = pair.split(separator: "=", maxSplits: 1).first ?? ""
      return name.utf8.count <= 24 ? String(name) : "..."
    }
    let query = names.isEmpty ? "" : "?" + names.joined(separator: "&")
    let spent = (ContinuousClock.now - start).components
    let milliseconds = spent.seconds * 1000 + spent.attoseconds / 1_000_000_000_000_000
    let words: [String] = [
      ServedClock.now, peer, request.method.rawValue, path + query, "\(answer.status)",
      "\(answer.body.count)", "\(milliseconds)ms", visitor ?? "-",
    ]
    return words.joined(separator: " ")
  }
}
