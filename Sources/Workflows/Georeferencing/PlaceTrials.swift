import GeometryEngine
import GeometryValues
import Interchange
import LandRelease

/// Tries readings of coordinates against the districts of a book.
struct PlaceTrials {
  let ground: DistrictGround
  let trials: [ReferenceTrial]
  let transforms = TrialTransforms()

  init(_ ground: DistrictGround, _ stated: Interchange.CoordinateReference, isGeographic: Bool) {
    self.init(
      ground, TrialList.of(stated, isGeographic: isGeographic, ground: ground.envelope))
  }

  init(_ ground: DistrictGround, _ trials: [ReferenceTrial]) {
    self.ground = ground
    self.trials = trials
  }

  /// One record of a file, as its coordinates stand there.
  struct Candidate {
    /// Some of its vertices.
    var coordinates: [Double]
    /// The districts that it can name.
    var districts: [Int]
    /// Whether it lies in place as it stands.
    var isInPlace: Bool
  }

  /// Judges the readings over some records; only slips in `slips` count.
  ///
  /// All rows of a file seldom lose a digit each, so for a whole file that reading comes after the
  /// others.
  func judge(
    _ candidates: [Candidate], slips: Set<CoordinateSlip> = Set(CoordinateSlip.allCases),
    ofWholeFile isWhole: Bool = false
  ) -> PlaceJudgement {
    let scores = trials.map { trial in
      PlaceJudgement.Score(
        placed: slips.contains(trial.slip) ? count(candidates, trial) : 0,
        rank: trial.rank + (isWhole && trial.slip == .digits ? 1 : 0))
    }
    return PlaceJudgement.of(
      records: candidates.count, placedAsStated: candidates.count(where: \.isInPlace),
      trials: scores)
  }

  /// How many of some records a reading puts in place.
  func count(_ candidates: [Candidate], _ trial: ReferenceTrial) -> Int {
    candidates.count { places($0, trial) }
  }

  /// Where a reading puts coordinates; nil where that is no place on Earth.
  func positions(_ coordinates: [Double], _ trial: ReferenceTrial) -> [Double]? {
    transforms.positions(coordinates, trial)
  }

  private func places(_ candidate: Candidate, _ trial: ReferenceTrial) -> Bool {
    guard let moved = transforms.positions(candidate.coordinates, trial) else { return false }
    return ground.holds(moved.positions, stated: candidate.districts)
  }
}
