public import LandRelease

extension AreaUnit {
  /// The sign people read: `m²`, `ha`, `km²`.
  public var symbol: String {
    switch self {
    case .squareMetres: "m²"
    case .hectares: "ha"
    case .squareKilometres: "km²"
    }
  }

  /// The unit's name and sign, such as `hectares (ha)`.
  public var title: String {
    switch self {
    case .squareMetres: "square metres (m²)"
    case .hectares: "hectares (ha)"
    case .squareKilometres: "square kilometres (km²)"
    }
  }

  /// How many decimals people are shown: none of a square metre, one of a hectare, two of a
  /// square kilometre.
  var printedDecimals: Int {
    switch self {
    case .squareMetres: 0
    case .hectares: 1
    case .squareKilometres: 2
    }
  }

  /// How many decimals a square centimetre takes in this unit.
  var exactDecimals: Int {
    switch self {
    case .squareMetres: 4
    case .hectares: 8
    case .squareKilometres: 10
    }
  }
}

extension Area {
  /// The area for people, rounded and grouped, without its unit: `1,234.5`.
  public func figure(in unit: AreaUnit) -> String {
    decimal(in: unit).groupedText
  }

  /// The area in a unit as it is printed, rounded.
  func decimal(in unit: AreaUnit) -> FixedDecimal {
    exactDecimal(in: unit).rounded(to: unit.printedDecimals)
  }

  /// The area in a unit, to the square centimetre.
  func exactDecimal(in unit: AreaUnit) -> FixedDecimal {
    FixedDecimal(units: Int128(squareCentimetres), places: unit.exactDecimals)
  }
}
