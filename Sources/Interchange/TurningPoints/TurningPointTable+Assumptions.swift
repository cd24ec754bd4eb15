extension TurningPointTable {
  /// Sentences on what was taken for granted of points for which the table is silent.
  public static func assumptions(of points: [SurveyPoint]) -> [String] {
    let places = points.flatMap(\.places)
    var notes: [String] = []
    if places.contains(where: \.isOrderAssumed) {
      notes.append(
        "Two coordinates in one cell without letters are read latitude first (ISO 6709).")
    }
    if places.contains(where: { $0.reference == .wgs84 && $0.isAssumed }) {
      notes.append("The table does not say on which datum its degrees are: WGS 84 is taken.")
    }
    if places.contains(where: \.isSquare) {
      notes.append("MGRS references are read as the south-west corner of their square.")
    }
    let legs = points.compactMap(\.leg)
    let units = [
      legs.contains(where: \.assumesDegrees) ? "bearings in degrees" : nil,
      legs.contains(where: \.assumesMetres) ? "distances in metres" : nil,
    ].compactMap { $0 }
    if !units.isEmpty {
      notes.append("Where a leg names no unit it is read with \(units.joined(separator: " and ")).")
    }
    return notes
  }
}
