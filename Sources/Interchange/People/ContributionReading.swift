public import LandRelease

/// Reads rows as contributions: an amount with its kind, or pledged, received and spent side by side.
public struct ContributionReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<[Contribution]> {
    var fields = try RowFields(row, context)
    let key = try fields.key("contribution")
    if RowFields.isTotal(key.id) || RowFields.isTotal(fields.text(.donor)) {
      throw Refusal(
        field: context.columns.columnName(.id),
        reason: "it is a line of totals, whose amounts stand in the other rows",
        remedy: "Leave the line out.")
    }
    let donor = try fields.required(.donor)
    var base = Contribution(
      key: key, kind: .received, donor: donor, amount: .zero, currency: "")
    base.donorType = try donorType(fields, donor)
    if let (from, to) = try fields.days() { (base.from, base.to) = (from, to) }
    base.tasks = fields.identifiers(.taskID)
    base.districts = fields.identifiers(.districts)
    base.purpose = fields.freeText(.purpose)
    base.source = fields.freeText(.source)
    let amounts = try amounts(fields)
    guard !amounts.isEmpty else {
      throw Refusal(
        field: context.columns.columnName(.amount), reason: "there is no amount",
        remedy: "Fill in an amount, or pledged, received or spent.")
    }
    return Reading(
      record: try amounts.map { kind, money throws(Refusal) in
        var contribution = base
        (contribution.kind, contribution.amount, contribution.currency) =
          (kind, money.amount, money.currency)
        return contribution
      }, findings: fields.findings)
  }

  private func donorType(_ fields: RowFields, _ donor: String) throws(Refusal) -> DonorType? {
    if let type = try fields.code(.donorType, Words.donorType) { return type }
    // A donor that is called the state is the state.
    return Words.donorType.code(donor) == .state ? .state : nil
  }

  private typealias Money = (amount: ExactDecimal, currency: String)

  private func amounts(
    _ fields: RowFields
  ) throws(Refusal) -> [(ContributionKind, Money)] {
    var amounts: [(ContributionKind, Money)] = []
    for (field, kind) in [
      (SurveyField.pledged, ContributionKind.pledged), (.received, .received), (.spent, .spent),
    ] {
      if let money = try money(field, fields) { amounts.append((kind, money)) }
    }
    guard let money = try money(.amount, fields) else { return amounts }
    guard let kind = try fields.code(.kind, Words.contributionKind) else {
      throw Refusal(
        field: context.columns.columnName(.kind),
        reason: "it does not say whether the amount was pledged, received or spent",
        remedy: "Fill in kind, or say what all rows are: --map kind==received.")
    }
    guard !amounts.contains(where: { $0.0 == kind }) else {
      throw Refusal(
        field: context.columns.columnName(.amount), reason: "the row gives \(kind.rawValue) twice",
        remedy: "Leave one of the columns out.")
    }
    return amounts + [(kind, money)]
  }

  /// An amount with its currency, which can stand in the cell.
  private func money(_ field: SurveyField, _ fields: RowFields) throws(Refusal) -> Money? {
    guard let text = fields.text(field) else { return nil }
    let (number, named) = CurrencyText.split(text)
    do throws(ValueFault) {
      let amount = try RowFields.amount(try context.spelling.plain(number, field))
      let stated = try fields.text(.currency).map { text throws(ValueFault) in
        try CurrencyText.code(text)
      }
      let inCell = try named.map { text throws(ValueFault) in try CurrencyText.code(text) }
      guard let currency = inCell ?? stated else {
        throw ValueFault(
          reason: "the amount \(text) has no currency",
          remedy: "Fill in currency, or say what all rows are in: --map currency==USD.")
      }
      guard stated == nil || stated == currency else {
        throw ValueFault(
          reason: "the amount is in \(currency) and the currency \(stated ?? "")",
          remedy: "Correct one of them.")
      }
      return (amount, currency)
    } catch {
      throw fields.refusal(field, error)
    }
  }
}
