internal import Foundation
public import GeometryValues

/// Stations reached from others by bearing and distance, and by how much the legs miss.
///
/// A leg is the geodesic that leaves its first station at the bearing, brought to true north
/// there: by the declination for magnetic bearings, by the convergence for those of a grid.
/// Positions are longitude and latitude on WGS 84, distances metres on the ellipsoid.
public struct Traverse {
  /// What a bearing is counted from.
  public enum North {
    case trueNorth
    /// Degrees that magnetic north lies east of true north.
    case magnetic(declination: Double)
    case grid(GridNorth)
  }

  /// The way to a station.
  public struct Leg {
    /// The station it begins at.
    public var from: Int
    /// Degrees clockwise from its north.
    public var bearing: Double
    /// What the bearing is counted from.
    public var north: North
    /// Metres.
    public var distance: Double

    /// Makes a leg from another station.
    public init(from: Int, bearing: Double, north: North, distance: Double) {
      self.from = from
      self.bearing = bearing
      self.north = north
      self.distance = distance
    }
  }

  /// A point with a place, a leg that leads to it, or both.
  public struct Station {
    /// Where it is known to be, whatever its leg says.
    public var place: Position?
    /// The leg that leads to it.
    public var leg: Leg?
    /// The station it comes back to; its place is then that station's.
    public var closes: Int?

    /// Makes a station of what is known of it.
    public init(place: Position? = nil, leg: Leg? = nil, closes: Int? = nil) {
      self.place = place
      self.leg = leg
      self.closes = closes
    }
  }

  /// By how much legs miss a station whose place is known otherwise.
  public struct Misclosure: Hashable, Sendable {
    /// The station the legs lead to.
    public var station: Int
    /// How far east of its place they end, metres.
    public var east: Double
    /// How far north of its place they end, metres.
    public var north: Double
    /// The legs since the last known place, metres.
    public var run: Double
    /// The stations of the run, in their order, this one last.
    public var stations: [Int]

    /// How far from its place they end, metres.
    public var length: Double { (east * east + north * north).squareRoot() }
    /// The n of 1:n, the run over the misclosure; infinite where nothing is missed.
    public var ratio: Double { length > 0 ? run / length : .infinity }
  }

  /// The stations, in any order.
  public var stations: [Station]

  /// Makes a traverse of its stations.
  public init(_ stations: [Station]) {
    self.stations = stations
  }

  /// Where each station is; nil for those that nothing with a place leads to.
  ///
  /// A station that comes back to another is where its own leg leads.
  public func positions() -> [Position?] {
    var found = stations.map(\.place)
    var waiting = stations.indices.filter { found[$0] == nil && stations[$0].leg != nil }
    while !waiting.isEmpty {
      var left: [Int] = []
      for index in waiting {
        found[index] = stations[index].leg.flatMap { end(of: $0, found) }
        if found[index] == nil { left.append(index) }
      }
      guard left.count < waiting.count else { break }
      waiting = left
    }
    return found
  }

  /// Where a leg ends; nil where its start is not known.
  private func end(of leg: Leg, _ positions: [Position?]) -> Position? {
    guard stations.indices.contains(leg.from), let start = positions[leg.from] else { return nil }
    guard let azimuth = azimuth(of: leg, at: start) else { return nil }
    return Geodesic.point(from: start, azimuth: azimuth, distance: leg.distance)
  }

  private func azimuth(of leg: Leg, at start: Position) -> Double? {
    switch leg.north {
    case .trueNorth: leg.bearing
    case .magnetic(let declination): leg.bearing + declination
    case .grid(let grid): grid.convergence(at: start).map { leg.bearing + $0 }
    }
  }

  /// By how much legs miss the stations that have a place too, or come back to another.
  public func misclosures() -> [Misclosure] {
    let positions = positions()
    return stations.indices.compactMap { index in
      guard let leg = stations[index].leg, let reached = end(of: leg, positions),
        let wanted = stations[index].place ?? stations[index].closes.flatMap({ positions[$0] })
      else { return nil }
      let line = Geodesic.line(from: wanted, to: reached)
      let azimuth = line.azimuth * WGS84.radiansPerDegree
      let run = run(to: index)
      return Misclosure(
        station: index, east: line.distance * sin(azimuth), north: line.distance * cos(azimuth),
        run: run.map(\.length).reduce(0, +), stations: run.map(\.station))
    }
  }

  /// The stations whose legs lead to one since the last with a place, that one last.
  private func run(to station: Int) -> [(station: Int, length: Double)] {
    var run: [(station: Int, length: Double)] = []
    var next = station
    while run.count <= stations.count, let leg = stations[next].leg {
      run.append((next, leg.distance))
      next = leg.from
      if stations[next].place != nil || next == stations[station].closes { break }
    }
    return run.reversed()
  }

  /// The traverse with every misclosure taken up by the stations of its run, each in proportion to
  /// the legs before it.
  ///
  /// Source: the compass rule of N. Bowditch (1808), which is the least-squares solution where
  /// errors of bearing and of distance have the same size and grow with the root of the distance.
  public func adjusted() -> Traverse {
    let positions = positions()
    var adjusted = self
    for misclosure in misclosures() where misclosure.length > 0 {
      let azimuth =
        atan2(-misclosure.east, -misclosure.north) / WGS84.radiansPerDegree
      var gone = 0.0
      for (station, length) in run(to: misclosure.station) {
        gone += length
        guard station != misclosure.station, adjusted.stations[station].place == nil,
          let position = positions[station]
        else { continue }
        adjusted.stations[station].place = Geodesic.point(
          from: position, azimuth: azimuth,
          distance: misclosure.length * gone / misclosure.run)
      }
    }
    return adjusted
  }
}
