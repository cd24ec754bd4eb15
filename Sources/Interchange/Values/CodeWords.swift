import LandRelease

/// The spellings of one code list, folded, and the refusal of any other word.
struct CodeWords<Code: RawRepresentable & CaseIterable & Sendable>: Sendable
where Code.RawValue == String {
  private let codes: [String: Code]

  init(_ spellings: [(Code, [String])]) {
    var codes: [String: Code] = [:]
    for code in Code.allCases { codes[ColumnName.folded(code.rawValue)] = code }
    for (code, words) in spellings { for word in words { codes[word] = code } }
    self.codes = codes
  }

  func code(_ text: String) -> Code? { codes[ColumnName.folded(text)] }

  func read(_ text: String, as field: SurveyField) throws(ValueFault) -> Code {
    if let code = code(text) { return code }
    throw ValueFault(
      reason: "\"\(text)\" is not a known word here", remedy: remedy(text, as: field))
  }

  /// Asks for the nearest codes, or lists all where none is near.
  func remedy(_ text: String, as field: SurveyField, known: String? = nil) -> String {
    let near = nearest(to: text)
    guard !near.isEmpty else {
      let words = known ?? Code.allCases.map(\.rawValue).joined(separator: ", ")
      return "Known words: \(words)."
    }
    let mapping = near.prefix(3).map { "--code \(Self.quoted("\(field.rawValue):\(text)=\($0)"))" }
    let question = NearWords.question(near)
    return question.prefix(1).uppercased() + question.dropFirst()
      + " Say \(mapping.joined(separator: " or ")), or correct the file."
  }

  /// The codes whose spellings are nearest to a word; a word of another language is as near as any.
  func nearest(to text: String) -> [String] {
    if let code = ForeignWords.meaning(of: text).flatMap(Code.init(rawValue:)) {
      return [code.rawValue]
    }
    var seen: Set<String> = []
    return NearWords.nearest(to: text, among: codes.keys.sorted()).compactMap {
      codes[$0]?.rawValue
    }
    .filter { seen.insert($0).inserted }
  }

  /// As a shell takes it in one piece.
  private static func quoted(_ text: String) -> String {
    text.contains { !($0.isLetter || $0.isNumber || "_:=-.".contains($0)) } ? "\"\(text)\"" : text
  }
}

/// The spellings of every code list that survey files carry.
enum Words {
  static let hazardClass = CodeWords<HazardClass>([
    (
      .suspected,
      [
        "sha", "suspectedhazardousarea", "suspectedhazardarea", "suspect", "suspectedarea",
        "suspectedhazardousareasha", "shasuspectedhazardousarea",
      ]
    ),
    (
      .confirmed,
      [
        "cha", "confirmedhazardousarea", "confirmedhazardarea", "confirm", "confirmedarea",
        "confirmedhazardousareacha", "chaconfirmedhazardousarea",
      ]
    ),
  ])

  static let hazardStatus = CodeWords<HazardStatus>([
    (.open, ["active", "new", "opened"]),
    (.workedOn, ["ongoing", "inprogress", "underclearance", "workinprogress"]),
    (.suspended, ["onhold", "paused"]),
    (.closed, ["close"]),
    (.handedOver, ["handover", "handed"]),
    (.withdrawn, ["withdraw", "recordwithdrawn"]),
  ])

  static let releaseKind = CodeWords<ReleaseKind>([
    (
      .cancelled,
      [
        "canceled", "cancellation", "cancelation", "cancel", "landcancelled", "areacancelled",
        "cancelledarea", "cancelledland", "cancelledbynts", "canceledbynts", "cancelledthroughnts",
        "cancelationreport", "cancellationreport",
      ]
    ),
    (
      .reduced,
      [
        "reduction", "reduce", "landreduced", "areareduced", "reducedarea", "reducedland",
        "reducedbyts", "reducedthroughts", "areareduction", "reductionreport",
      ]
    ),
    (
      .cleared,
      [
        "clearance", "clear", "landcleared", "areacleared", "clearedarea", "clearedland",
        "fullclearance", "clearancecompletion",
      ]
    ),
  ])

  static let activity = CodeWords<Activity>([
    (
      .nonTechnicalSurvey,
      ["nontechnicalsurvey", "nontechsurvey", "nontechnicalsurveynts", "ntsurvey"]
    ),
    (.technicalSurvey, ["technicalsurvey", "techsurvey", "technicalsurveyts"]),
    (
      .clearance,
      [
        "mineclearance", "manualclearance", "mechanicalclearance", "demining", "minefieldclearance",
        "fullclearance", "manualmineclearance", "landmineclearance", "cleared",
      ]
    ),
    (.roadClearance, ["routeclearance", "roadroutesclearance", "roadclearing"]),
    (
      .battleAreaClearance,
      [
        "battleareaclearance", "bacsubsurface", "subsurfacebac", "battleareaclearancesubsurface",
        "subsurfacebattleareaclearance", "battleareaclearancebac", "subsurfaceclearance",
      ]
    ),
    (
      .battleAreaSurface,
      [
        "surfacebac", "battleareaclearancesurface", "surfacebattleareaclearance", "visualbac",
        "bacvisual", "surfaceclearance", "surfacesearch", "bacsurfaceonly",
      ]
    ),
    (.spotTask, ["eodspottask", "eodspot", "eod", "eodtask", "spottasks", "eodspottasks"]),
  ])

  static let stage = CodeWords<Stage>([
    (
      .progress,
      ["progressreport", "partial", "interim", "ongoing", "inprogress", "intermediate"]
    ),
    (
      .completion,
      [
        "completionreport", "complete", "completed", "final", "finalreport", "finished",
        "completionsurvey",
      ]
    ),
  ])

  static let review = CodeWords<Review>([
    (.draft, ["indraft", "new"]),
    (
      .submitted,
      [
        "submittedforreview", "pending", "pendingreview", "inreview", "underreview", "orgvalidated",
        "nmacreviewed", "reviewed", "awaitingapproval",
      ]
    ),
    (
      .accepted,
      [
        "approved", "accept", "approve", "finalised", "finalized", "validated", "approvedbynmaa",
      ]
    ),
    (.rejected, ["reject", "notapproved", "notaccepted", "disapproved", "refused", "returned"]),
    (.revoked, ["revoke", "approvalrevoked"]),
  ])
}
