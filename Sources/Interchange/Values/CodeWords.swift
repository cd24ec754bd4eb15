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

  func read(_ text: String) throws(ValueFault) -> Code {
    if let code = code(text) { return code }
    throw ValueFault(
      reason: "\"\(text)\" is not a known word here",
      remedy: "Known words: \(Code.allCases.map(\.rawValue).joined(separator: ", ")).")
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
