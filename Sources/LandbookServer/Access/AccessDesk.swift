import Foundation
import Reporting
import Synchronization
import Workflows

/// Knows tokens and those who signed in with one.
final class AccessDesk: Sendable {
  private struct Session {
    var grant: AccessGrant
    var formKey: String
    var ends: Date
  }

  private struct State {
    var mark: [Int64]?
    var grants: [AccessGrant] = []
    var profiles: [String: SharingProfile] = [:]
    /// By the hash of what the cookie holds.
    var sessions: [String: Session] = [:]
  }

  private static let sessionSeconds = 12.0 * 3600
  private static let mostSessions = 1000
  static let cookie = "landbook_session"

  private let file: AccessFile
  private let open: SharingProfile?
  private let tries: WrongTries
  private let state = Mutex(State())

  /// - Throws: ``WorkflowError`` where the tokens can't be used.
  init(_ file: AccessFile, open: SharingProfile?, mostWrongTokens: Int) throws {
    self.file = file
    self.open = open
    tries = WrongTries(most: mostWrongTokens)
    try state.withLock { try Self.load(file, &$0) }
  }

  private static func load(_ file: AccessFile, _ state: inout State) throws {
    let mark = file.mark
    guard mark != state.mark || mark == nil else { return }
    let grants = try file.grants()
    var profiles: [String: SharingProfile] = [:]
    for grant in grants where profiles[grant.profile] == nil {
      profiles[grant.profile] = try NamedProfile.read(grant.profile)
    }
    state.mark = mark
    state.grants = grants
    state.profiles = profiles
    state.sessions = state.sessions.filter { grants.contains($0.value.grant) }
  }

  /// Who sent a request.
  ///
  /// - Throws: ``Problem`` where what it shows is no token, or was tried too often.
  func visitor(_ ask: Ask) throws -> Visitor {
    try refresh()
    if let field = ask["authorization"] {
      return try visitor(of: try grant(of: Self.token(in: field), from: ask.peer))
    }
    if let key = Self.cookie(in: ask["cookie"]), let session = session(key) {
      var visitor = try visitor(of: session.grant)
      visitor.formKey = session.formKey
      return visitor
    }
    return Visitor(sharing: open)
  }

  private func refresh() throws {
    do {
      try state.withLock { try Self.load(file, &$0) }
    } catch {
      throw Problem(503, "The list of tokens can't be read; ask who runs this server.")
    }
  }

  private func visitor(of grant: AccessGrant) throws -> Visitor {
    guard let sharing = state.withLock({ $0.profiles[grant.profile] }) else { throw Problem.signIn }
    return Visitor(name: grant.name, sharing: sharing, role: grant.role)
  }

  /// The token of `Bearer TOKEN`, or the password of `Basic`.
  private static func token(in field: String) -> String {
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return "" }
    switch parts[0].lowercased() {
    case "bearer": return String(parts[1]).trimmingCharacters(in: .whitespaces)
    case "basic":
      let text = Data(base64Encoded: String(parts[1])).map { String(decoding: $0, as: UTF8.self) }
      return text?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
        .first.map(String.init) ?? ""
    default: return ""
    }
  }

  private func grant(of token: String, from peer: String) throws -> AccessGrant {
    guard tries.mayTry(peer) else {
      var problem = Problem(429, "There were too many wrong tokens from this address.")
      problem.fields = [("Retry-After", "60")]
      throw problem
    }
    let hash = AccessFile.hash(of: token)
    let grants = state.withLock { $0.grants }
    var found: AccessGrant?
    // All are compared, in all their digits: how long it takes tells nothing.
    for grant in grants where Self.isSame(grant.hash, hash) { found = grant }
    guard let found else {
      tries.add(peer)
      throw Problem.signIn
    }
    return found
  }

  /// Whether two texts are the same, in a time that does not depend on where they differ.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    var difference = UInt8(0)
    for (a, b) in zip(left, right) { difference |= a ^ b }
    return difference == 0
  }

  /// Begins a session for who knows a token.
  ///
  /// - Returns: what the cookie holds.
  func signIn(_ token: String, from peer: String) throws -> String {
    try refresh()
    let grant = try grant(of: token, from: peer)
    let (key, formKey) = (AccessFile.randomKey(), AccessFile.randomKey())
    state.withLock { state in
      let now = Date()
      state.sessions = state.sessions.filter { $0.value.ends > now }
      if state.sessions.count >= Self.mostSessions,
        let oldest = state.sessions.min(by: { $0.value.ends < $1.value.ends })
      {
        state.sessions[oldest.key] = nil
      }
      state.sessions[AccessFile.hash(of: key)] = Session(
        grant: grant, formKey: formKey, ends: now.addingTimeInterval(Self.sessionSeconds))
    }
    return key
  }

  /// Ends the session of a request.
  func signOut(_ ask: Ask) {
    guard let key = Self.cookie(in: ask["cookie"]) else { return }
    state.withLock { $0.sessions[AccessFile.hash(of: key)] = nil }
  }

  private func session(_ key: String) -> Session? {
    state.withLock { $0.sessions[AccessFile.hash(of: key)] }.flatMap { $0.ends > Date() ? $0 : nil }
  }

  private static func cookie(in field: String?) -> String? {
    (field ?? "").split(separator: ";").lazy
      .map { $0.drop { $0 == " " } }
      .first { $0.hasPrefix(cookie + "=") }
      .map { String($0.dropFirst(cookie.utf8.count + 1)) }
  }
}
