import LandRelease

/// The tags of the Humanitarian Exchange Language, version 1.1, for columns of tables.
///
/// The standard has no tag for an area of land: those are indicators, with the unit as an attribute.
enum HXLTag {
  /// A column's tag with its attributes.
  ///
  /// - Parameters:
  ///   - unit: what areas are written in.
  ///   - shares: how parts of a whole are written.
  static func of(
    _ column: Column, areasIn unit: AreaUnit, sharesIn shares: Shares = .fraction
  ) -> String {
    if let known = known[column.key], known.fits(column.kind) { return known.tag }
    let name = attributes(of: column.key)
    return switch column.kind {
    case .text: column.isWords ? "#status" + name : "#meta" + name
    case .date: "#date" + name
    case .area: "#indicator" + name + "+" + unit.rawValue
    case .count: "#indicator" + name + "+num"
    case .share: "#indicator" + name + "+" + shares.rawValue
    case .ratio, .number: "#indicator" + name + "+value"
    }
  }

  /// How a part of a whole is written.
  enum Shares: String {
    case fraction
    case percent = "pct"
  }

  /// Each word of a key as an attribute, the unit of an area left to its end.
  private static func attributes(of key: String) -> String {
    var words = key.split(separator: "_").filter { !$0.isEmpty }
    if words.last == "m2" { words.removeLast() }
    return words.map { $0.first?.isLetter == true ? "+\($0)" : "+n\($0)" }.joined()
  }

  private struct Known {
    var tag: String
    var isFigure = false
    var isDate = false

    func fits(_ kind: Column.Kind) -> Bool {
      isDate ? kind == .date : kind.isNumeric == isFigure && kind != .date
    }
  }

  private static let known: [String: Known] = [
    "district": Known(tag: "#adm1+code"),
    "name": Known(tag: "#adm1+name"),
    "from": Known(tag: "#date+start", isDate: true),
    "to": Known(tag: "#date+end", isDate: true),
    "year": Known(tag: "#date+year"),
    "quarter": Known(tag: "#date+quarter"),
    "month": Known(tag: "#date+month"),
    "as_of": Known(tag: "#date+reported"),
    "operator": Known(tag: "#org+impl"),
    "donor": Known(tag: "#org+funding"),
    "activity": Known(tag: "#activity+type"),
    "kind": Known(tag: "#activity+release"),
    "category": Known(tag: "#item+type"),
    "source": Known(tag: "#meta+source"),
    "latitude": Known(tag: "#geo+lat", isFigure: true),
    "longitude": Known(tag: "#geo+lon", isFigure: true),
    "killed": Known(tag: "#affected+killed", isFigure: true),
    "injured": Known(tag: "#affected+injured", isFigure: true),
    "victims": Known(tag: "#affected", isFigure: true),
    "sex": Known(tag: "#group+sex"),
    "age": Known(tag: "#group+age"),
  ]
}
