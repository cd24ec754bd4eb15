/// What went wrong with a reader program, in words for a person.
struct ReaderFaults {
  let file: String
  let isWriting: Bool

  var withoutFormats: SurveyFault { ReaderProgram.missing(file) }

  func refused(_ message: String) -> SurveyFault {
    isWriting
      ? SurveyFault(
        .cannotCreate, "\(file) can't be written: \(message)",
        remedy: "Write another format, such as .geojson or .csv.")
      : SurveyFault(
        .notUsable, "\(file) can't be used: \(message)",
        remedy: "Check the file, or convert it to GeoPackage or GeoJSON.")
  }

  func broken(_ why: String, after features: Int) -> SurveyFault {
    isWriting
      ? SurveyFault(
        .inputOutput, "the formats reader failed while writing \(file): \(why)",
        remedy: "Nothing was written. Write another format, such as .geojson or .csv.")
      : SurveyFault(
        .notUsable, "the formats reader failed on \(file) after feature \(features): \(why)",
        remedy: "Nothing was imported. Convert the file to GeoPackage or GeoJSON and import that.")
  }

  /// How a program ended that was ended by a signal.
  static func death(bySignal signal: Int32, _ words: String) -> String {
    let text = words.lowercased()
    let isMemory = text.contains("bad_alloc") || text.contains("memory")
    switch signal {
    case 24: return "it used more processor time than it may (signal 24)"
    case 9: return "it was killed, as happens when memory runs out (signal 9)"
    case _ where isMemory: return "it used more memory than it may (signal \(signal))"
    default: return "it crashed (signal \(signal))\(saying(words))"
    }
  }

  static func saying(_ words: String) -> String { words.isEmpty ? "" : ", saying \"\(words)\"" }
}
