/// How many people an accident hurt, of what is stated and of records of its victims.
///
/// Of killed and of injured, the greater of the two counts: a statement without records is of people
/// all the same, and so are records beyond a statement.
public struct HurtPeople: Hashable, Sendable {
  /// People killed.
  public var killed: Int
  /// People injured.
  public var injured: Int
  /// People of whom it is not recorded whether they were killed or injured.
  public var outcomeUnknown: Int
  /// People that no record of a victim stands for.
  public var withoutRecord: Int

  /// Nobody.
  public static let none = HurtPeople(killed: 0, injured: 0, outcomeUnknown: 0, withoutRecord: 0)

  /// Makes it of its parts.
  public init(killed: Int, injured: Int, outcomeUnknown: Int, withoutRecord: Int) {
    self.killed = killed
    self.injured = injured
    self.outcomeUnknown = outcomeUnknown
    self.withoutRecord = withoutRecord
  }

  /// Of what an accident states and of the outcomes of the victims that name it.
  ///
  /// A victim whose outcome is not known may be one of those stated, so that it counts only where
  /// the statement leaves nobody it could be.
  public init(stated accident: Accident, victims outcomes: [VictimOutcome]) {
    let killedRecords = outcomes.count { $0 == .killed }
    let injuredRecords = outcomes.count { $0 == .injured }
    let unknownRecords = outcomes.count { $0 == .unknown }
    killed = max(accident.killed ?? 0, killedRecords)
    injured = max(accident.injured ?? 0, injuredRecords)
    let unrecorded = killed - killedRecords + injured - injuredRecords
    outcomeUnknown = max(0, unknownRecords - unrecorded)
    withoutRecord = max(0, unrecorded - unknownRecords)
  }

  /// Everybody.
  public var total: Int { killed + injured + outcomeUnknown }

  /// Both together.
  public static func + (left: HurtPeople, right: HurtPeople) -> HurtPeople {
    HurtPeople(
      killed: left.killed + right.killed, injured: left.injured + right.injured,
      outcomeUnknown: left.outcomeUnknown + right.outcomeUnknown,
      withoutRecord: left.withoutRecord + right.withoutRecord)
  }
}
