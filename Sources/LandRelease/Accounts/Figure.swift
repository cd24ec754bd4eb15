/// A figure that statements print, by what it counts and the kind of release it is kept apart by.
///
/// One place says which movements, declarations, statements and devices make up which figure, with
/// what sign: the accounts add up by it, and what opens a figure lists by it. The names are the
/// keys of the columns without their unit: `net_cleared`, `closing`, `gross_reduced`.
public struct Figure: Hashable, Sendable {
  /// What is counted.
  public var line: Line
  /// Releases of one kind alone; nil is all, and where nothing is kept apart by kind.
  public var kind: ReleaseKind?

  /// Makes a figure of its parts.
  public init(_ line: Line, _ kind: ReleaseKind? = nil) {
    self.line = line
    self.kind = kind
  }

  /// What figures count.
  public enum Line: String, CaseIterable, Sendable {
    // Of a balance.
    case opening, identified, reopened, contested, revoked, withdrawn, closing
    case confirmed, suspected
    case givenUp = "given_up"
    // Of progress and the bridge.
    case released, outside, net, repeated, gross
    case openAgain = "open_again"
    case surfaceSearch = "surface_search"
    case open, items
    case everRecorded = "ever_recorded"
    // What releases declare.
    case declaredLessMeasured = "declared_less_measured"
    case declaredWithoutPolygon = "declared_without_polygon"
    case measuredUndeclared = "measured_undeclared"
    case corrected
    case wrongUnits = "wrong_units"
    case reported, superseded, unplaced
    case unplacedExcess = "unplaced_excess"
    /// What actors state who have no records.
    case stated
    // The headline: low is net; records adds what has no place; high what is stated.
    case low, records, high

    /// Whether the line is kept apart by the kind of release.
    public var isByKind: Bool {
      switch self {
      case .released, .net, .repeated, .gross, .declaredLessMeasured, .declaredWithoutPolygon,
        .measuredUndeclared, .corrected, .wrongUnits, .reported, .superseded, .unplaced, .stated,
        .low, .records, .high:
        true
      default: false
      }
    }
  }

  /// Which days of a period a figure is made of.
  public enum Span: Hashable, Sendable {
    /// All before the first day; what has no date without a first day.
    case before
    /// From the first day to the last; without a first day, all that has a date.
    case within
    /// All up to the last day, and what has no date.
    case through
  }

  /// Which days of a period the figure's movements are of.
  public var span: Span {
    switch line {
    case .opening: .before
    case .closing, .confirmed, .suspected, .givenUp, .open, .everRecorded: .through
    default: .within
    }
  }
}

extension Figure {
  /// Finds a figure by its name: `closing`, `cleared`, `net_cleared`, `low_cleared`; the ending of
  /// a column's unit is ignored.
  ///
  /// - Returns: nil where no figure is called so.
  public init?(named text: String) {
    let name = text.hasSuffix("_m2") ? String(text.dropLast(3)) : text
    if let line = Line(rawValue: name) {
      self.init(line)
    } else if let kind = ReleaseKind(rawValue: name) {
      self.init(.released, kind)
    } else {
      guard
        let (line, kind) = Self.split(name), line.isByKind, line != .released
      else { return nil }
      self.init(line, kind)
    }
  }

  private static func split(_ name: String) -> (Line, ReleaseKind)? {
    for kind in ReleaseKind.allCases where name.hasSuffix("_" + kind.rawValue) {
      guard let line = Line(rawValue: String(name.dropLast(kind.rawValue.count + 1))) else {
        continue
      }
      return (line, kind)
    }
    return nil
  }

  /// The name that finds the figure.
  public var name: String {
    guard let kind else { return line.rawValue }
    return line == .released ? kind.rawValue : "\(line.rawValue)_\(kind.rawValue)"
  }

  /// All names, those of lines that are kept apart by kind with each kind behind.
  public static var names: [String] {
    Line.allCases.flatMap { line in
      [Figure(line)] + (line.isByKind ? ReleaseKind.allCases.map { Figure(line, $0) } : [])
    }.map(\.name)
  }
}
