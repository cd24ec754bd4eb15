import GeometryEngine
import GeometryValues
import Interchange
public import LandRelease
public import Reporting
import Storage

/// Checks a book: the findings it keeps, and its ledger against the invariants.
public struct CheckBook {
  /// What checking came to.
  public struct Outcome {
    /// The findings or the invariants as tables.
    public var report: Reporting.Report
    /// Whether anything is open or broken, which the program's exit code tells.
    public var hasFindings: Bool
  }

  private let book: LandBook

  /// Makes the check of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// The rules there are: records as they are read, land and ledger, claims.
  public static var rules: [Rule] {
    ReadingRule.allCases.map { Rule($0.rawValue, $0.severity, $0.sentence) }
      + PointRule.allCases.map { Rule($0.rawValue, $0.severity, $0.sentence) } + PlaceRules.all
      + (LandRules.all + Rulebook.all).sorted { $0.code < $1.code }
      + ReconciliationRules.rows.map { Rule($0.rule.rawValue, $0.severity, $0.sentence) }
  }

  /// The findings of imports, of posting and of the rules over the whole book.
  public func findings(_ request: FindingsRequest) throws -> Outcome {
    try Self.refuseUnknown(request.rules)
    return try BookView(book).read { figures in
      let all = try figures.reader.findings()
      let kept = all.filter {
        $0.status == request.status
          && (request.rules.isEmpty || request.rules.contains($0.finding.rule))
      }
      var notes: [String] = []
      let last = figures.view.info.ledger.lastBatch ?? 0
      let seen = try figures.reader.rulebookBatch()
      if (seen ?? 0) < last {
        let when = seen.map { "were last run through batch \($0)" } ?? "have not been run"
        notes.append(
          "The rules between records \(when): landbook check --anew runs all rules over the book.")
      }
      let accepted = all.filter { $0.status == .accepted }.count
      if request.status == .open, accepted > 0 {
        notes.append("\(accepted) more are accepted: landbook check --status accepted.")
      }
      let lines = kept.map {
        FindingLine(
          number: $0.id, finding: $0.finding, status: $0.status.rawValue, reason: $0.reason)
      }
      let basis = figures.basis(Period())
      return Outcome(
        report: request.isFolded && request.rules.isEmpty
          ? FindingsStatement.folded(lines, notes: notes, basis: basis)
          : FindingsStatement.report(lines, notes: notes, basis: basis),
        hasFindings: request.status == .open && !kept.isEmpty)
    }
  }

  static func refuseUnknown(_ codes: [String]) throws {
    guard let code = codes.first(where: { code in !rules.contains { $0.code == code } })
    else { return }
    throw WorkflowError(
      .usage, "there is no rule \"\(code)\"", remedy: "List them with landbook check --list.")
  }

  /// Holds the stored ledger against the invariants, and against one made anew.
  public func ledger() throws -> Outcome {
    let info = try book.info()
    let last = info.ledger.lastBatch ?? 0
    let (input, stored) = try book.read(with: nil, throughBatch: last) { reader in
      (try LedgerInput(reader, boundarySet: info.defaultBoundarySet), try reader.postedLedger())
    }
    let register = input.register()
    let anew = input.computation(register).ledger()
    let nation = input.computation(register, byDistrict: false).ledger()
    var results = [
      LedgerInvariants.eventAreas(stored, register: register) { _ in nil },
      LedgerInvariants.flows(stored),
      LedgerInvariants.districts(stored, nation: nation),
      LedgerInvariants.nothingBelowZero(stored),
      try GroundBalances(MapGround(input, register)).check(stored),
      LedgerInvariants.repeats(stored, anew: anew),
      try KnownToday.check(book, anew, throughBatch: last),
    ]
    results.sort { $0.number < $1.number }
    let basis = try BookView(book).read { $0.basis(Period()) }
    return Outcome(
      report: InvariantsStatement.report(results, basis: basis),
      hasFindings: results.contains { !$0.faults.isEmpty })
  }
}
