import Interchange
import LandRelease
import Storage

extension ImportRecords {
  /// Completes what was typed of columns, codes, reference and unit by a profile, or by what a file
  /// with the same columns was read with before; what was typed goes first.
  mutating func chooseMapping(_ header: SurveyTable.Header, _ type: RecordType) throws {
    if request.amendment != nil { return }
    try refuseBuiltInName()
    let isTyped = !request.map.isEmpty || !request.code.isEmpty || request.unit != nil
    if let name = request.profile {
      try apply(try profile(named: name, for: type), to: header, type)
    } else if !isTyped, request.usesEarlierMapping {
      try applyEarlier(header, type)
    }
    keepMapping(header, type, isTyped: isTyped || request.profile != nil)
  }

  private func refuseBuiltInName() throws {
    guard let name = request.savedProfile else { return }
    guard !ColumnProfile.builtIn.contains(where: { $0.name == name }), !name.isEmpty else {
      throw WorkflowError(
        .usage, "\"\(name)\" is the name of a profile that comes with the program",
        remedy: "Choose another name.")
    }
  }

  /// The profile of a name: the one that the book kept last, else one that the program brings.
  private func profile(named name: String, for type: RecordType) throws -> KeptProfile {
    let kept = try book.read { try $0.profiles() }.filter { $0.name == name }
    if let last = kept.last(where: { $0.recordType == type.rawValue }) { return last }
    if let carried = ColumnProfile.builtIn(named: name, for: type) {
      return KeptProfile(
        name: name, recordType: type.rawValue, header: [], columns: carried.columns,
        codes: carried.codes)
    }
    let types = Set(
      kept.map(\.recordType)
        + ColumnProfile.builtIn.filter { $0.name == name }.compactMap { $0.type?.rawValue })
    if !types.isEmpty {
      throw WorkflowError(
        .usage, "the profile \(name) is for \(types.sorted().joined(separator: ", "))",
        remedy:
          "Name the columns of \(type.rawValue) with --map, and keep them with --save-profile."
      )
    }
    let names = try Set(book.read { try $0.profiles() }.compactMap(\.name))
      .union(ColumnProfile.builtIn.map(\.name))
    throw WorkflowError(
      .usage, "there is no profile \(name)",
      remedy: "There are: \(names.sorted().joined(separator: ", ")).")
  }

  private mutating func apply(
    _ profile: KeptProfile, to header: SurveyTable.Header, _ type: RecordType
  ) throws {
    let columns = ColumnProfile(
      name: profile.name ?? "", type: type, columns: profile.columns, codes: profile.codes)
    let typed = try Self.overrides(request.map)
    let found = columns.overrides(for: header, type: type, besides: typed)
    request.map += found.map { "\($0.field)=\($0.column)" }
    request.code = Self.code(profile.codes) + request.code
    request.unit = request.unit ?? profile.unit.flatMap { AreaUnit(rawValue: $0) }
    if header.reference == .unstated { request.crs = request.crs ?? profile.crs }
    if let name = profile.name {
      outcome.notes.append(
        found.isEmpty
          ? "The file has no column of the profile \(name): its columns are read by their names."
          : "Columns read after the profile \(name): \(found.map { "\($0.field)=\($0.column)" }.joined(separator: ", "))."
      )
    }
  }

  /// A coordinate reference is not taken over: the same columns can hold other coordinates.
  private mutating func applyEarlier(_ header: SurveyTable.Header, _ type: RecordType) throws {
    let columns = header.columns.sorted()
    let earlier = try book.read { try $0.profiles() }
      .last { $0.recordType == type.rawValue && $0.header == columns }
    guard var earlier else { return }
    earlier.name = nil
    earlier.crs = nil
    try apply(earlier, to: header, type)
    let options =
      request.map.map { "--map \($0)" } + request.code.map { "--code \($0)" }
      + (request.unit.map { ["--unit \($0.rawValue)"] } ?? [])
    outcome.notes.append(
      "Columns read as in batch \(earlier.batch ?? 0) (\(options.joined(separator: " "))); --no-profile reads them afresh."
    )
  }

  private mutating func keepMapping(
    _ header: SurveyTable.Header, _ type: RecordType, isTyped: Bool
  ) {
    let columns = Dictionary(
      request.map.compactMap { Self.pair($0) }, uniquingKeysWith: { first, _ in first })
    var codes: [String: [String: String]] = [:]
    for code in request.code {
      guard let (field, rule) = Self.pair(code, at: ":"), let (word, meant) = Self.pair(rule) else {
        continue
      }
      codes[field, default: [:]][word] = meant
    }
    let profile = KeptProfile(
      name: request.savedProfile, recordType: type.rawValue, header: header.columns.sorted(),
      columns: columns, codes: codes, crs: request.crs, unit: request.unit?.rawValue)
    if isTyped || request.savedProfile != nil { keeping = profile }
  }

  private static func code(_ codes: [String: [String: String]]) -> [String] {
    codes.sorted { $0.key < $1.key }.flatMap { field, words in
      words.sorted { $0.key < $1.key }.map { "\(field):\($0.key)=\($0.value)" }
    }
  }

  private static func pair(
    _ text: String, at mark: Character = "="
  ) -> (String, String)? {
    // A word of a file can hold the mark itself; a field and a code can't.
    var place = mark == "=" ? text.lastIndex(of: mark) : text.firstIndex(of: mark)
    // `field==VALUE` says what rows are that say nothing.
    if mark == "=", let double = text.firstRange(of: "==") { place = double.lowerBound }
    guard let place, place != text.startIndex else { return nil }
    return (String(text[..<place]), String(text[text.index(after: place)...]))
  }
}
