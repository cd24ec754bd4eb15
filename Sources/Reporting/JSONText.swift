/// A JSON value whose numbers are kept as the text they are, so that no figure passes a `Double`.
public indirect enum JSONText: Sendable {
  case null
  case truth(Bool)
  case string(String)
  /// A number as it shall stand in the document.
  case number(String)
  case array([JSONText])
  /// Keys stay in the order given.
  case object([(key: String, value: JSONText)])

  /// The document, one line a member down to the given depth and on one line below it.
  public func written(linesDownTo depth: Int) -> String {
    var text = ""
    write(to: &text, depth: depth, indent: "\n")
    return text + "\n"
  }

  private func write(to text: inout String, depth: Int, indent: String) {
    switch self {
    case .null: text += "null"
    case .truth(let truth): text += truth ? "true" : "false"
    case .string(let string): text += Self.quoted(string)
    case .number(let number): text += number
    case .array(let values):
      Self.write(values, in: ("[", "]"), to: &text, depth: depth, indent: indent) {
        $0.write(to: &$1, depth: depth - 1, indent: indent + "  ")
      }
    case .object(let members):
      Self.write(members, in: ("{", "}"), to: &text, depth: depth, indent: indent) {
        $1 += Self.quoted($0.key) + ": "
        $0.value.write(to: &$1, depth: depth - 1, indent: indent + "  ")
      }
    }
  }

  private static func write<Member>(
    _ members: [Member], in brackets: (String, String), to text: inout String, depth: Int,
    indent: String, each: (Member, inout String) -> Void
  ) {
    text += brackets.0
    for (index, member) in members.enumerated() {
      if index > 0 { text += depth > 0 ? "," : ", " }
      if depth > 0 { text += indent + "  " }
      each(member, &text)
    }
    if depth > 0, !members.isEmpty { text += indent }
    text += brackets.1
  }

  private static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // The two line separators end a line where JSON is read as a script.
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let code = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
