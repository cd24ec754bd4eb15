public import GeometryValues

/// Something a person should look at: what, where, why it matters and what to do.
public struct Finding: Hashable, Sendable {
  /// What follows if nobody looks.
  public enum Severity: String, CaseIterable, Sendable, Codable, Comparable {
    /// A figure or a map can be wrong.
    case error
    /// A figure rests on an assumption that somebody should confirm.
    case warning
    /// Nothing moves; worth knowing.
    case note

    /// Whether the left severity weighs more, so that a sorted list begins with errors.
    public static func < (left: Severity, right: Severity) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// Where the finding is, as far as it is known.
  public struct Place: Hashable, Sendable {
    /// The file's name without its folders; nil for findings of the ledger.
    public var file: String?
    /// The layer in a file that holds several.
    public var layer: String?
    /// The data row, counted from 1; the header is not counted.
    public var row: Int?
    /// The column as the file names it.
    public var field: String?
    /// The record, as `hazard ID` or `release ORG/ID`.
    public var record: String?
    /// Longitude and latitude on WGS 84, for the map; nil where the finding is nowhere.
    public var position: Position?

    /// Makes a place of what is known; nothing need be.
    public init(
      file: String? = nil, layer: String? = nil, row: Int? = nil, field: String? = nil,
      record: String? = nil, position: Position? = nil
    ) {
      self.file = file
      self.layer = layer
      self.row = row
      self.field = field
      self.record = record
      self.position = position
    }
  }

  /// The permanent code of the rule, such as `LR07`.
  public var rule: String
  /// What follows if nobody looks; it comes from the rule.
  public var severity: Severity
  /// What is the case, with the values in question, as a sentence without its full stop.
  public var message: String
  /// Where to look.
  public var place: Place
  /// What to do about it, as a sentence that begins with a verb.
  public var remedy: String
  /// How much ground the finding moves or puts in question, where that is known.
  public var areaEffect: Area?

  /// Makes a finding; without an area effect it is not known, which is not the same as none.
  public init(
    rule: String, severity: Severity, message: String, place: Place, remedy: String,
    areaEffect: Area? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.place = place
    self.remedy = remedy
    self.areaEffect = areaEffect
  }
}
