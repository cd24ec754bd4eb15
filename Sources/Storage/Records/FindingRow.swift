internal import GRDB
internal import GeometryValues
public import LandRelease

/// A finding as the book keeps it, with what somebody decided about it.
public struct KeptFinding: Hashable, Sendable {
  /// Where a person has left a finding.
  public enum Status: String, CaseIterable, Sendable {
    case open, accepted, fixed
  }

  /// The row in the book.
  public var id: Int64
  /// What was found.
  public var finding: Finding
  /// None for a finding of posting.
  public var batch: Int64?
  /// Where a person has left it.
  public var status: Status
  /// Why a person accepted it or how it was fixed.
  public var reason: String?
  /// Who decided, where it was said.
  public var actor: String?
  /// When it was decided, ISO 8601 in UTC.
  public var decidedAt: String?
}

/// A finding as columns of `finding`.
enum FindingRow {
  static let select = """
    SELECT fid, rule, severity, message, file, layer, row, field, record, remedy, area_effect_cm2,
      batch, status, reason, actor, decided_at, geom
    FROM finding
    """

  static func read(_ row: Row) throws -> KeptFinding {
    var reader = FieldReader(row, table: "finding")
    let id = try reader.integer()
    var finding = Finding(
      rule: try reader.text(), severity: try reader.word(), message: try reader.text(),
      place: Finding.Place(), remedy: "")
    finding.place.file = try reader.optional { try $0.text() }
    finding.place.layer = try reader.optional { try $0.text() }
    finding.place.row = try reader.optional { Int(try $0.integer()) }
    finding.place.field = try reader.optional { try $0.text() }
    finding.place.record = try reader.optional { try $0.text() }
    finding.remedy = try reader.text()
    finding.areaEffect = try reader.area()
    var kept = KeptFinding(
      id: id, finding: finding, batch: try reader.optional { try $0.integer() },
      status: try reader.word(), reason: try reader.optional { try $0.text() })
    kept.actor = try reader.optional { try $0.text() }
    kept.decidedAt = try reader.optional { try $0.text() }
    if let point = try reader.optional({ try $0.geometry() }), case .points(let points) = point {
      kept.finding.place.position = points.first
    }
    return kept
  }
}
