/// What the rules ask of a whole book, made ready once: records without polygons and texts that no
/// rule reads.
public struct BookFacts: Sendable {
  /// One content of a hazard, as far as the rules ask.
  public struct HazardMoment: Sendable {
    /// Organisation and id.
    public var key: RecordKey
    /// The day of information.
    public var date: CalendarDate?
    /// The day it was recorded, where the source says so.
    public var recordedOn: CalendarDate?
    /// What the status column says.
    public var status: HazardStatus?
    /// How sure survey is.
    public var hazardClass: HazardClass
    /// What survey expects there.
    public var contamination: ContaminationTypes
    /// Whether a reason is given.
    public var hasReason: Bool
    /// Whether an approver is given.
    public var hasApprover: Bool
    /// Whether it names what it reopens.
    public var reopens: Bool
    /// Whether it says where it comes from.
    public var hasSource: Bool
    /// The district it names.
    public var district: String?
    /// The area of its polygon, else the declared one.
    public var area: Area?
    /// Whether a later content of the same day counts instead.
    public var isSuperseded: Bool

    /// Takes what the rules ask of a stored content.
    public init(_ stored: Stored<Hazard>, isSuperseded: Bool) {
      let hazard = stored.content
      key = hazard.key
      date = hazard.date
      recordedOn = hazard.recordedAt.flatMap { CalendarDate(String($0.prefix(10))) }
      status = hazard.status
      hazardClass = hazard.hazardClass
      contamination = hazard.contamination
      hasReason = hazard.reason != nil
      hasApprover = hazard.approver != nil
      reopens = hazard.reopens != nil
      hasSource = hazard.source != nil
      district = hazard.district
      area = stored.measuredArea ?? hazard.reportedArea?.unitCorrected
      self.isSuperseded = isSuperseded
    }
  }

  /// The content of a release that counts, as far as the rules ask.
  public struct ReleaseMoment: Sendable {
    /// Organisation and id.
    public var key: RecordKey
    /// How the land was released.
    public var kind: ReleaseKind
    /// The work it came from.
    public var activity: Activity?
    /// Where it stands in review.
    public var review: Review
    /// Whether it is one report of several or the last.
    public var stage: Stage?
    /// The day of completion.
    public var date: CalendarDate?
    /// The day it was recorded, where the source says so.
    public var recordedOn: CalendarDate?
    /// The hazards it names.
    public var hazards: [String]
    /// The task it names.
    public var task: String?
    /// Who did the work.
    public var operatorName: String?
    /// Who paid for it.
    public var donor: String?
    /// Whether it says to which depth.
    public var hasDepth: Bool
    /// The district it names.
    public var district: String?
    /// Whether it has a polygon.
    public var hasPolygon: Bool
    /// The area of its polygon, else the declared one.
    public var area: Area?
    /// What its count columns say.
    public var counts: [DeviceCategory: Int]

    /// Takes what the rules ask of a stored content.
    public init(_ stored: Stored<Release>, counts: [DeviceCategory: Int]) {
      let release = stored.content
      key = release.key
      kind = release.kind
      activity = release.activity
      review = release.review
      stage = release.stage
      date = release.date
      recordedOn = release.recordedAt.flatMap { CalendarDate(String($0.prefix(10))) }
      hazards = release.hazards
      task = release.task
      operatorName = release.operatorName
      donor = release.donor
      hasDepth = release.depthCentimetres != nil
      district = release.district
      hasPolygon = stored.measuredArea != nil
      area = stored.measuredArea ?? release.reportedArea?.unitCorrected
      self.counts = counts
    }
  }

  /// A record that names one district and lies for the most part in others.
  public struct Displaced: Sendable {
    /// As findings name it.
    public var record: String
    /// The district it names.
    public var district: String
    /// The ground of it in that district.
    public var inside: Area
    /// All its ground.
    public var whole: Area

    /// Makes it of its parts.
    public init(record: String, district: String, inside: Area, whole: Area) {
      self.record = record
      self.district = district
      self.inside = inside
      self.whole = whole
    }
  }

  /// The contents of all hazards, in the order they were stored.
  public var hazards: [HazardMoment] = []
  /// The contents of releases that count, in the order they were stored.
  public var releases: [ReleaseMoment] = []
  /// The current tasks.
  public var tasks: [LandTask] = []
  /// The current devices.
  public var devices: [Device] = []
  /// The keys of the current victims.
  public var victims: [RecordKey] = []
  /// The current accidents.
  public var accidentRecords: [Accident] = []
  /// Which accidents victims name.
  public var victimLinks = VictimLinks(accidents: [], victims: [])
  /// Accidents and victims without one that have a day and a place, with what their ground was.
  public var accidents: [AccidentFact] = []
  /// Minefield records with what was found near them.
  public var checkedRecords: [CheckedRecord] = []
  /// The keys of the current minefield records.
  public var minefieldRecords: [RecordKey] = []
  /// The current figures of indicators.
  public var indicators: [Indicator] = []
  /// Figures of indicators that say different things.
  public var figureDoubts: [FigureDoubt] = []
  /// The current teams, a row for each strength.
  public var teams: [Team] = []
  /// The current days of teams.
  public var teamDays: [TeamDay] = []
  /// The current contributions.
  public var contributions: [Contribution] = []
  /// The keys of the current zones.
  public var zones: [RecordKey] = []
  /// The current checks of the environment.
  public var environmentChecks: [EnvironmentCheck] = []
  /// Records that lie elsewhere than they say.
  public var displaced: [Displaced] = []
  /// Folded names that reading a file has asked about already.
  public var districtsAsked: Set<String> = []
  /// Folded names of the districts and those above them; empty where the book has none.
  public var districtNames: Set<String> = []

  /// Makes the facts of an empty book.
  public init() {}

  /// A name without case and blanks, by which spellings are compared.
  public static func folded(_ text: String) -> String {
    String(text.lowercased().filter { !$0.isWhitespace })
  }
}
