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
    ReadingRule.allCases.map { Rule($0.rawValue, $0.severity, $0.sentence) } + LandRules.all
      + ReconciliationRules.rows.map { Rule($0.rule.rawValue, $0.severity, $0.sentence) }
  }

  /// The open findings of imports and posting.
  ///
  /// - Parameter codes: the rules asked for; none is all.
  public func findings(_ codes: [String]) throws -> Outcome {
    let unknown = codes.filter { code in !Self.rules.contains { $0.code == code } }
    if let code = unknown.first {
      throw WorkflowError(
        .usage, "there is no rule \"\(code)\"", remedy: "List them with landbook check --list.")
    }
    return try BookView(book).read { figures in
      let kept = try figures.reader.findings().filter { $0.status == .open }.map(\.finding)
        .filter { codes.isEmpty || codes.contains($0.rule) }
      let basis = figures.basis(Period())
      return Outcome(
        report: FindingsStatement.report(kept, basis: basis), hasFindings: !kept.isEmpty)
    }
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
