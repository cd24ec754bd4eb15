import GeometryValues
import Interchange
import LandRelease
import Storage

extension RowPreparation {
  /// Prepares a row, questions where it lies, and corrects it where that was asked for.
  ///
  /// - Throws: ``Refusal`` for a row that can't be used; ``PlacesDoubted`` where the whole file
  ///   seems to lie elsewhere.
  mutating func place(_ row: SurveyRow) throws -> PreparedRow {
    let prepared: PreparedRow
    do {
      prepared = try prepare(row)
    } catch let refusal as Refusal {
      return try placeRefused(row, refusal)
    }
    let districts = districts(of: prepared)
    guard let geometry = prepared.geometry else { return prepared }
    try compare(prepared, row)
    let isSure = try placing.isSurelyInPlace(geometry.start, districts: districts)
    let isInPlace =
      try isSure || placing.isInPlace(geometry.sample().positions, districts: districts)
    if placing.fileTrial == nil, placing.reachesFar(geometry.envelope),
      let (whole, finding) = try placeVertices(row, prepared), var placed = whole
    {
      placed.findings.append(located(finding, row))
      return placed
    }
    if isInPlace, placing.fileTrial == nil { return prepared }
    return try answer(prepared, row, isInPlace: isInPlace)
  }

  /// A row whose coordinates are no place on Earth may be one in another reading.
  private mutating func placeRefused(
    _ row: SurveyRow, _ refusal: Refusal
  ) throws -> PreparedRow {
    guard let raw = context.geometry(of: row) else { throw refusal }
    // Refused for another reason, it lies where it lies.
    guard (try? georeference.bring(raw.coordinates).areDegrees) != true else { throw refusal }
    try placing.noteNowhere()
    switch placing.judge(raw: raw.sample(), isInPlace: false, districts: districts(of: row)) {
    case .asStated: return try placeRefusedVertices(row, refusal)
    case .corrected(let trial): return try corrected(row, raw, trial)
    case .questioned(let question):
      var refusal = refusal
      refusal.remedy = PlaceFindings.remedy(question)
      throw refusal
    }
  }

  private mutating func placeRefusedVertices(
    _ row: SurveyRow, _ refusal: Refusal
  ) throws -> PreparedRow {
    guard let (whole, finding) = try placeVertices(row, nil) else { throw refusal }
    guard var placed = whole else {
      var refusal = refusal
      refusal.remedy =
        "\(finding.message.prefix(1).uppercased())\(finding.message.dropFirst()). \(finding.remedy)"
      throw refusal
    }
    placed.findings.append(located(finding, row))
    return placed
  }

  private mutating func answer(
    _ prepared: PreparedRow, _ row: SurveyRow, isInPlace: Bool
  ) throws -> PreparedRow {
    guard let raw = context.geometry(of: row) else { return prepared }
    var prepared = prepared
    if raw.coordinates.allSatisfy({ $0 == 0 }) {
      prepared.findings.append(located(PlaceFindings.zero(record: prepared.record.name), row))
      return prepared
    }
    let sample = raw.sample()
    switch placing.judge(raw: sample, isInPlace: isInPlace, districts: districts(of: row)) {
    case .asStated: return prepared
    case .corrected(let trial): return try corrected(row, raw, trial)
    case .questioned(let question):
      let moved = question.readings.first.flatMap { placing.positions(sample, $0) }
      if let finding = PlaceFindings.questioned(
        question, record: prepared.record.name,
        at: prepared.geometry?.sample().positions ?? [], moved: moved?.positions)
      {
        prepared.findings.append(located(finding, row))
      }
      return prepared
    }
  }

  /// The row read in another way; its record keeps the coordinates it came with.
  private mutating func corrected(
    _ row: SurveyRow, _ raw: Geometry, _ trial: ReferenceTrial
  ) throws -> PreparedRow {
    guard let moved = placing.positions(raw.coordinates, trial) else {
      return try prepare(row)
    }
    var prepared = try preparedOnWGS84(
      row, raw.replacingCoordinates(moved), original: raw)
    let finding = PlaceFindings.corrected(
      trial, record: prepared.record.name, raw: raw.coordinates, moved: moved)
    prepared.findings.append(located(finding, row))
    return prepared
  }

