/// The way from the book's net figure to a claim, line by line.
public struct ClaimBridge: Hashable, Sendable {
  /// One line: what it adds and what is reached with it.
  public struct Step: Hashable, Sendable {
    /// What the line is.
    public var label: String
    /// What the line adds.
    public var delta: ExactDecimal
    /// What is reached with the line.
    public var runningTotal: ExactDecimal
  }

  /// The label of the last line: what no record and no statement explains.
  public static let restLabel = "unexplained rest"

  /// The lines in order, the rest last.
  public var steps: [Step] = []

  /// Adds up `lines` in their order and ends at the value of the claim.
  ///
  /// - Parameter lines: the starting figure, then what each further line adds: again, declared
  ///   minus measured, unplaced, statements. All in the unit of the claim.
  public init(lines: [ComputedFigures.Basis], to claim: ExactDecimal) {
    var total = ExactDecimal.zero
    for line in lines {
      total += line.value
      steps.append(Step(label: line.name, delta: line.value, runningTotal: total))
    }
    steps.append(Step(label: Self.restLabel, delta: claim - total, runningTotal: claim))
  }

  /// What is left when every line is added; negative where the lines pass the claim.
  public var rest: ExactDecimal { steps.last?.delta ?? .zero }
}
