import GeometryEngine
import GeometryValues
import Interchange
import LandRelease

/// Says that a file seems to lie elsewhere as a whole, so that all of it has to be looked at.
struct PlacesDoubted: Error {
  /// A reading that other records of the book speak for, where districts are too coarse to tell.
  var datum: ReferenceTrial?
}

/// Questions where the rows of one file lie, and corrects them where that was asked for.
struct RowPlacing {
  /// So many rows out of place and hardly one in place: the file is doubted as a whole.
  private static let doubtedAfter = 64
  /// After so many rows that no reading helps, no more are tried.
  private static let patience = 2_000

  let trials: PlaceTrials?
  let fixes: CoordinateFixes
  private let transforms: TrialTransforms
  private let cells: InnerCells?
  private let home: Envelope?
  /// The reading that puts the whole file in place, where it is corrected.
  var fileTrial: ReferenceTrial?
  /// Whether the file was looked at as a whole.
  var isSettled = false
  /// What the person should know of the file as a whole.
  var note: String?
  /// How many rows were corrected, by the words of the reading.
  private(set) var corrected: [String: Int] = [:]
  private var seen = 0
  private var inPlace = 0
  private var unexplained = 0

  init(_ trials: PlaceTrials?, _ fixes: CoordinateFixes) {
    self.trials = trials
    self.fixes = fixes
    transforms = trials?.transforms ?? TrialTransforms()
    cells = trials.map { $0.ground.innerCells }
    home = trials?.ground.envelope.grown(byMetres: 50_000)
  }

  /// What is to be done with a row.
  enum Answer {
    case asStated
    /// Kept as it stands, with a finding or, where it is refused, with this remedy.
    case questioned(Question)
    case corrected(ReferenceTrial)
  }

  /// Why a row is doubted: one reading that fits, or several.
  struct Question {
    var readings: [ReferenceTrial]
    var district: String?
  }

  /// Whether a row lies where it should as it stands.
  ///
  /// Without districts only nought is no place.
  /// - Throws: ``PlacesDoubted`` once, where the file as a whole seems out of place.
  mutating func isInPlace(
    _ positions: [Position], districts: [Int]
  ) throws(PlacesDoubted) -> Bool {
    guard let trials else { return !positions.allSatisfy { $0.x == 0 && $0.y == 0 } }
    let isInPlace = trials.ground.hasInPlace(positions, stated: districts)
    try count(isInPlace)
    return isInPlace
  }

  /// Whether a row that begins at a position surely lies where it should: most do, and a look at a
  /// cell of a grid tells.
  mutating func isSurelyInPlace(
    _ start: Position?, districts: [Int]
  ) throws(PlacesDoubted) -> Bool {
    guard fileTrial == nil, let start, let cells,
      let district = cells.district(at: start), districts.isEmpty || districts.contains(district)
    else { return false }
    try count(true)
    return true
  }

  /// Counts a row that no place on Earth has as it stands.
  mutating func noteNowhere() throws(PlacesDoubted) {
    if trials != nil { try count(false) }
  }

  /// What is to be done with a row.
  ///
  /// - Parameters:
  ///   - raw: some vertices as the row has them.
  ///   - districts: those that the row can name.
  mutating func judge(raw: [Double], isInPlace: Bool, districts: [Int]) -> Answer {
    if let fileTrial, fileTrial.slip == .datum { return correct(fileTrial) }
    guard let trials, !raw.isEmpty else { return .asStated }
    let candidate = PlaceTrials.Candidate(
      coordinates: raw, districts: districts, isInPlace: isInPlace)
    if let fileTrial, trials.count([candidate], fileTrial) == 1 {
      return correct(fileTrial)
    }
    guard !isInPlace, fixes != .never, unexplained < Self.patience else { return .asStated }
    return answer(candidate, trials)
  }

  /// - Throws: ``PlacesDoubted`` where, at the end of a short file, hardly a row is in place.
  func finish() throws(PlacesDoubted) {
    if !isSettled, trials != nil, fixes != .never, seen > 0, seen < Self.doubtedAfter,
      inPlace * 10 <= seen
    {
      throw PlacesDoubted()
    }
  }

  private mutating func count(_ isInPlace: Bool) throws(PlacesDoubted) {
    seen += 1
    if isInPlace { inPlace += 1 }
    if !isSettled, fixes != .never, seen == Self.doubtedAfter, inPlace * 10 <= seen {
      throw PlacesDoubted()
    }
  }

  /// Where a reading puts coordinates; nil where that is no place on Earth.
  func positions(_ coordinates: [Double], _ trial: ReferenceTrial) -> [Double]? {
    transforms.positions(coordinates, trial)
  }

  /// How the coordinates of a file that is read in another way come to WGS 84.
  var operation: String? { fileTrial.map(transforms.operation) }

  /// Counts a row that was corrected, under the words of how.
  mutating func noteCorrected(_ words: String) {
    corrected[words, default: 0] += 1
  }

  /// Whether a box reaches far out of the country.
  func reachesFar(_ box: Envelope) -> Bool {
    guard let home else { return false }
    return box.minX < home.minX || box.minY < home.minY || box.maxX > home.maxX
      || box.maxY > home.maxY
  }

  private mutating func correct(_ trial: ReferenceTrial) -> Answer {
    noteCorrected(trial.words)
    return .corrected(trial)
  }

  private mutating func answer(
    _ candidate: PlaceTrials.Candidate, _ trials: PlaceTrials
  ) -> Answer {
    var judgement = trials.judge([candidate])
    // A reading that is named is chosen among several that fit.
    if case .several = judgement, case .made(let slips) = fixes,
      slips.count < CoordinateSlip.allCases.count
    {
      judgement = trials.judge([candidate], slips: slips)
    }
    switch judgement {
    case .inPlace: return .asStated
    case .unexplained:
      unexplained += 1
      return .asStated
    case .one(let number):
      let trial = trials.trials[number]
      if fixes.makes(trial.slip) { return correct(trial) }
      return .questioned(question([number], candidate, trials))
    case .several(let numbers): return .questioned(question(numbers, candidate, trials))
    }
  }

  private func question(
    _ numbers: [Int], _ candidate: PlaceTrials.Candidate, _ trials: PlaceTrials
  ) -> Question {
    let readings = numbers.map { trials.trials[$0] }
    let moved = readings.first.flatMap { trials.positions(candidate.coordinates, $0) }
    let district = moved?.positions.lazy.compactMap { trials.ground.code(at: $0) }.first
    return Question(readings: readings, district: district)
  }
}
