public import LandRelease

/// What a person asked to import, and how.
public struct ImportRequest: Sendable {
  /// What the rows of the file are.
  public enum Subject: String, CaseIterable, Sendable {
    case districts, hazards, releases, records, tasks, devices, victims, accidents
    case minefieldRecords = "minefield-records"
    case zones
    case environmentChecks = "environment-checks"
    case statements, claims, indicators
    case indicatorCodes = "indicator-codes"
    case teams
    case teamDays = "team-days"
    case contributions
  }

  /// Which comes first in a date: day or month.
  public enum DateOrder: String, CaseIterable, Sendable { case dmy, mdy }

  /// The mark between whole and fraction.
  public enum DecimalMark: String, CaseIterable, Sendable { case comma, point }

  /// What the rows of the file are, which fixes the fields that can be read.
  public var subject: Subject
  /// The path as typed; the book keeps the name alone.
  public var file: String
  /// The layer to read; nil where the file holds only one.
  public var layer: String?
  /// How the characters of a text file are written, such as `windows-1251`; nil lets it say.
  public var encoding: String?
  /// Which comes first in dates such as 03/04/2020; nil leaves them refused.
  public var dates: DateOrder?
  /// What parts the whole from its fraction in 1,234; nil leaves such numbers refused.
  public var decimals: DecimalMark?
  /// Said of a file that names no coordinate reference, or in place of what it says.
  public var crs: String?
  /// `field=column` pairs as typed.
  public var map: [String]
  /// `field:word=code` triples as typed: what words of the file stand for.
  public var code: [String] = []
  /// The profile by whose columns and codes the file is read.
  public var profile: String?
  /// Keep how this file is read under that name.
  public var savedProfile: String?
  /// Read columns as a file with the same columns was read, where nothing is typed.
  public var usesEarlierMapping = true
  /// Which corrections of coordinates that trials propose are made.
  public var fixes = CoordinateFixes.proposed
  /// The unit of areas for which the file names none.
  public var unit: AreaUnit?
  /// The set of boundaries that districts join; other subjects leave it unused.
  public var boundarySet: String
  /// Say what would happen and store nothing.
  public var isDryRun: Bool
  /// Take all rows or none.
  public var isStrict: Bool
  /// Put invalid polygons right and keep the originals.
  public var repairs: Bool
  /// Where refused rows are written; nil is a new file in the folder `rejects`.
  public var rejects: String?
  /// Who imports, for the log of the book; nil where nobody is named.
  public var actor: String?
  /// A record corrected by hand, which is read in place of a file.
  var amendment: Amendment?
  /// What is said of the legs of turning points; tables without legs leave it unused.
  public var legs = LegRequest()

  /// Told of the backup that is made before a large file is stored; without it none is made.
  public var tellBackup: (@Sendable (BackUpBook.Outcome) -> Void)?

  /// Whether the environment lets a backup be made before a large file.
  public static var backsUpUsually: Bool { BackupSettings.isWanted }

  /// Makes a request with the settings that hold when nothing else is typed.
  public init(subject: Subject, file: String) {
    self.subject = subject
    self.file = file
    map = []
    boundarySet = "districts"
    isDryRun = false
    isStrict = false
    repairs = false
  }
}

/// What an import did, or in a dry run would have done.
public struct ImportOutcome: Sendable {
  /// The number of the import in the book's log; nil where none was made.
  public var batch: Int64?
  /// Data rows read; always stored + unchanged + refused.
  public var rowsIn = 0
  /// Rows that the book did not hold before, versions and corrections among them.
  public var stored = 0
  /// Stored rows that are another version of a hazard the book holds.
  public var versions = 0
  /// Stored rows that correct a content the book holds under the same key and date.
  public var corrections = 0
  /// Rows whose content the book holds already.
  public var unchanged = 0
  /// Rows left out, each with its reason in `refusals`.
  public var refused = 0
  /// Whether nothing was stored because only a trial was asked for.
  public var isDryRun = false
  /// Whether one refused row keeps all rows out.
  public var isStrict = false
  /// Whether any row has a place on the map.
  public var hasGeometry = false
  /// How coordinates came to WGS 84.
  public var operation = ""
  /// Columns that belong to no field and were not read, by their names in the file.
  public var ignoredColumns: [String] = []
  /// Columns that look like personal data and were not read.
  public var personalColumns: [String] = []
  /// What somebody should look at in the rows that were taken: the first ten of each rule.
  public var findings: [Finding] = []
  /// How many findings there are of each rule, in the order of the rules.
  public var findingCounts: [FindingCount] = []
  /// The first hundred refused rows in the order of the file.
  public var refusals: [RefusedLine] = []
  /// Rows refused for a reason of their own; a strict import leaves out the others too.
  public var refusalsInAll = 0
  /// Why rows were refused and how many, the most frequent reason first.
  public var refusalReasons: [ReasonCount] = []
  /// Where the refused rows were written to be put right; nil where none was written.
  public var rejectsFile: String?
  /// What was stored, by kind and in a dry run by district.
  public var tally = ImportTally()
  /// In a dry run: the ground of the records that count, by state, before and after.
  public var standing: [StandingChange] = []
  /// The fields that were read, each with its column.
  public var columns: [ColumnRead] = []
  /// Sentences on what was assumed.
  public var notes: [String] = []

  /// Makes an outcome of nothing read and nothing stored.
  public init() {}

  /// The records of one state before and after a dry run.
  public struct StandingChange: Hashable, Sendable {
    /// `suspected`, `confirmed`, `given_up`, or the kind of accepted releases.
    public var state: String
    /// Records and their measured area before.
    public var before: (records: Int, area: Area) { (recordsBefore, areaBefore) }
    /// Records and their measured area after.
    public var after: (records: Int, area: Area) { (recordsAfter, areaAfter) }
    var recordsBefore = 0
    var areaBefore = Area.zero
    var recordsAfter = 0
    var areaAfter = Area.zero
  }

  /// A field and the column that is read for it.
  public struct ColumnRead: Hashable, Sendable {
    /// The name of the field.
    public var field: String
    /// The name of the column as the file has it.
    public var column: String
  }

  /// One refused row in words.
  public struct RefusedLine: Hashable, Sendable {
    /// The data row, counted from 1.
    public var row: Int
    /// The column that can't be taken, as the file names it; nil where the whole row can't.
    public var field: String?
    /// Why the row was refused, with the value in question.
    public var reason: String
    /// What to write instead, as a sentence that begins with a verb.
    public var remedy: String
  }

  /// Nothing could be used, or strictness left everything out.
  public var isUnusable: Bool {
    refused > 0 && (isStrict || stored + unchanged == 0)
  }
}
