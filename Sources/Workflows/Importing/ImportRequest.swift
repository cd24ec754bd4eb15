public import LandRelease

/// What a person asked to import, and how.
public struct ImportRequest: Sendable {
  /// What the rows of the file are.
  public enum Subject: String, CaseIterable, Sendable {
    case districts, hazards, releases, records, tasks, devices, victims
    case minefieldRecords = "minefield-records"
    case statements, claims
  }

  /// What the rows of the file are, which fixes the fields that can be read.
  public var subject: Subject
  /// The path as typed; the book keeps the name alone.
  public var file: String
  /// The layer to read; nil where the file holds only one.
  public var layer: String?
  /// Said of a file that names no coordinate reference, or in place of what it says.
  public var crs: String?
  /// `field=column` pairs as typed.
  public var map: [String]
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
  /// Where refused rows are written; none is beside the file.
  public var rejects: String?
  /// Who imports, for the log of the book; nil where nobody is named.
  public var actor: String?

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
  /// Whether the file names no coordinate reference.
  public var isReferenceAssumed = false
  /// How coordinates came to WGS 84.
  public var operation = ""
  /// Columns that belong to no field and were not read, by their names in the file.
  public var ignoredColumns: [String] = []
  /// Columns that look like personal data and were not read.
  public var personalColumns: [String] = []
  /// What somebody should look at in the rows that were taken.
  public var findings: [Finding] = []
  /// The refused rows in the order of the file.
  public var refusals: [RefusedLine] = []
  /// Where the refused rows were written to be put right; nil where none was written.
  public var rejectsFile: String?
  /// Sentences on what was assumed.
  public var notes: [String] = []

  /// Makes an outcome of nothing read and nothing stored.
  public init() {}

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
