public import GeometryValues

// Records that carry links, counts and attributes: never area.

/// A task given to an operator, on one hazard or several.
public struct LandTask: Hashable, Sendable {
  /// The organisation and the id that releases and devices name the task by.
  public var key: RecordKey
  /// The ids of the hazards it works on; releases of the task count as releases of these.
  public var hazards: [String] = []
  /// Who does the work, as the file spells it; releases name their own operator.
  public var operatorName: String?
  /// Who pays for the work, as the file spells it.
  public var donor: String?
  /// What sort of task it is, in the file's own words.
  public var type: String?
  /// How far the task is, in the file's own words; it moves no land.
  public var status: String?
  /// The first day of the work; a year or month alone is its first day.
  public var start: CalendarDate?
  /// The last day of the work; a year or month alone is its last day.
  public var end: CalendarDate?

  /// Makes a task of which only its key is known.
  public init(key: RecordKey) { self.key = key }
}

/// Explosive ordnance of one kind found, destroyed or left marked on one occasion.
public struct Device: Hashable, Sendable {
  /// The organisation and the id that it gave the record of the find.
  public var key: RecordKey
  /// The id of the release it was found under; its count columns then stop counting.
  public var release: String?
  /// The id of the task it was found under; nil where the file names none.
  public var task: String?
  /// The day it was found; nil takes the date of its release.
  public var date: CalendarDate?
  /// What it is, which decides whether it is among items.
  public var category: DeviceCategory
  /// What became of it; nil where the file does not say.
  public var fate: DeviceFate?
  /// Model or make in the file's own words, such as a mine's designation.
  public var model: String?
  /// How many of it; a zero is kept as recorded.
  public var quantity: Int
  /// The district's code or name as the file has it.
  public var district: String?
  /// Longitude and latitude on WGS 84, in degrees; nil where the find has no place.
  public var position: Position?
  /// How sensitive the record is; nil where it does not say, which takes back nothing said before.
  public var sensitivity: Sensitivity?

  /// Makes a device of which only what everything needs is known.
  public init(key: RecordKey, category: DeviceCategory, quantity: Int) {
    self.key = key
    self.category = category
    self.quantity = quantity
  }
}

/// A person hurt by explosive ordnance, without name or contact.
public struct Victim: Hashable, Sendable {
  /// The organisation and the id that it gave the case: the only thing that names the person.
  public var key: RecordKey
  /// The day of the accident; nil where it is not known.
  public var date: CalendarDate?
  /// The district's code or name as the file has it.
  public var district: String?
  /// `male` or `female` where the file's word is one of theirs, else that word.
  public var sex: String?
  /// Age or age group in the file's own words.
  public var age: String?
  /// Whether the person was killed or injured; `unknown` where the file does not say.
  public var outcome: VictimOutcome
  /// What the person was doing, in the file's own words.
  public var activity: String?
  /// What hurt the person, in the file's own words: often less sure than a device record.
  public var deviceCategory: String?
  /// False for soldiers, deminers and police; nil where the file does not tell.
  public var isCivilian: Bool?
  /// Longitude and latitude of the accident on WGS 84, in degrees.
  public var position: Position?
  /// The id of the accident that hurt the person; nil where the file names none.
  public var accident: String?
  /// How sensitive the record is; nil where it does not say, which takes back nothing said before.
  public var sensitivity: Sensitivity?

  /// Makes a case of which only its key and outcome are known.
  public init(key: RecordKey, outcome: VictimOutcome) {
    self.key = key
    self.outcome = outcome
  }
}

/// A minefield record handed over from wartime; it never cancels land.
public struct MinefieldRecord: Hashable, Sendable {
  /// The organisation and the id of the record as it was handed over.
  public var key: RecordKey
  /// Who handed it over, or the archive that it comes from.
  public var source: String?
  /// The day the record was made or handed over, as the file has it.
  public var date: CalendarDate?
  /// What a check on the ground said of it; nobody has looked while it is `unchecked`.
  public var verdict: RecordVerdict = .unchecked
  /// How many mines the record claims; nil where it gives no number.
  public var recordedQuantity: Int?
  /// What it says was laid: a category of devices where the file's word is one, else that word.
  public var recordedType: String?
  /// How many devices survey says were found of those it records; nil where nobody says.
  public var foundQuantity: Int?
  /// How far survey says the record lies from what was found, in metres; nil where nobody says.
  public var displacementMetres: Double?
  /// Points, lines or polygons on WGS 84 as drawn; its area is never measured into the ledger.
  public var geometry: Geometry?
  /// How sensitive the record is; nil where it does not say, which takes back nothing said before.
  public var sensitivity: Sensitivity?

  /// Makes a record that nobody has checked yet.
  public init(key: RecordKey) { self.key = key }
}

/// An actor's total without records: only ever in reconciliation, never in the ledger.
public struct Statement: Hashable, Sendable {
  /// Who states the total; an actor with releases in the book is left out, so as not to count
  /// twice.
  public var actor: String
  /// The first day the total covers; nil where the file gives no beginning.
  public var from: CalendarDate?
  /// The last day the total covers, included; it decides the period that the total counts in.
  public var to: CalendarDate?
  /// The codes or names of the districts it covers; empty where it names none.
  public var districts: [String] = []
  /// The work that the total is of, in the file's own words.
  public var activity: String?
  /// The way a published total is split, where rows split the same total several ways.
  public var split: String?
  /// The area it states, in the unit of the file; nil where it states items alone.
  public var area: Area?
  /// The number of items it states; nil where it states an area alone.
  public var items: Int?
  /// The document the total stands in; splits of one source and period count once.
  public var source: String?

  /// Makes a statement of which only its actor is known.
  public init(actor: String) { self.actor = actor }
}
