public import Foundation

/// One claim of a file as a document of its own, which reads back as that claim.
public struct ClaimText: Hashable, Sendable {
  /// The claim's permanent name.
  public var id: String
  /// The source it stands in.
  public var sourceKey: String
  /// JSON with sorted keys: the source and this claim alone.
  public var json: String
}

/// Cuts a claim file into documents of one claim each; refused claims are left out.
public func claimTexts(_ data: Data, format: ClaimFormat, file: String) -> [ClaimText] {
  guard let document = readClaims(data, format: format, file: file).document,
    let root = try?
      (format == .json
      ? ClaimNode(json: data) : ClaimNode(yaml: String(decoding: data, as: UTF8.self))),
    case .map(let keys) = root, let source = keys["source"],
    case .list(let claims)? = keys["claims"]
  else { return [] }
  let accepted = Set(document.claims.map(\.id))
  return claims.compactMap { claim in
    guard case .map(let fields) = claim, case .text(let id)? = fields["id"], accepted.contains(id)
    else { return nil }
    let own = ClaimNode.map(["source": source, "claims": .list([claim])])
    return ClaimText(id: id, sourceKey: document.source.key, json: own.json)
  }
}

extension ClaimNode {
  /// The value as JSON text, keys in order.
  fileprivate var json: String {
    switch self {
    case .null: return "null"
    case .flag(let flag): return flag ? "true" : "false"
    case .number(let digits): return digits
    case .text(let text):
      return JSONWriting.text(PersonalText.masked(text, namesToo: false).text)
    case .list(let list): return "[" + list.map(\.json).joined(separator: ",") + "]"
    case .map(let map):
      let members = map.sorted { $0.key < $1.key }
        .map { JSONWriting.text($0.key) + ":" + $0.value.json }
      return "{" + members.joined(separator: ",") + "}"
    }
  }
}
