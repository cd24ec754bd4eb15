import GeometryValues
import Interchange
import LandRelease

/// Looks at a file as a whole whose first rows lie in no district they should.
struct FilePlacing {
  let source: ImportSource
  let file: String

  /// The rows' judge for the rest of the import, with what the file was found to be.
  ///
  /// - Throws: ``WorkflowError`` of kind `unusable` where another reading fits and is not asked for.
  func settle(_ doubt: PlacesDoubted) throws -> RowPlacing {
    var placing = source.placing
    placing.isSettled = true
    if let datum = doubt.datum {
      placing.fileTrial = datum
      placing.note =
        "Read \(datum.words), by --fix: so it falls on the book's records of the same ids."
      return placing
    }
    guard let trials = placing.trials else { return placing }
    let candidates = try CoordinateSample(source.table, source.context).rows.map { row in
      candidate(row, trials.ground)
    }
    switch judgement(candidates, trials) {
    case .inPlace: break
    case .unexplained: placing.note = unexplained(candidates)
    case .one(let number):
      let trial = trials.trials[number]
      guard placing.fixes.makes(trial.slip) else { throw refusal(trial, candidates, trials) }
      placing.fileTrial = trial
      placing.note =
        "Read \(trial.words), by --fix: so \(share(candidates, trial, trials)) of \(rows(candidates)) tried lie in the districts, as the file states them \(stated(candidates))."
    case .several(let numbers):
      throw refusal(of: numbers.map { trials.trials[$0] }, candidates, trials)
    }
    return placing
  }

  private func judgement(
    _ candidates: [PlaceTrials.Candidate], _ trials: PlaceTrials
  ) -> PlaceJudgement {
    let judgement = trials.judge(candidates, ofWholeFile: true)
    // A reading that is named is chosen among several that fit.
    guard case .several = judgement, case .made(let slips) = source.placing.fixes,
      slips.count < CoordinateSlip.allCases.count
    else { return judgement }
    return trials.judge(candidates, slips: slips, ofWholeFile: true)
  }

  private func candidate(
    _ row: CoordinateSample.Row, _ ground: DistrictGround
  ) -> PlaceTrials.Candidate {
    let districts = row.district.map(ground.names.numbers) ?? []
    let positions = try? source.georeference.bring(row.coordinates).positions
    return PlaceTrials.Candidate(
      coordinates: row.coordinates, districts: districts,
      isInPlace: positions.map { ground.hasInPlace($0, stated: districts) } ?? false)
  }

  private func refusal(
    _ trial: ReferenceTrial, _ candidates: [PlaceTrials.Candidate], _ trials: PlaceTrials
  ) -> WorkflowError {
    WorkflowError(
      .unusable,
      "\(start(candidates)); read \(trial.words), \(share(candidates, trial, trials)) do",
      remedy:
        "If that is right, import it with --fix \(trial.slip.rawValue); if the file is right as it is, with --fix none."
    )
  }

  private func refusal(
    of readings: [ReferenceTrial], _ candidates: [PlaceTrials.Candidate], _ trials: PlaceTrials
  ) -> WorkflowError {
    let lines = readings.prefix(6).map { trial in
      "  \(trial.command)  \(share(candidates, trial, trials)), read \(trial.words)"
    }
    return WorkflowError(
      .unusable,
      "\(start(candidates)), and several readings put them there",
      remedy: "Say which is right, or --fix none if the file is right as it is:",
      choices: Array(lines))
  }

  private func share(
    _ candidates: [PlaceTrials.Candidate], _ trial: ReferenceTrial, _ trials: PlaceTrials
  ) -> String {
    let placed = trials.count(candidates, trial)
    return placed == candidates.count ? "all" : "\(placed)"
  }

  private func start(_ candidates: [PlaceTrials.Candidate]) -> String {
    let isOne = candidates.count(where: \.isInPlace) < 2
    return
      "\(file) does not lie where it should: of \(rows(candidates)) tried \(stated(candidates)) \(isOne ? "lies" : "lie") in the districts of the book as the file states them"
  }

  private func rows(_ candidates: [PlaceTrials.Candidate]) -> String {
    candidates.count == 1 ? "1 row" : "\(candidates.count) rows"
  }

  private func stated(_ candidates: [PlaceTrials.Candidate]) -> String {
    let placed = candidates.count(where: \.isInPlace)
    return placed == 0 ? "none" : "\(placed)"
  }

  private func unexplained(_ candidates: [PlaceTrials.Candidate]) -> String {
    let placed = candidates.count(where: \.isInPlace)
    return
      "Of \(rows(candidates)) tried \(placed == 0 ? "none lies" : "\(placed) lie") in the districts of the book, and no usual reading of their coordinates puts them there."
  }
}
