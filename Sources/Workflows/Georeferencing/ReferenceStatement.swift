import GeometryValues
import Interchange
import LandRelease
import Storage

/// What a file's coordinates are measured in: by the file, its columns, `--crs`, or not at all.
struct ReferenceStatement {
  private let request: ImportRequest
  private let table: SurveyTable
  private let columns: ColumnMap
  private let ground: DistrictGround?
  private let codes: [SurveyField: [String: String]]
  /// What the file or its columns state.
  private let stated: Interchange.CoordinateReference

  init(
    _ request: ImportRequest, _ table: SurveyTable, _ columns: ColumnMap, _ book: LandBook
  ) throws {
    self.request = request
    self.table = table
    self.columns = columns
    ground = DistrictGround(try Self.districts(of: book))
    codes = try CodeMappings.read(request.code, for: columns.type)
    let header = table.header.reference
    stated = header == .unstated ? columns.statedReference : header
  }

  /// The file with all that is needed to read it.
  ///
  /// - Throws: ``WorkflowError`` where it has coordinates and nothing says what they are.
  func source() throws -> ImportSource {
    let typed = request.crs.map { Interchange.CoordinateReference(typed: $0) }
    let reference = try typed ?? (stated == .unstated ? question() : stated)
    let georeference = try georeference(reference, isTyped: typed != nil)
    return ImportSource(
      table: table, context: context(reference), georeference: georeference,
      opened: table.header,
      placing: placing(reference, georeference))
  }

  private func georeference(
    _ reference: Interchange.CoordinateReference, isTyped: Bool
  ) throws -> Georeference {
    do {
      return try Georeference(reference)
    } catch let error as WorkflowError where !isTyped {
      // What the file says is wrong with the file, not with what was typed.
      throw WorkflowError(
        .unusable, "\(request.file): \(error.message)", remedy: error.remedy)
    }
  }

  /// Districts are where they are: they are not held against those that the book has.
  private func placing(
    _ reference: Interchange.CoordinateReference, _ georeference: Georeference
  ) -> RowPlacing {
    let trials = columns.type == .districts ? nil : ground
    return RowPlacing(
      trials.map { PlaceTrials($0, reference, isGeographic: georeference.isGeographic) },
      request.fixes)
  }

  /// What only the rows can tell; without any coordinates there is nothing to ask.
  private func question() throws -> Interchange.CoordinateReference {
    let sample = try CoordinateSample(table, context(.unstated))
    if let code = sample.statedCode { return .init(text: "EPSG:\(code)") }
    guard !sample.rows.isEmpty else { return .wgs84 }
    throw ReferenceCandidates.refusal(
      of: request.file, sample, ground: columns.type == .districts ? nil : ground)
  }

  private func context(_ reference: Interchange.CoordinateReference) -> ReadingContext {
    var context = ReadingContext(
      header: table.header, columns: columns, reference: reference, defaultUnit: request.unit)
    context.codes = codes
    context.spelling.dates = request.dates.flatMap { .init(rawValue: $0.rawValue) }
    context.spelling.decimals = request.decimals.flatMap { .init(rawValue: $0.rawValue) }
    return context
  }

  /// Sentences on what was taken for what.
  var notes: [String] {
    var notes: [String] = []
    if let crs = request.crs, stated != .unstated,
      stated != Interchange.CoordinateReference(typed: crs)
    {
      notes.append("The file says its coordinates are \(stated); --crs \(crs) was used instead.")
    } else if request.crs == nil, table.header.reference == .unstated, columns.hasDegreeColumns {
      notes.append("Columns of latitude and longitude are taken as degrees on WGS 84.")
    }
    if case .made = request.fixes, ground == nil {
      notes.append(
        "The book has no districts to try readings against, so --fix finds datums alone.")
    }
    return notes
  }

  private static func districts(of book: LandBook) throws -> [District] {
    let info = try book.info()
    return try book.read { reader in
      try Boundaries(info, reader, named: nil, on: nil).districts.map(\.content)
    }
  }
}
