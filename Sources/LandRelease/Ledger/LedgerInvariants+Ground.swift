extension LedgerInvariants {
  /// Invariant 5, of what was found where the ground itself was cut and measured.
  ///
  /// - Parameter share: which ground was looked at, such as `all 12 clusters`.
  public static func ground(
    checked: Int, share: String, faults: [String], residual: Area
  ) -> Result {
    Result(
      number: 5,
      sentence:
        "Balances at the end of every year equal the area of the ground, cut by GEOS (checked \(share)).",
      checked: checked, faults: faults, residual: residual)
  }
}
