internal import GRDB
internal import LandRelease

/// Makes movements of ledger rows; what repeats from row to row is looked up once.
struct MovementWords {
  private let districts: [String]
  private let hazardKey: RawStatement
  private let releaseKey: RawStatement
  private var event: Int64?
  private var reference: EventReference
  private var date: CalendarDate?

  init(_ legend: LedgerLegend, _ db: Database) throws {
    districts = legend.districts
    hazardKey = try RawStatement(
      db, "SELECT organisation, id FROM hazard_version WHERE fid = ?")
    releaseKey = try RawStatement(
      db, "SELECT organisation, id FROM release_version WHERE fid = ?")
    reference = EventReference(
      type: .hazard, key: RecordKey(id: ""), version: 0, storedVersion: 0)
  }

  /// - Returns: the movement in the layer `land`, which the caller replaces.
  mutating func movement(_ row: LedgerRow) throws -> Movement {
    if row.event != event { try turn(to: row) }
    guard let transition = Transition(code: row.transition),
      districts.indices.contains(row.district)
    else {
      throw BookError.damaged(
        "event \(row.event) of the ledger names a transition or district that is not there")
    }
    return Movement(
      event: reference, date: date, district: districts[row.district], layer: .land,
      from: transition.from, to: transition.to, cause: transition.cause, again: transition.again,
      isInside: transition.isInside, area: Area(squareCentimetres: row.area))
  }

  private mutating func turn(to row: LedgerRow) throws {
    reference = EventReference(
      type: row.isRelease ? .release : .hazard,
      key: try key(ofRelease: row.isRelease, row.storedVersion), version: Int(row.version),
      storedVersion: row.storedVersion)
    date = row.day == PostedEvent.undated ? nil : CalendarDate(dayNumber: Int(row.day))
    event = row.event
  }

  /// The key of a stored version.
  func key(ofRelease isRelease: Bool, _ storedVersion: Int64) throws -> RecordKey {
    let select = isRelease ? releaseKey : hazardKey
    select.bind(1, storedVersion)
    guard try select.next(), let organisation = select.text(0), let id = select.text(1) else {
      throw BookError.damaged(
        "the ledger names \(isRelease ? "release" : "hazard")_version \(storedVersion), which is not there"
      )
    }
    select.reset()
    return RecordKey(organisation: organisation, id: id)
  }
}
