import GeometryEngine
import GeometryValues
import LandRelease
import Reporting
import Storage

extension Publication {
  static let completion = Publication(
    statement: .completion, title: "Completion report and handover certificate of one task",
    audience: "operators, quality officers, land owners", period: .any,
    layerRefusal: "a task is of all contamination together", isOfTask: true,
    making: .ofFigures { request, programme in
      CompletionStatement.report(
        try CompletionFigures(programme, task: request.task ?? "", until: request.period.to),
        basis: programme.figures.basis(request.period))
    })
}

extension CompletionFigures {
  /// Reads a task with its releases, hazards, border and devices from a book.
  ///
  /// - Parameter day: up to which releases count; nil is all there are.
  init(_ programme: ProgrammeFigures, task name: String, until day: CalendarDate?) throws {
    self.init(task: try programme.task(named: name))
    let period = Period(to: day)
    let stored = try programme.releases(of: task).filter { period.counts($0.content.date) }
    let places = try programme.places()
    let released = Dictionary(
      try programme.figures.actingReleases(period).map { ($0.key, $0.released) },
      uniquingKeysWith: { first, _ in first })
    releases = stored.map { stored in
      CompletedRelease(
        content: stored.content, district: places.district(of: stored),
        measured: stored.measuredArea, released: released[stored.content.key] ?? .zero)
    }
    hazards = try programme.hazards(of: task, releases: stored, at: day)
    points = try stored.filter { $0.content.review == .accepted }.flatMap { stored in
      try programme.border(of: stored)
    }
    devices = try programme.devices(of: task, releases: stored)
    let links = EnvironmentLinks(try programme.figures.reader.environmentChecks().map(\.content))
    // A check of the task is of all its releases, and counts once.
    environment = stored.flatMap { links.checks(of: $0.content.key, task: task.key.id) }
      .reduce(into: []) { checks, check in
        if !checks.contains(check) { checks.append(check) }
      }
  }
}

extension ProgrammeFigures {
  /// - Throws: ``WorkflowError`` of kind `usage` where no task, or more than one, has that name.
  func task(named name: String) throws -> LandTask {
    let all = try tasks()
    let found = all.filter { "\($0.key)" == name }
    let tasks = found.isEmpty ? all.filter { $0.key.id == name } : found
    if tasks.count == 1 { return tasks[0] }
    throw WorkflowError(
      .usage,
      tasks.isEmpty ? "the book has no task \"\(name)\"" : "several tasks are called \"\(name)\"",
      remedy: tasks.isEmpty
        ? "Check the id, or import the tasks."
        : "Name the organisation too: \(tasks.map { "\($0.key)" }.joined(separator: ", ")).")
  }

  /// Whether a record of an organisation that names a task means this one: its own
  /// organisation's, else the only one with that id.
  private func isMeant(_ task: LandTask, by organisation: String, naming id: String) throws -> Bool
  {
    guard id == task.key.id else { return false }
    if organisation == task.key.organisation { return true }
    return try tasks().count { $0.key.id == id } == 1
  }

  /// The contents that count of a task's releases, in order of date.
  fileprivate func releases(of task: LandTask) throws -> [Stored<Release>] {
    try records().releases.filter { stored in
      guard let name = stored.content.task else { return false }
      return try isMeant(task, by: stored.content.key.organisation, naming: name)
    }.sorted {
      ($0.content.date?.dayNumber ?? 0, $0.content.key)
        < ($1.content.date?.dayNumber ?? 0, $1.content.key)
    }
  }

  /// The turning points of a release, which are read only where they are shown.
  fileprivate func border(of release: Stored<Release>) throws -> [BorderPoint] {
    try figures.reader.releases(of: release.content.key)
      .filter { $0.version == release.version }.flatMap(BorderPoint.border)
  }

  /// The hazards that a task or its releases name, and what of them is open.
  fileprivate func hazards(
    of task: LandTask, releases: [Stored<Release>], at day: CalendarDate?
  ) throws -> [CompletionHazard] {
    let standing = try records().hazards
    let links = LinkedHazards(standing)
    let named =
      task.hazards.map { ($0, task.key.organisation) }
      + releases.flatMap { stored in
        stored.content.hazards.map { ($0, stored.content.key.organisation) }
      }
    let keys = Set(named.compactMap { links.key(of: $0.0, from: $0.1) })
    let open = Dictionary(
      try openHazards(at: day).held(in: .land).map { ($0.key, $0.area) },
      uniquingKeysWith: { first, _ in first })
    return standing.filter { keys.contains($0.content.key) }.map { stored in
      CompletionHazard(
        key: stored.content.key, hazardClass: stored.content.hazardClass,
        contamination: stored.content.contamination, measured: stored.measuredArea,
        open: open[stored.content.key])
    }
  }

  /// The devices found under a task or one of its releases, each once.
  fileprivate func devices(
    of task: LandTask, releases: [Stored<Release>]
  ) throws -> [MineLine] {
    let (places, all) = (try places(), try releaseByVersion())
    let versions = Set(releases.map(\.version))
    return MineLine.lines(
      try records().devices.filter { device in
        if let release = device.release { return versions.contains(release) }
        guard let named = device.task else { return false }
        return try isMeant(task, by: named.organisation, naming: named.id)
      }
    ) { places.district(of: $0, releases: all) }
  }
}

extension BorderPoint {
  /// The vertices of a release's polygon, each with the way to the next.
  static func border(_ stored: Stored<Release>) -> [BorderPoint] {
    guard let ground = stored.content.polygon else { return [] }
    return (0..<ground.polygonCount).flatMap { polygon in
      let rings = ground.rings(ofPolygon: polygon)
      return rings.flatMap { ring in
        let isHole = ring > rings.lowerBound
        let vertices = ground.vertices(ofRing: ring)
        return zip(vertices, vertices.dropFirst()).map { index, next in
          let (here, there) = (ground.vertex(index), ground.vertex(next))
          let way = Geodesic.line(from: here, to: there)
          let number = index - vertices.lowerBound + 1
          return BorderPoint(
            release: stored.content.key,
            number: ground.ringCount == 1
              ? "\(number)" : "\(polygon + 1).\(ring - rings.lowerBound + 1).\(number)",
            type: isHole ? "point of a hole" : number == 1 ? "start point" : "turning point",
            longitude: here.x, latitude: here.y, bearing: way.azimuth, distance: way.distance)
        }
      }
    }
  }
}
