import Foundation
import Reporting
import Workflows

/// Everything that answers requests: what is behind the addresses of one book.
final class Site: Sendable {
  let settings: ServeSettings
  let book: ServedBook
  let access: AccessDesk
  /// Threads for what is answered in moments.
  let readers: WorkerThreads
  /// Threads for what takes a processor for seconds.
  let makers: WorkerThreads
  let matches = MatchMemory()
  /// Reports and pages that took long.
  let answers = AnswerMemory(most: 64 << 20)
  /// Reports and pages that are being made.
  let running = RunningWork()
  let inbox: Inbox
  /// How many files are received at a time.
  let uploads = Turnstile(3)
  /// Is told what happens beside the requests.
  let tell: @Sendable (String) -> Void

  /// How many connections read the book at a time.
  static let connections = 4

  /// - Throws: ``WorkflowError`` where the book or its tokens can't be read.
  init(
    bookAt path: String, _ settings: ServeSettings, tell: @escaping @Sendable (String) -> Void
  ) throws {
    self.tell = tell
    inbox = Inbox(ofBook: path)
    self.settings = settings
    book = try ServedBook(at: path, readers: Self.connections)
    access = try AccessDesk(
      AccessFile(ofBook: path), open: settings.openProfile,
      mostWrongTokens: settings.limits.mostWrongTokens)
    readers = WorkerThreads(
      Self.connections, mostWaiting: settings.limits.mostWaiting, "Too many requests wait.")
    makers = WorkerThreads(
      settings.limits.reports, mostWaiting: settings.limits.mostWaitingReports,
      "Other reports are being made.")
  }

  /// Ends the threads when what they do is done.
  func end() {
    readers.end()
    makers.end()
  }

  /// Answers a request; whatever goes wrong becomes an answer.
  func answer(_ ask: Ask) async -> (answer: Answer, visitor: String?) {
    var name: String?
    var answer: Answer
    do {
      let visitor = try access.visitor(ask)
      name = visitor.name
      answer = try await route(ask, visitor)
    } catch {
      answer = ProblemAnswer.make(error, ask)
      if answer.status == 500 { tell("failed: \(WorkflowError(describing: error).description)") }
    }
    answer.fields += [
      ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
    ]
    if !answer.fields.contains(where: { $0.name == "Cache-Control" }) {
      answer.fields.append(("Cache-Control", "no-store"))
    }
    return (answer, name)
  }

  private func route(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    let places = Place.all.filter { $0.fits(ask.path) }
    guard !places.isEmpty else { throw Problem(404, "There is nothing of that address.") }
    let methods = Set(places.map(\.method)).union(["OPTIONS"])
    let allowed = (methods.contains("GET") ? methods.union(["HEAD"]) : methods).sorted()
      .joined(separator: ", ")
    if ask.method == "OPTIONS" {
      var answer = Answer(204, "text/plain", [])
      answer.fields = [("Allow", allowed)]
      return answer
    }
    let method = ask.method == "HEAD" ? "GET" : ask.method
    guard let place = places.first(where: { $0.method == method }) else {
      var problem = Problem(405, "\(ask.method) is not for this address.")
      problem.fields = [("Allow", allowed)]
      throw problem
    }
    if method == "POST" { try checkOrigin(ask) }
    return try await place.answer(self, ask, visitor)
  }

  /// A form of another site must not be sent with this one's cookies or passwords.
  private func checkOrigin(_ ask: Ask) throws {
    guard let origin = ask["origin"] else {
      if let site = ask["sec-fetch-site"], site != "same-origin", site != "none" {
        throw Problem(403, "This was sent by a page of another site.")
      }
      return
    }
    guard let base = URL(string: ask.base), let scheme = base.scheme, let host = base.host() else {
      throw Problem(403, "This was sent by a page of another site.")
    }
    let port = base.port.map { ":\($0)" } ?? ""
    guard origin.lowercased() == "\(scheme)://\(host)\(port)".lowercased() else {
      throw Problem(403, "This was sent by a page of another site.")
    }
  }
}

/// An address, by its parts, and what is there.
struct Place: Sendable {
  let method: String
  let parts: [String]
  let answer: @Sendable (Site, Ask, Visitor) async throws -> Answer

  init(
    _ method: String, _ path: String,
    _ answer: @escaping @Sendable (Site, Ask, Visitor) async throws -> Answer
  ) {
    self.method = method
    parts = path.split(separator: "/").map(String.init)
    self.answer = answer
  }

  /// A star stands for any one part.
  func fits(_ path: [String]) -> Bool {
    path.count == parts.count && zip(path, parts).allSatisfy { $1 == "*" || $0 == $1 }
  }

  /// All of them.
  static let all: [Place] = [
    Place("GET", "/") { try await $0.landing($1, $2) },
    Place("GET", "/conformance") { try $0.conformance($1, $2) },
    Place("GET", "/api") { try await $0.interface($1, $2) },
    Place("GET", "/collections") { try await $0.collections($1, $2) },
    Place("GET", "/collections/*") { try await $0.collection($1, $2) },
    Place("GET", "/collections/*/items") { try await $0.items($1, $2) },
    Place("GET", "/collections/*/items/*") { try await $0.item($1, $2) },
    Place("GET", "/reports") { try await $0.reports($1, $2) },
    Place("GET", "/reports/*") { try await $0.report($1, $2) },
    Place("GET", "/tiles/*/*/*/*") { try await $0.tile($1, $2) },
    Place("GET", "/inbox") { try await $0.inboxPage($1, $2) },
    Place("POST", "/inbox") { try await $0.send($1, $2) },
    Place("GET", "/inbox/*") { try await $0.sentPage($1, $2) },
    Place("POST", "/inbox/*") { try await $0.decide($1, $2) },
    Place("GET", "/sign-in") { try $0.signInPage($1, $2) },
    Place("POST", "/sign-in") { try await $0.signIn($1, $2) },
    Place("POST", "/sign-out") { try await $0.signOut($1, $2) },
  ]
}
