@testable import Reporting

enum ProfileFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try? SharingProfile(json: text)
    let table = Phrases(csv: text)
    for phrase in table.phrases.prefix(3) { _ = PhraseTemplate(phrase.english) }
    return nil
  }
}
