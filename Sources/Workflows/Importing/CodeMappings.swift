import Interchange

/// What words of a file stand for in one import, as typed with `--code field:word=code`.
enum CodeMappings {
  /// - Throws: ``WorkflowError`` of kind `usage` where a mapping can't be read.
  static func read(
    _ typed: [String], for type: RecordType
  ) throws -> [SurveyField: [String: String]] {
    var codes: [SurveyField: [String: String]] = [:]
    for text in typed {
      guard let colon = text.firstIndex(of: ":"), let mark = text.lastIndex(of: "="),
        colon < mark, text.index(after: colon) != mark, text.index(after: mark) != text.endIndex
      else {
        throw WorkflowError(
          .usage, "--code \(text) is not field:word=code",
          remedy: "Write --code kind:clered=cleared, for example.")
      }
      let name = ReadingContext.folded(String(text[..<colon]))
      guard let field = type.fields.first(where: { ReadingContext.folded($0.rawValue) == name })
      else {
        throw WorkflowError(
          .usage, "--code: \(type.rawValue) have no field \"\(text[..<colon])\"",
          remedy: "Known fields: \(type.fields.map(\.rawValue).joined(separator: ", ")).")
      }
      let word = ReadingContext.folded(String(text[text.index(after: colon)..<mark]))
      codes[field, default: [:]][word] = String(text[text.index(after: mark)...])
    }
    return codes
  }
}
