internal import GRDB
public import LandRelease

extension BookReader {
  /// How far the ledger is posted.
  public func ledgerStanding() throws -> LedgerStanding { try LandBook.standing(db) }

  /// The movements that a filter admits, in the order they were posted.
  public func movements(_ filter: MovementFilter = MovementFilter()) throws -> [Movement] {
    var movements: [Movement] = []
    try forEachMovement(filter) { movements.append($0) }
    return movements
  }

  /// Calls the body with one movement after the other, holding one at a time.
  public func forEachMovement(
    _ filter: MovementFilter = MovementFilter(), _ body: (Movement) throws -> Void
  ) throws {
    let (condition, arguments) = filter.condition
    var cursor = try MovementCursor(db, where: condition, arguments)
    while let movement = try cursor.next() { try body(movement) }
  }
}
