public import ArgumentParser
public import Workflows

/// What is said of the bearings and distances between turning points.
struct LegOptions: ParsableArguments {
  @Option(help: "What bearings are counted from, if no column says: true, magnetic or grid.")
  var north: String?

  @Option(
    help: "Degrees that magnetic north lies east of true north, if no column says: 6.5, 6°30'E.")
  var declination: String?

  @Option(
    help: "The unit of bearings, if no column says: deg, gon, mils (6400), mils6000 (default: deg)."
  )
  var bearingUnit: String?

  @Option(help: "What becomes of a misclosure: none, or bowditch (in proportion to the legs).")
  var adjust: LegRequest.Adjustment = .none

  var request: LegRequest {
    var request = LegRequest()
    request.north = north
    request.declination = declination
    request.bearingUnit = bearingUnit
    request.adjustment = adjust
    return request
  }
}

extension LegRequest.Adjustment: ExpressibleByArgument {}
