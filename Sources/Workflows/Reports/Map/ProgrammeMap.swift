import GeometryValues
import LandRelease
import Reporting
import Storage

/// The map of a programme at the end of a day, drawn from the polygons of its records.
///
/// Polygons lie over each other and are not cut: released land lies over the hazards it came from
/// where a release left nothing open, and hazards that took up released land lie on top. What a
/// screen can't show is added up in cells from the ledger. In doubt, ground is drawn as open.
struct ProgrammeMap {
  private static let mostShapes = 2500
  private static let mostCells = 2500
  private static let openStates: [LandState] = [.suspected, .confirmed, .givenUp]

  private let reader: BookReader
  private let day: CalendarDate?
  private let districts: [District]
  private let subjects: MapSubjects
  private let scale: MapScale
  private let restricted: RestrictedRecords
  /// From so many pixels on, records are drawn one by one.
  private let threshold: Double

  /// - Parameter restricted: records of which nothing is drawn.
  /// - Returns: nil where the book has nothing to draw.
  init?(
    _ programme: ProgrammeFigures, on day: CalendarDate?, leavingOut restricted: RestrictedRecords
  ) throws {
    self.day = day
    self.restricted = restricted
    reader = programme.figures.reader
    districts = programme.figures.districts.map(\.content)
    subjects = try MapSubjects(programme, on: day, leavingOut: restricted)
    let boxes = districts.map(\.polygon.envelope)
    let box =
      boxes.isEmpty ? subjects.box : boxes.reduce(into: Envelope()) { $0.add($1) }
    if box.isEmpty { return nil }
    scale = MapScale(box, cellPixels: 2)
    var threshold = 1.0
    let sizes = subjects.subjects.map { [scale] in scale.pixels(of: $0.box) }
    while sizes.count(where: { $0 >= threshold }) > Self.mostShapes { threshold *= 1.5 }
    self.threshold = threshold
  }

  func figure() throws -> MapFigure {
    let large = try drawn()
    let (runs, cellPixels) = try cells(large)
    func shapes(
      _ state: LandState, onTop: Bool, handedOver: Bool = false
    ) -> [MapFigure.Shape] {
      large.filter {
        $0.subject.state == state && $0.subject.isOnTop == onTop
          && $0.subject.isHandedOver == handedOver
      }.map(\.shape)
    }
    let district = MapFigure.Layer(
      .district, title: "Districts",
      shapes: districts.map {
        MapFigure.Shape(scale.simplified($0.polygon), title: "\($0.code) \($0.name)")
      })
    let hazards = Self.openStates.map {
      MapFigure.Layer($0.mapSubject, title: $0.mapTitle, shapes: shapes($0, onTop: false))
    }
    let releases = [LandState.cancelled, .reduced, .cleared].map { state in
      MapFigure.Layer(
        state.mapSubject, title: state.mapTitle,
        shapes: runs.filter { $0.state == state }.map(\.shape) + shapes(state, onTop: true))
    }
    let handedOver = [LandState.cancelled, .reduced, .cleared].map { state in
      var layer = MapFigure.Layer(
        state.mapSubject, title: state.mapTitle + ", handed over",
        shapes: shapes(state, onTop: true, handedOver: true))
      layer.isHandedOver = true
      return layer
    }
    let top = Self.openStates.map { state in
      MapFigure.Layer(
        state.mapSubject, title: state.mapTitle + ", small or open again",
        shapes: shapes(state, onTop: true) + runs.filter { $0.state == state }.map(\.shape))
    }
    var figure = MapFigure(
      title: "Open and released land",
      layers: ([district] + hazards + releases + handedOver + top).filter { !$0.shapes.isEmpty },
      notes: notes(cellPixels))
    if let level = restricted.level { figure.mostSensitive = level }
    return figure
  }

  private typealias Drawn = (subject: MapSubjects.Subject, shape: MapFigure.Shape)

  /// The records that a screen can show by themselves.
  private func drawn() throws -> [Drawn] {
    try subjects.subjects.compactMap { subject in
      guard scale.pixels(of: subject.box) >= threshold,
        let polygon = try reader.polygon(subject.type, version: subject.version)
      else { return nil }
      let simple = scale.simplified(polygon)
      if simple.isEmpty { return nil }
      return (
        subject, MapFigure.Shape(simple, title: "\(subject.type.rawValue) \(subject.key)")
      )
    }
  }

  private func cells(
    _ large: [Drawn]
  ) throws -> (runs: [(state: LandState, shape: MapFigure.Shape)], pixels: Double) {
    var cells = MapCells(scale)
    var unsaid: Set<Int> = []
    let transitions = (0..<Transition.codeCount).map(Transition.init(code:))
    try reader.forEachEntry(MovementFilter(layer: .land, to: day)) { entry in
      guard let transition = transitions[entry.transition], transition.from != transition.to,
        let box = subjects.box(of: entry), scale.pixels(of: box) < threshold
      else { return }
      let versions = entry.isRelease ? restricted.releaseVersions : restricted.hazardVersions
      if versions.contains(entry.storedVersion) { unsaid.insert(scale.cell(of: box)) }
      cells.add(transition, area: entry.area, in: scale.cell(of: box), on: entry.day)
    }
    cells.forget(unsaid)
    for drawn in large where drawn.subject.type == .release {
      cells.release(under: drawn.shape.polygon, box: drawn.subject.box, on: drawn.subject.day)
    }
    let open = large.filter { $0.subject.type == .hazard }.map(\.subject.box)
    var grid = scale
    var runs = cells.runs(leavingOutReleasedUnder: open)
    while runs.count > Self.mostCells {
      grid = MapScale(scale.box, cellPixels: grid.cellPixels * 2)
      cells = cells.coarser(grid)
      runs = cells.runs(leavingOutReleasedUnder: open)
    }
    return (runs, grid.cellPixels)
  }

  private func notes(_ cellPixels: Double) -> [String] {
    let metres = Int((scale.pixel.y * cellPixels * 111_195).rounded())
    return [
      "Drawn from the polygons of the records, one over the other; in doubt ground is drawn as open. Figures come from the ledger, not from this map.",
      "What a screen can't show is added up in squares of \(metres) m from the ledger.",
      StatementBasis.hazardNote, StatementBasis.boundaryNote,
    ]
  }
}

extension LandState {
  fileprivate var mapSubject: MapFigure.Subject {
    switch self {
    case .confirmed: .confirmed
    case .givenUp: .givenUp
    case .cancelled: .cancelled
    case .reduced: .reduced
    case .cleared: .cleared
    case .suspected, .unrecorded: .suspected
    }
  }

  fileprivate var mapTitle: String {
    switch self {
    case .confirmed: "Confirmed hazardous area"
    case .givenUp: "Given up, still open"
    case .cancelled: "Cancelled"
    case .reduced: "Reduced"
    case .cleared: "Cleared"
    case .suspected, .unrecorded: "Suspected hazardous area"
    }
  }
}
