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
    let info = try book.info()
    return try book.read { reader in
      let kept = try reader.findings().filter { $0.status == .open }.map(\.finding)
        .filter { codes.isEmpty || codes.contains($0.rule) }
      let basis = try BookFigures(info, reader).basis(Period())
      return Outcome(
        report: FindingsStatement.report(kept, basis: basis), hasFindings: !kept.isEmpty)
    }
  }

  /// Holds the stored ledger against the invariants, and against one made anew.
  public func ledger() throws -> Outcome {
    let info = try book.info()
    let computed = try LedgerInput(book).compute()
    let stored = try book.read { try $0.movements() }
    var results = [
      LedgerInvariants.eventAreas(stored, events: computed.register.events),
      LedgerInvariants.flows(stored),
      LedgerInvariants.districts(stored, nation: try computed.nation()),
      LedgerInvariants.nothingBelowZero(stored),
      LedgerInvariants.repeats(stored, anew: computed.movements),
    ]
    results.sort { $0.number < $1.number }
    let basis = try book.read { try BookFigures(info, $0).basis(Period()) }
    return Outcome(
      report: InvariantsStatement.report(results, basis: basis),
      hasFindings: results.contains { !$0.faults.isEmpty })
  }
}

extension LedgerInput.Computed {
  /// The nation's stock, posted as if there were no districts.
  fileprivate func nation() throws -> [LandState: Area] {
    let whole = try LedgerComputation(register, districts: [], plane: plane).movements()
    var stock: [LandState: Area] = [:]
    for movement in whole {
      stock[movement.to, default: .zero] += movement.area
      stock[movement.from, default: .zero] += -movement.area
    }
    return stock
  }
}
