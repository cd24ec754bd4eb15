public import ArgumentParser
public import LandRelease
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
    help:
      "How the characters of a text file are written, such as windows-1251 (default: UTF-8, or as its mark says)."
  )
  var encoding: String?

  @Option(
    help: "The coordinate reference, such as EPSG:32638, if the file names none or a wrong one.")
  var crs: String?

  @Option(
    help:
      "field=column: read a field from that column; field==VALUE: what rows are that say nothing. Can be repeated."
  )
  var map: [String] = []

  @Option(help: "field:word=code: take a word of the file for that code. Can be repeated.")
  var code: [String] = []

  @Option(help: "Read columns and codes by that profile: see landbook profile.")
  var profile: String?

  @Option(help: "Keep what --map, --code, --crs and --unit say as a profile of that name.")
  var saveProfile: String?

  @Flag(help: "Don't read columns as a file with the same columns was read before.")
  var noProfile = false

  @Option(
    defaultAsFlag: CoordinateFixes.made(Set(CoordinateSlip.allCases)),
    help: ArgumentHelp(
      """
      Correct coordinates where one other reading puts them in place: all, none, or any of \
      \(CoordinateSlip.allCases.map(\.rawValue).joined(separator: ",")) (default: propose).
      """, valueName: "slips"))
  var fix: CoordinateFixes?

  @Option(help: "The unit of reported areas for which the file names none: ha, m2 or km2.")
  var unit: AreaUnit?

  @Option(help: "Which comes first in dates such as 03/04/2020: dmy or mdy.")
  var dates: ImportRequest.DateOrder?

  @Option(help: "What parts the whole from its fraction in numbers such as 1,234: comma or point.")
  var decimals: ImportRequest.DecimalMark?

  @OptionGroup(title: "Turning points with bearings and distances") var legs: LegOptions

  @Option(name: .customLong("set"), help: "The boundary set that districts belong to.")
  var boundarySet = "districts"

  @Flag(help: "Say what would happen and change nothing.")
  var dryRun = false

  @Flag(help: "Take all rows or none.")
  var strict = false

  @Flag(help: "Put invalid polygons right and keep the originals.")
  var repair = false

  @Option(help: "Where refused rows are written (default: a new file in the folder rejects).")
  var rejects: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Make a backup before a large file (default: unless $LANDBOOK_BACKUP is no).")
  var backup: Bool?

  @Flag(inversion: .prefixedNo, help: "Bring the ledger up to date afterwards.")
  var post = true

  @OptionGroup var watching: WatchOptions

  func run() throws {
    var request = ImportRequest(subject: subject, file: file)
    request.layer = layer
    request.encoding = encoding
    request.crs = crs
    request.dates = dates
    request.decimals = decimals
    request.map = map
    request.code = code
    request.fixes = fix ?? .proposed
    request.unit = unit
    request.profile = profile
    request.savedProfile = saveProfile
    request.usesEarlierMapping = !noProfile
    request.boundarySet = boundarySet
    request.isDryRun = dryRun
    request.isStrict = strict
    request.repairs = repair
    request.rejects = rejects
    request.actor = Person.name
    request.legs = legs.request
    if backup ?? ImportRequest.backsUpUsually { request.tellBackup = { Talk.say($0.sentence) } }
    let opened = try book.openTellingEdits(for: dryRun ? .trying : .writing)
    let outcome = try watching.watch { progress in
      var importing = ImportRecords(request, into: opened, progress: progress)
      return try importing.run()
    }
    ImportTalk.tell(outcome, file: file, posts: post && subject.movesLand)
    if outcome.isUnusable { throw ExitCode.unusable }
    if post, !dryRun, outcome.batch != nil, subject.movesLand {
      try PostTalk.post(opened, watching)
    }
    if outcome.refused > 0 { throw ExitCode.findings }
  }
}

extension ImportRequest.Subject: ExpressibleByArgument {}
extension ImportRequest.DateOrder: ExpressibleByArgument {}
extension ImportRequest.DecimalMark: ExpressibleByArgument {}

extension CoordinateFixes: ExpressibleByArgument {
  /// Reads what follows `--fix`.
  public init?(argument: String) { self.init(argument) }
}
