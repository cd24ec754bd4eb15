/// A claim held against the records: the interval it allows, a verdict per basis, and why.
public struct Judgement: Hashable, Sendable {
  /// One way of counting, held against the claim.
  public struct BasisVerdict: Hashable, Sendable {
    /// The way of counting and what it comes to.
    public var basis: ComputedFigures.Basis
    /// What the comparison comes to.
    public var verdict: Verdict
    /// The claim minus the computed figure: above zero where the claim says more.
    public var difference: ExactDecimal?
    /// The difference in percent of the claim.
    public var percentOfClaim: Double?
  }

  /// The claim that was judged.
  public var claim: Claim
  /// None where the claim states no number.
  public var interval: ClaimInterval?
  /// A verdict for each basis the book computes.
  public var bases: [BasisVerdict]
  /// The basis of the headline; none where no figure could be held against the claim.
  public var headlineBasis: String?
  /// The verdict that counts.
  public var headline: Verdict
  /// Whether the claim is an initial estimate, so that agreement with it is only indicative.
  public var isIndicative: Bool
  /// Sentences for a reader, the weightiest first.
  public var reasons: [String]
  /// The way from net to the claim, where the book gives its parts.
  public var bridge: ClaimBridge?
  /// Of a claim of a trend: the whole years it was held against, in order.
  public var years: [YearFigure] = []

  /// The headline in words: `indicative, within qualifier`.
  public var headlineText: String {
    isIndicative ? "indicative, \(headline.rawValue)" : headline.rawValue
  }

  /// The difference on the headline's basis.
  public var headlineDifference: BasisVerdict? {
    bases.first { $0.basis.name == headlineBasis }
  }
}
