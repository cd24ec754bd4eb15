public import Foundation
public import LandRelease

/// The two ways a claim file can be written.
public enum ClaimFormat: String, CaseIterable, Sendable {
  case json, yaml

  /// The format that a file's ending names.
  public init?(fileName: String) {
    switch fileName.split(separator: ".").last?.lowercased() {
    case "json": self = .json
    case "yaml", "yml": self = .yaml
    default: return nil
    }
  }
}

/// What a claim file holds, and what in it was refused.
public struct ClaimReading: Sendable {
  /// None where the file is no claim file at all.
  public var document: ClaimDocument?
  /// A finding per claim and key that is refused, and per key that nothing reads.
  public var findings: [Finding] = []
}

/// Reads a claim file: one source and its claims.
///
/// A claim with a fault is refused alone; its finding names the claim, the key and what is allowed.
///
/// - Parameter file: the file's name, for findings only.
public func readClaims(_ data: Data, format: ClaimFormat, file: String) -> ClaimReading {
  var reader = ClaimFileReader(file: file)
  do {
    let root =
      switch format {
      case .json: try ClaimNode(json: data)
      case .yaml: try ClaimNode(yaml: String(decoding: data, as: UTF8.self))
      }
    reader.read(root)
  } catch {
    reader.refuseFile("it is not \(format == .json ? "JSON" : "YAML"): \(error)")
  }
  return reader.reading
}

private struct ClaimFileReader {
  let file: String
  var reading = ClaimReading()

  mutating func read(_ root: ClaimNode) {
    guard case .map(let keys) = root, case .map(let source)? = keys["source"],
      case .list(let claims)? = keys["claims"]
    else {
      refuseFile("it needs the keys \"source\", with keys of its own, and \"claims\", a list")
      return
    }
    guard let source = readSource(source) else { return }
    var read: [Claim] = []
    var ids: Set<String> = []
    for (index, node) in claims.enumerated() {
      guard let claim = readClaim(node, at: index + 1, of: source) else { continue }
      if ids.insert(claim.id).inserted {
        read.append(claim)
      } else {
        refuse(claim.id, index + 1, "id", "another claim of the file has it; ids are used once")
      }
    }
    reading.document = ClaimDocument(source: source, claims: read)
  }

  private mutating func readSource(_ keys: [String: ClaimNode]) -> ClaimSource? {
    var fields = ClaimFields(keys, prefix: "source.")
    let source = ClaimSource(
      key: fields.requiredText("key"), title: fields.requiredText("title"),
      address: fields.text("address"), published: fields.date("published", endsPeriod: true))
    for fault in fields.faults { refuseFile("\(fault.key): \(fault.message)") }
    return fields.faults.isEmpty ? source : nil
  }

  private mutating func readClaim(
    _ node: ClaimNode, at row: Int, of source: ClaimSource
  ) -> Claim? {
    guard case .map(let keys) = node else {
      refuse("number \(row)", row, "claims", "it is \(node.kind); a set of keys is needed")
      return nil
    }
    var fields = ClaimFields(keys)
    let id = fields.requiredText("id")
    let claim = ClaimAssembly.claim(id: id, source: source, from: &fields)
    let name = id.isEmpty ? "number \(row)" : id
    for fault in fields.faults { refuse(name, row, fault.key, fault.message) }
    for key in fields.unread {
      warn(name, row, key, "no such key is read; see the list of keys")
    }
    guard fields.faults.isEmpty, let claim else { return nil }
    if claim.measure.description == nil {
      let known = Measure.known.map(\.code).joined(separator: ", ")
      warn(name, row, "measure", "\"\(claim.measure.code)\" is not in the list: \(known)")
    }
    return claim
  }

  mutating func refuseFile(_ message: String) {
    reading.document = nil
    add(.claimRefused, "The claim file is refused: \(message).", row: nil, field: nil, claim: nil)
  }

  private mutating func refuse(_ claim: String, _ row: Int, _ key: String, _ message: String) {
    let text = "Claim \(claim) is refused, key \(key): \(message)."
    add(.claimRefused, text, row: row, field: key, claim: claim)
  }

  private mutating func warn(_ claim: String, _ row: Int, _ key: String, _ message: String) {
    add(
      .claimKeyUnread, "Claim \(claim), key \(key): \(message).", row: row, field: key,
      claim: claim)
  }

  private mutating func add(
    _ rule: ReconciliationRule, _ message: String, row: Int?, field: String?, claim: String?
  ) {
    let place = Finding.Place(
      file: file, row: row, field: field, record: claim.map { "claim \($0)" })
    reading.findings.append(
      Finding(
        rule: rule.rawValue, severity: ReconciliationRules.row(rule).severity, message: message,
        place: place, remedy: "Correct the file and import it again."))
  }
}
