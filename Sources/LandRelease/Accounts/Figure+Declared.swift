extension Figure {
  /// What a release's declaration adds to the figure, with its sign; zero where it is no part of it.
  public func part(of entry: DeclaredRelease) -> Area {
    guard kind == nil || kind == entry.kind else { return .zero }
    switch line {
    case .declaredLessMeasured: return Self.lessMeasured(entry)
    case .declaredWithoutPolygon: return Self.withoutPolygon(entry)
    case .measuredUndeclared: return Self.undeclared(entry)
    case .corrected: return Self.corrected(entry)
    case .wrongUnits: return Self.wrongUnits(entry)
    case .reported: return Self.corrected(entry) + Self.wrongUnits(entry)
    case .superseded: return entry.isSuperseded ? entry.reported?.asTyped ?? .zero : .zero
    case .unplaced, .records, .high: return entry.unplaced
    case .unplacedExcess: return entry.unplacedExcess
    default: return .zero
    }
  }

  /// Whether what releases declare can be part of the figure.
  public var countsDeclared: Bool {
    switch line {
    case .declaredLessMeasured, .declaredWithoutPolygon, .measuredUndeclared, .corrected,
      .wrongUnits, .reported, .superseded, .unplaced, .unplacedExcess, .records, .high:
      true
    default: false
    }
  }

  /// Whether movements can be part of the figure.
  public var countsMovements: Bool {
    switch line {
    case .declaredLessMeasured, .declaredWithoutPolygon, .measuredUndeclared, .wrongUnits,
      .superseded, .unplaced, .unplacedExcess, .stated, .items:
      false
    default: true
    }
  }

  /// Whether what actors state without records is part of the figure.
  public var countsStatements: Bool { line == .high || line == .stated }

  private static func lessMeasured(_ entry: DeclaredRelease) -> Area {
    guard let reported = entry.reported, let measured = entry.measured else { return .zero }
    return reported.unitCorrected - measured
  }

  private static func withoutPolygon(_ entry: DeclaredRelease) -> Area {
    entry.measured == nil ? entry.reported?.unitCorrected ?? .zero : .zero
  }

  private static func undeclared(_ entry: DeclaredRelease) -> Area {
    entry.reported == nil ? -(entry.measured ?? .zero) : .zero
  }

  /// What brings the gross to the reported area with its units corrected.
  private static func corrected(_ entry: DeclaredRelease) -> Area {
    lessMeasured(entry) + withoutPolygon(entry) + undeclared(entry)
  }

  private static func wrongUnits(_ entry: DeclaredRelease) -> Area {
    entry.reported.map { $0.asTyped - $0.unitCorrected } ?? .zero
  }
}
