@testable import Interchange
@testable import LandRelease
@testable import Storage

enum DateFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    if let date = CalendarDate(text), CalendarDate(date.description) != date {
      return "is read anew as another day"
    }
    if let moment = Timestamp(text), Timestamp(moment.description) != moment {
      return "is read anew as another moment"
    }
    if let date = try? DateText.read(text).date {
      guard DateText.years.contains(date.year), CalendarDate(date.description) == date else {
        return "is a date out of range: \(date)"
      }
    }
    _ = try? DateText.readStart(text)
    if let moment = try? TimestampText.read(text) {
      guard Timestamp(moment)?.description == moment else {
        return "is kept as \(moment), which is no moment"
      }
    }
    return nil
  }
}
