#if Formats
  import Foundation

  /// The moment that written files are dated by, where SOURCE_DATE_EPOCH names one.
  struct FileMoment {
    /// In UTC, as `2026-03-01T08:30:00.000Z`.
    let text: String

    /// The day in UTC, as `2026-03-01`.
    var day: String { String(text.prefix(10)) }

    /// - Returns: nil where none is asked for, and files are of now.
    static var asked: FileMoment? {
      let asked = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
      guard let seconds = asked.flatMap(Int.init) else { return nil }
      var (moment, parts) = (time_t(seconds), tm())
      guard gmtime_r(&moment, &parts) != nil else { return nil }
      func padded(_ number: Int32, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
      }
      let day = [(parts.tm_year + 1900, 4), (parts.tm_mon + 1, 2), (parts.tm_mday, 2)]
      let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec]
      return FileMoment(
        text: day.map(padded).joined(separator: "-") + "T"
          + clock.map { padded($0, 2) }.joined(separator: ":") + ".000Z")
    }
  }
#endif
