/// RC10 and RC11: figures whose print and value differ, or whose marks can be read two ways.
enum PrintedMarks {
  static func find(in claims: [Claim]) -> [Finding] {
    let quantities = claims.filter { $0.value != nil && $0.measure.nature != .single }
    let commaSources = Set(
      quantities.filter { hasDecimalComma($0.printed) }.map(\.source.key))
    return quantities.compactMap { claim in
      claim.value.flatMap { check(claim, $0, usesComma: commaSources.contains(claim.source.key)) }
    }
  }

  /// - Parameter usesComma: whether the source parts decimals by a comma elsewhere, so that its
  ///   points may part thousands.
  private static func check(
    _ claim: Claim, _ value: ExactDecimal, usesComma: Bool
  ) -> Finding? {
    let readings = PrintedFigure.readings(in: claim.printed)
    let others = Set(readings.map(\.value)).subtracting([value]).sorted()
    let read = others.map { "\($0)" }.joined(separator: " or ")
    if !readings.isEmpty, others.count == Set(readings.map(\.value)).count {
      return finding(.printedDiffers, claim, "the value is \(value), the print reads \(read)")
    }
    if readings.contains(where: { $0.isAmbiguous && $0.value == value }) {
      if claim.isCount, value.scale > 0 {
        return finding(.slippedDecimal, claim, "pieces have no decimals; \(read) would fit")
      }
      return usesComma
        ? finding(.ambiguousMark, claim, "it is read as \(value), and can be \(read)") : nil
    }
    return hasDecimalComma(claim.printed)
      ? finding(.ambiguousMark, claim, "its comma is read as a decimal mark: \(value)", .note) : nil
  }

  /// `2.790,9`, where English print has it the other way round.
  private static func hasDecimalComma(_ printed: String) -> Bool {
    guard printed.utf8.contains(UInt8(ascii: ".")), printed.utf8.contains(UInt8(ascii: ",")) else {
      return false
    }
    return PrintedNumberScanner(printed).numbers.contains { number in
      guard let point = number.digits.lastIndex(of: "."),
        let comma = number.digits.lastIndex(of: ",")
      else { return false }
      return point < comma
    }
  }

  private static func finding(
    _ rule: ReconciliationRule, _ claim: Claim, _ text: String, _ severity: Finding.Severity? = nil
  ) -> Finding {
    ReconciliationRules.finding(
      rule, at: [claim], "\(claim.label), printed \"\(claim.printed)\": \(text).",
      severity: severity, field: "printed")
  }
}
