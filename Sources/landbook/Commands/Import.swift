public import ArgumentParser
import LandRelease
public import Workflows

/// Takes a file into the book.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a file of districts, records or claims into the book.",
    discussion: """
      The same file twice changes nothing. A row that can't be used is refused with its reason \
      and written to a rejects file, while the rest goes in; --strict takes all rows or none.
      """)

  @Argument(help: "\(ImportRequest.Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
  var subject: ImportRequest.Subject

  @Argument(help: "The file.")
  var file: String

  @OptionGroup var book: BookOptions

  @Option(help: "The layer or sheet, where the file has several.")
  var layer: String?

  @Option(
    help: "The coordinate reference, such as EPSG:32638, if the file names none or a wrong one.")
  var crs: String?

  @Option(help: "field=column: read a field from that column. Can be repeated.")
  var map: [String] = []

  @Option(help: "The unit of reported areas for which the file names none: ha, m2 or km2.")
  var unit: AreaUnit?

  @Option(name: .customLong("set"), help: "The boundary set that districts belong to.")
  var boundarySet = "districts"

  @Flag(help: "Say what would happen and change nothing.")
  var dryRun = false

  @Flag(help: "Take all rows or none.")
  var strict = false

  @Flag(help: "Put invalid polygons right and keep the originals.")
  var repair = false

  @Option(help: "Where refused rows are written (default: FILE.rejects.csv).")
  var rejects: String?

  @Flag(inversion: .prefixedNo, help: "Bring the ledger up to date afterwards.")
  var post = true

  func run() throws {
    var request = ImportRequest(subject: subject, file: file)
    request.layer = layer
    request.crs = crs
    request.map = map
    request.unit = unit
    request.boundarySet = boundarySet
    request.isDryRun = dryRun
    request.isStrict = strict
    request.repairs = repair
    request.rejects = rejects
    let opened = try book.open(for: .writing)
    var importing = ImportRecords(request, into: opened)
    let outcome = try importing.run()
    ImportTalk.tell(outcome, subject: subject.rawValue, file: file)
    if outcome.isUnusable { throw ExitCode.unusable }
    if post, !dryRun, outcome.batch != nil, subject.movesLand {
      let posted = try PostLedger(opened).run()
      Talk.say(
        "Posted \(posted.events) events as \(posted.movements) movements, with \(posted.findings.count) findings."
      )
      if !posted.findings.isEmpty { Talk.say("See them with landbook check.") }
    }
    if outcome.refused > 0 { throw ExitCode.findings }
  }
}

extension ImportRequest.Subject: ExpressibleByArgument {}

extension ImportRequest.Subject {
  /// Whether the ledger can change by it.
  var movesLand: Bool {
    switch self {
    case .districts, .hazards, .releases, .records, .tasks: true
    case .devices, .victims, .minefieldRecords, .statements, .claims: false
    }
  }
}
