/// The rules by which coordinates and the words of a file are questioned; codes are permanent.
public enum PlaceRules {
  /// The code of positions at zero degrees.
  public static let zero = "RD46"
  /// The code of coordinates that several readings would put in place.
  public static let several = "RD47"
  /// The code of datum operations that are not exact.
  public static let operation = "RD48"
  /// The code of names of districts that the book doesn't have.
  public static let district = "RD49"

  /// Every rule in the order of codes.
  public static let all: [Rule] = [
    Rule(
      CoordinateSlip.swap.rule, .error,
      "Coordinates that lie in no district do when longitude and latitude change places."),
    Rule(
      CoordinateSlip.sign.rule, .error,
      "Coordinates that lie in no district do with the sign of a western or southern one."),
    Rule(
      CoordinateSlip.zone.rule, .error,
      "Coordinates that lie in no district do in another zone or projection."),
    Rule(
      CoordinateSlip.units.rule, .error,
      "Coordinates that lie in no district do when metres are read as metres, degrees as degrees."),
    Rule(
      CoordinateSlip.digits.rule, .error,
      "Coordinates that lie in no district do when moved by a power of ten."),
    Rule(
      CoordinateSlip.datum.rule, .warning,
      "Coordinates lie off the book's records of the same ids by the shift of another datum."),
    Rule(zero, .error, "A position of zero degrees is an empty one that was written as a number."),
    Rule(several, .error, "Several readings would put coordinates into a district: none is taken."),
    Rule(operation, .warning, "Coordinates were brought to WGS 84 by an inexact operation."),
    Rule(district, .warning, "A record names a district that the book does not have."),
  ]
}
