import LandRelease

extension RowFields {
  /// The reported area; its unit is in the cell, the column, the unit column or `--unit`.
  func reportedArea() throws(Refusal) -> ReportedArea? {
    try area().map { ReportedArea(asTyped: $0) }
  }

  func area() throws(Refusal) -> Area? {
    for field in SurveyField.areas where has(field) {
      let unit = try unit(of: field)
      return try value(field) { text throws(ValueFault) in
        try AreaText.read(text, unit: unit)
      }
    }
    return nil
  }

  private func unit(of field: SurveyField) throws(Refusal) -> AreaUnit? {
    switch field {
    case .areaM2: return .squareMetres
    case .areaHa: return .hectares
    case .areaKm2: return .squareKilometres
    default: break
    }
    let named = try value(.areaUnit) { text throws(ValueFault) in try AreaText.unit(text) }
    if let named { return named }
    // A unit in the cell itself needs no other; the default is for cells without one.
    let cell = text(field).map { NumberText.splitUnit($0).unit } ?? ""
    return cell.isEmpty ? context.defaultUnit : nil
  }
}
