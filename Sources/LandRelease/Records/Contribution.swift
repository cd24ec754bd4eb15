/// How far money has come.
public enum ContributionKind: String, CaseIterable, Sendable {
  case pledged, received, spent
}

/// Whose money it is.
public enum DonorType: String, CaseIterable, Sendable {
  /// The country's own.
  case state
  /// Somebody else's.
  case donor
}

/// Money for the programme as its giver or user states it, in its own currency.
public struct Contribution: Hashable, Sendable {
  /// The organisation and the id of the agreement or budget line.
  public var key: RecordKey
  /// Whether it was pledged, received or spent; one agreement can have a row of each.
  public var kind: ContributionKind
  /// Who gives it.
  public var donor: String
  /// Whether that is the state itself; nil where the file does not tell.
  public var donorType: DonorType?
  /// How much; currencies are never added up or converted.
  public var amount: ExactDecimal
  /// Three letters as in ISO 4217.
  public var currency: String
  /// The first day it is for; nil where the file gives none.
  public var from: CalendarDate?
  /// The last day it is for.
  public var to: CalendarDate?
  /// The ids of the tasks it pays for.
  public var tasks: [String] = []
  /// The codes or names of the districts it pays for.
  public var districts: [String] = []
  /// What it is for, in the file's own words.
  public var purpose: String?
  /// The document it stands in.
  public var source: String?

  /// Makes money for no period, task or district.
  public init(
    key: RecordKey, kind: ContributionKind, donor: String, amount: ExactDecimal, currency: String
  ) {
    self.key = key
    self.kind = kind
    self.donor = donor
    self.amount = amount
    self.currency = currency
  }

  /// What findings and refusals call it.
  public var name: String { "contribution \(key) (\(kind.rawValue))" }
}
