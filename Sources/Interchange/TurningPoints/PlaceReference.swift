/// What a cell says of the coordinates beside it: a code, or the names that survey forms use.
enum PlaceReference: Hashable {
  case code(CoordinateReference)
  case zone(ZoneText)
  /// Pulkovo 1942: degrees, or a Gauss-Krueger zone that may stand in the cell.
  case pulkovo(zone: Int?)

  /// Reads the cell of a column such as `crs` or `datum`.
  init(_ text: String) throws(ValueFault) {
    if let zone = ZoneText(text), text.contains(where: \.isNumber) {
      self = .zone(zone)
      return
    }
    let reference = CoordinateReference(text: text)
    if let zone = Self.pulkovoZone(reference) {
      self = .pulkovo(zone: zone)
      return
    }
    switch reference {
    case .wgs84, .code: self = .code(reference)
    case .wkt, .unstated:
      let folded = ColumnName.folded(text)
      if folded == "wgs84" || folded == "gps" || folded == "geographicwgs84" {
        self = .code(.wgs84)
      } else if let number = Self.namedPulkovo(folded) {
        self = .pulkovo(zone: number == 0 ? nil : number)
      } else {
        throw ValueFault(
          reason: "\"\(text)\" is no coordinate reference that is known here",
          remedy: "Write WGS84, EPSG:n, UTM 38N, CK-42 or CK-42 zone 8.")
      }
    }
  }

  /// The zone of EPSG:28404 to EPSG:28432.
  static func pulkovoZone(_ reference: CoordinateReference) -> Int? {
    guard case .code(let code) = reference, code.hasPrefix("EPSG:"),
      let number = Int(code.dropFirst(5)), (28404...28432).contains(number)
    else { return nil }
    return number - 28400
  }

  /// The zone in a name of Pulkovo 1942, 0 where it has none; nil for another name.
  private static func namedPulkovo(_ folded: String) -> Int? {
    let names = [
      "pulkovo1942", "pulkovo42", "pulkovo", "ck42", "sk42", "ск42", "пулково1942", "пулково42",
      "gausskruger", "gausskrueger", "gausskrüger", "гк",
    ]
    var rest = folded[...]
    var isNamed = false
    while let name = names.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(name.count)
      isNamed = true
    }
    guard isNamed else { return nil }
    for word in ["zone", "зона", "gk"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
    }
    return rest.isEmpty ? 0 : Int(rest)
  }
}
