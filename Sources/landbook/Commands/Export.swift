public import ArgumentParser
import LandRelease
public import Workflows

/// Writes a table, a layer or a map to a file.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a table, a layer or a map of the state to a file, the format by its ending.",
    discussion: """
      remaining is open ground by class, released is released ground by kind, overlaps is ground \
      released more than once. No record does not mean no hazard: say so wherever the file goes.
      """)

  @Argument(help: "\(ExportFile.Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
  var subject: ExportFile.Subject

  @Argument(help: "The file: .csv, .geojson, .geojsonl, or what the formats reader writes.")
  var file: String

  @OptionGroup var book: BookOptions

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var view: ViewOptions

  @Option(help: "For maps: the state at the end of that day, YYYY-MM-DD.")
  var asOf: DayArgument?

  @Option(help: "For maps: the contamination the state is read for; land is all together.")
  var layer: Layer = .land

  @Option(name: .customLong("by"), help: "For maps: district, to tell ground apart by district.")
  var dimension: MapDimension?

  func validate() throws {
    if subject.map == nil, asOf != nil || layer != .land || dimension != nil {
      throw ValidationError(
        "--as-of, --layer and --by are for maps: remaining, released, overlaps.")
    }
    if subject.map != nil, view.viewpoint != Viewpoint() {
      throw ValidationError("--clock, --known-at and --set are for tables and layers of records.")
    }
  }

  func run() throws {
    let profile = try sharing.sharing
    let opened = try book.openToRead()
    let done: ExportOutcome
    if let map = subject.map {
      done = try ExportMap(opened).run(
        StateMapRequest(map, asOf: asOf?.date, layer: layer, byDistrict: dimension != nil),
        to: file, sharing: profile)
    } else {
      done = try ExportFile(opened).run(subject, to: file, from: view.viewpoint, sharing: profile)
    }
    Talk.say("\(file): \(done.rows) rows of \(subject.rawValue).")
    if !profile.leavesAll { Talk.say("Made for the sharing profile \(profile.name).") }
    if let gap = done.gap { Talk.say(gap) }
  }
}

/// What a map can tell ground apart by.
enum MapDimension: String, CaseIterable, ExpressibleByArgument {
  case district
}

extension ExportFile.Subject: ExpressibleByArgument {}
