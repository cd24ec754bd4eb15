import Foundation
import Yams

/// A value of a claim file, the same from JSON and from YAML; numbers keep their digits as text.
indirect enum ClaimNode: Hashable {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([ClaimNode])
  case map([String: ClaimNode])

  /// What the value is, in the words of an error message.
  var kind: String {
    switch self {
    case .null: "nothing"
    case .flag: "true or false"
    case .number(let digits): "the number \(digits)"
    case .text(let text): "the text \"\(text)\""
    case .list: "a list"
    case .map: "a set of keys"
    }
  }
}

extension ClaimNode: Decodable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let number = try? value.decode(Decimal.self) {
      self = .number("\(number)")
    } else if let list = try? value.decode([ClaimNode].self) {
      self = .list(list)
    } else {
      self = .map(try value.decode([String: ClaimNode].self))
    }
  }

  init(json: Data) throws {
    self = try JSONDecoder().decode(ClaimNode.self, from: json)
  }
}

extension ClaimNode {
  init(yaml: String) throws {
    guard let node = try Yams.compose(yaml: yaml) else {
      self = .null
      return
    }
    var budget = 1_000_000
    try self.init(node, budget: &budget)
  }

  /// The file repeats itself through aliases until it no longer fits in memory.
  struct TooManyNodes: Error, CustomStringConvertible {
    var description: String { "it holds more than a million values" }
  }

  private init(_ node: Node, budget: inout Int) throws {
    budget -= 1
    guard budget > 0 else { throw TooManyNodes() }
    switch node {
    case .mapping(let mapping):
      let pairs = try mapping.map { pair in
        (pair.key.string ?? "", try ClaimNode(pair.value, budget: &budget))
      }
      self = .map(Dictionary(pairs, uniquingKeysWith: { _, last in last }))
    case .sequence(let sequence):
      self = .list(try sequence.map { try ClaimNode($0, budget: &budget) })
    case .scalar(let scalar):
      self.init(scalar.string, tag: node.tag)
    case .alias: self = .null
    }
  }

  /// YAML says by a word's look what it is; quoted words are text.
  private init(_ text: String, tag: Tag) {
    if tag == Tag(.null) {
      self = .null
    } else if tag == Tag(.bool) {
      self = .flag(["true", "yes", "on"].contains(text.lowercased()))
    } else if tag == Tag(.int) || tag == Tag(.float) {
      self = .number(text)
    } else {
      self = .text(text)
    }
  }
}