  /// The row with another geometry, which is on WGS 84; its record keeps the one it came with.
  mutating func preparedOnWGS84(
    _ row: SurveyRow, _ geometry: Geometry, original: Geometry
  ) throws -> PreparedRow {
    let stated = (context, georeference)
    defer { (context, georeference) = stated }
    context.reference = .wgs84
    georeference = .none
    var corrected = row
    corrected.geometry = .success(geometry)
    var prepared = try prepare(corrected)
    if case .polygons(let original) = original { prepared.measured.original = original }
    return prepared
  }

  private mutating func compare(_ prepared: PreparedRow, _ row: SurveyRow) throws {
    guard comparison?.isFull == false, let raw = context.geometry(of: row) else { return }
    comparison?.note(prepared.record, raw: raw)
  }

  private func districts(of row: SurveyRow) -> [Int] {
    guard let ground = placing.trials?.ground, context.columns.has(.district),
      let text = context.text(.district, of: row)
    else { return [] }
    return ground.names.numbers(of: text)
  }

  private func located(_ finding: Finding, _ row: SurveyRow) -> Finding {
    var finding = finding
    finding.place.file = context.file
    finding.place.layer = context.layer
    finding.place.row = row.number
    return finding
  }

  /// The districts that a record can name; a name that the book lacks is noted.
  private mutating func districts(of prepared: PreparedRow) -> [Int] {
    guard let names = placing.trials?.ground.names, let text = prepared.record.district else {
      return []
    }
    let numbers = names.numbers(of: text)
    if numbers.isEmpty { unknownDistricts.note(text) }
    return numbers
  }

  /// What is known when all rows were read: findings on the file as a whole.
  ///
  /// - Throws: ``PlacesDoubted`` where the file has to be read in another way.
  mutating func finishPlacing(_ writer: BatchWriter, hasGeometry: Bool) throws -> [Finding] {
    try placing.finish()
    var findings = unknownDistricts.findings(placing.trials?.ground.names, file: context.file)
    if hasGeometry, let caution = georeference.caution {
      findings.append(
        Finding(
          rule: PlaceRules.operation, severity: .warning, message: caution,
          place: Finding.Place(file: context.file, layer: context.layer),
          remedy: "Install the grid, or name another reference with --crs."))
    }
    guard let evidence = try comparison?.evidence(writer) else {
      return findings
    }
    if let trial = evidence.trial, placing.fixes.makes(.datum) {
      throw PlacesDoubted(datum: trial)
    }
    findings.append(datumFinding(evidence))
    return findings
  }

  private func datumFinding(_ evidence: DatumComparison.Evidence) -> Finding {
    let reading = evidence.trial.map { "; read \($0.words) they fall on them" }
    return Finding(
      rule: CoordinateSlip.datum.rule, severity: .warning,
      message: "\(evidence.words)\(reading ?? "; no datum that was tried explains it")",
      place: Finding.Place(file: context.file, layer: context.layer, field: "geometry"),
      remedy: evidence.trial.map {
        "Find out which of the two is right; if the book is, import the file again with --crs \($0.reference)."
      } ?? "Find out which of the two is right, and correct the other.")
  }

  /// How coordinates came to WGS 84.
  var operation: String { placing.operation ?? georeference.operation }

  /// What the log of the book keeps of how rows were read.
  var assumptions: String? {
    let review = context.reviewAssumed ? ["review"] : []
    let fixes = placing.corrected.sorted { $0.key < $1.key }.map { words, count in
      "\(count) \(count == 1 ? "row" : "rows") read \(words), by --fix"
    }
    let all = review + fixes
    return all.isEmpty ? nil : all.joined(separator: ";")
  }
}

extension [Double] {
  /// Whether a flat buffer holds degrees of longitude and latitude.
  fileprivate var areDegrees: Bool {
    indices.allSatisfy { abs(self[$0]) <= ($0 % 2 == 0 ? 180 : 90) }
  }
}
