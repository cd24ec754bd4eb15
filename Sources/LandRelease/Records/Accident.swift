public import GeometryValues

/// An accident with explosive ordnance: where and when, and never whom it hurt.
///
/// Its victims are records of their own that name it. It moves no land: ground that it puts in
/// question is a finding, which names the releases of that ground.
public struct Accident: Hashable, Sendable {
  /// The organisation and the id that victims name the accident by.
  public var key: RecordKey
  /// The day it happened; nil where it is not known.
  public var date: CalendarDate?
  /// The district's code or name as the file has it.
  public var district: String?
  /// What exploded: a category of devices where the file's word is one, else that word.
  public var deviceCategory: String?
  /// What people were doing, in the file's own words.
  public var activity: String?
  /// Whether it happened during demining; nil where the file does not tell.
  public var isDemining: Bool?
  /// How many people it killed, as stated, with or without records of them.
  public var killed: Int?
  /// How many people it injured, as stated, with or without records of them.
  public var injured: Int?
  /// Longitude and latitude on WGS 84, in degrees.
  public var position: Position?
  /// How far off, in metres, the position may be; nil where the file does not say.
  public var accuracyMetres: Double?
  /// How sensitive the record is; nil where it does not say, which takes back nothing said before.
  public var sensitivity: Sensitivity?

  /// Makes an accident of which only its key is known.
  public init(key: RecordKey) { self.key = key }
}
