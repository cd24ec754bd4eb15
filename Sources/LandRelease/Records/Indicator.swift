/// Whether the values of an indicator add up over time.
public enum Adding: String, CaseIterable, Sendable {
  /// Counted in a period: months make a year.
  case flow
  /// What is there on a day: never added up over time.
  case stock
}

/// The sex of the people that a figure is of.
public enum PersonSex: String, CaseIterable, Sendable {
  case female, male
}

/// The age of the people that a figure is of: children are under 18.
public enum AgeGroup: String, CaseIterable, Sendable {
  case adult, child
}

/// What an indicator counts.
public struct IndicatorCode: Hashable, Sendable {
  /// The word of files: `eore_people`.
  public var code: String
  /// The name that people read.
  public var label: String
  /// What one of it is: `people`, `sessions`, `m2`.
  public var unit: String
  /// The part of the programme it belongs to: `risk_education`.
  public var theme: String
  /// Whether its values add up over time.
  public var adding: Adding
  /// Whether its values are whole numbers.
  public var isWhole: Bool
  /// Other words that files have for it.
  public var aliases: [String]

  /// Makes a code of its parts.
  public init(
    code: String, label: String, unit: String, theme: String, adding: Adding, isWhole: Bool,
    aliases: [String] = []
  ) {
    self.code = code
    self.label = label
    self.unit = unit
    self.theme = theme
    self.adding = adding
    self.isWhole = isWhole
    self.aliases = aliases
  }

  /// Whether it counts people, who can be women, men, girls and boys.
  public var isOfPeople: Bool { unit == "people" }
}

/// One figure of an actor for a period and a place, as somebody reports it.
///
/// Only figures: nobody is named, and no case is followed.
public struct Indicator: Hashable, Sendable {
  /// Who reports it.
  public var actor: String
  /// What tells figures of the same period and place apart, such as a session; empty for none.
  public var id = ""
  /// The code of what is counted.
  public var code: String
  /// The first day of the period, included.
  public var from: CalendarDate
  /// The last day of the period, included; a stock is of that day.
  public var to: CalendarDate
  /// The district's code or name as the file has it; empty where the figure names none.
  public var district = ""
  /// Nil is of both sexes, or of people whose sex is not given.
  public var sex: PersonSex?
  /// Nil is of all ages, or of people whose age is not given.
  public var ageGroup: AgeGroup?
  /// How many, or how much.
  public var value: ExactDecimal
  /// The document it stands in.
  public var source: String?

  /// Makes a figure of both sexes and all ages in no district.
  public init(
    actor: String, code: String, from: CalendarDate, to: CalendarDate, value: ExactDecimal
  ) {
    self.actor = actor
    self.code = code
    self.from = from
    self.to = to
    self.value = value
  }

  /// What findings and refusals call it.
  public var name: String {
    let place = district.isEmpty ? "" : " in \(district)"
    let group = [sex?.rawValue, ageGroup?.rawValue].compactMap(\.self).joined(separator: " ")
    return
      "indicator \(code) of \(actor), \(from) to \(to)\(place)\(group.isEmpty ? "" : " (\(group))")\(id.isEmpty ? "" : " [\(id)]")"
  }
}
