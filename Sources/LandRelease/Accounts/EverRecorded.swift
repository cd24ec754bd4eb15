/// Land that was ever recorded as hazardous, as movements tell it.
///
/// Ground counts once a hazard takes it up from unrecorded, and no more once nothing is left of its
/// record. Ground cleared outside any hazard is not counted, also if a hazard takes it up later.
public enum EverRecorded {
  /// What movements add to it.
  public static func change(_ sum: LedgerSum) -> Area {
    if sum.from == .unrecorded && sum.to.isOpen { return sum.area }
    // What was only cleared and falls back was cleared outside: it never counted.
    if sum.to == .unrecorded && sum.from != .unrecorded && sum.from != .cleared { return -sum.area }
    return .zero
  }
}
