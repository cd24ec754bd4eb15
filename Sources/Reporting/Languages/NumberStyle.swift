/// How a language writes figures, after the Unicode CLDR.
///
/// The marks stand here and are asked of no system, so that the same report has the same bytes on
/// every machine.
struct NumberStyle: Hashable {
  var decimal: String
  var group: String
  var percent: String
  var minus: String

  static let machine = NumberStyle(decimal: ".", group: "", percent: "%", minus: "-")
  static let english = NumberStyle(decimal: ".", group: ",", percent: "%", minus: "-")
}

extension Language {
  /// The marks of a figure.
  ///
  /// Arabic has Western digits: both kinds are in use, tables of programmes and United Nations
  /// texts have these, a figure that is copied or searched for is found, and a sheet of real
  /// numbers shows them too. The marks that go with them keep sign and figure together in a line
  /// from right to left.
  var numbers: NumberStyle {
    switch self {
    case .english: .english
    case .azerbaijani: NumberStyle(decimal: ",", group: ".", percent: "%", minus: "-")
    case .russian:
      NumberStyle(decimal: ",", group: "\u{A0}", percent: "\u{A0}%", minus: "-")
    case .french:
      NumberStyle(decimal: ",", group: "\u{202F}", percent: "\u{202F}%", minus: "-")
    case .arabic:
      NumberStyle(
        decimal: ".", group: ",", percent: "\u{200E}%\u{200E}", minus: "\u{200E}-")
    case .ukrainian: NumberStyle(decimal: ",", group: "\u{A0}", percent: "%", minus: "-")
    }
  }

  /// Whether figures have a decimal comma, so that spreadsheets expect semicolons between fields.
  var hasDecimalComma: Bool { numbers.decimal == "," }
}
