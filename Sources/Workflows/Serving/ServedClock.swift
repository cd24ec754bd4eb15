/// The clock of the server, which `SOURCE_DATE_EPOCH` stops like that of all work.
public enum ServedClock {
  /// Now, in UTC.
  public static var now: String { Clock.now.description }
}
