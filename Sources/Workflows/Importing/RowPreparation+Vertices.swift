import GeometryValues
import Interchange
import LandRelease

extension RowPreparation {
  /// Questions, or corrects, single vertices of a row that otherwise lies where it should.
  ///
  /// - Parameter prepared: nil where the row was refused for them.
  /// - Returns: nil where nothing is to be said.
  mutating func placeVertices(
    _ row: SurveyRow, _ prepared: PreparedRow?
  ) throws -> (row: PreparedRow?, finding: Finding)? {
    guard let trials = placing.trials, placing.fixes != .never,
      case .polygons(let raw) = context.geometry(of: row)
    else { return nil }
    let georeference = georeference
    guard let slips = VertexSlips(raw, trials, bring: { try? georeference.bring($0).onEarth })
    else { return nil }
    let name = prepared?.record.name ?? "the row"
    let rule = slips.kinds[0].rule
    guard slips.kinds.allSatisfy(placing.fixes.makes) else {
      let fix = slips.kinds.map(\.rawValue).joined(separator: ",")
      let finding = Finding(
        rule: rule, severity: .error,
        message:
          "\(name) has vertices far from its others; these would lie beside them: \(slips.words(raw))",
        place: Finding.Place(field: "geometry", record: prepared?.record.name),
        remedy:
          "If that is right, import the file again with --fix \(fix), which corrects the record; else correct the source."
      )
      return (prepared, finding)
    }
    let corrected = try preparedOnWGS84(
      row, .polygons(raw.replacingCoordinates(slips.coordinates)), original: .polygons(raw))
    let finding = Finding(
      rule: rule, severity: .error,
      message:
        "\(corrected.record.name) was read with single vertices corrected by --fix: \(slips.words(raw))",
      place: Finding.Place(field: "geometry", record: corrected.record.name),
      remedy: "Correct the source; the record keeps its polygon as it stood there.")
    placing.noteCorrected("with single vertices put right")
    return (corrected, finding)
  }
}

extension [Double] {
  /// The buffer itself, if it holds places on Earth.
  fileprivate var onEarth: [Double]? {
    indices.allSatisfy { abs(self[$0]) <= ($0 % 2 == 0 ? 180 : 90) } ? self : nil
  }
}
