/// What a version of a hazard changes at a point.
struct VersionChange {
  var gained: ContaminationTypes = []
  var lost: ContaminationTypes = []
  var stayed: ContaminationTypes = []
  var classChanges = false
  /// A version acts once at a point: late if it loses the point or a type or its class falls.
  var isLate = false
  var isReopening = false

  /// Nothing changes.
  init() {}

  /// - Parameters:
  ///   - now: the types that the version takes up at the point.
  ///   - before: the types that the version before it held there.
  ///   - isEnded: whether it closes the record.
  ///   - classBefore: of the version before, whether it held the point or not.
  ///   - isReopening: whether the point is ground of the record that the version reopens.
  init(
    now: ContaminationTypes, before: ContaminationTypes, isEnded: Bool, hazardClass: HazardClass,
    classBefore: HazardClass, isReopening: Bool
  ) {
    stayed = isEnded ? [] : now.intersection(before)
    gained = now.subtracting(before)
    lost = before.subtracting(stayed)
    classChanges = !stayed.isEmpty && classBefore != hazardClass
    isLate = !lost.isEmpty || (classChanges && hazardClass == .suspected)
    self.isReopening = isReopening
  }
}

extension PointState {
  /// A version of a hazard acts at the point.
  ///
  /// - Parameter isOfHazard: whether a release is of the hazard, by itself or by its task.
  mutating func apply(
    _ change: VersionChange, by hazard: Int32, as hazardClass: HazardClass, isEnded: Bool,
    isOfHazard: (PastRelease) -> Bool
  ) {
    giveUp(change.lost, by: hazard)
    if change.classChanges { changeClass(change.stayed, to: hazardClass, by: hazard) }
    // Naming what it reopens takes ground up also where the version only repeats its polygon.
    let reopened = change.isReopening ? change.stayed.subtracting(held) : []
    let taken = change.gained.union(reopened)
    guard !taken.isEmpty else { return }
    takeUp(taken, as: hazardClass, by: hazard) { !change.isReopening && isOfHazard($0) }
    if isEnded { giveUp(taken, by: hazard) }
  }
}
