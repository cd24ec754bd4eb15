import Testing

@testable import Storage

@Suite struct TimestampTests {
  @Test(arguments: [
    ("2026-03-01", "2026-03-01T00:00:00.000Z"),
    ("2026-03-01T08:30", "2026-03-01T08:30:00.000Z"),
    ("2026-03-01 08:30:15", "2026-03-01T08:30:15.000Z"),
    ("2026-03-01T08:30:15.5Z", "2026-03-01T08:30:15.500Z"),
    ("2026-03-01T08:30:15.123456Z", "2026-03-01T08:30:15.123Z"),
    ("2024-02-29T23:30:00-05:30", "2024-03-01T05:00:00.000Z"),
    ("2024-03-01T00:30:00+01", "2024-02-29T23:30:00.000Z"),
    ("0001-01-01", "0001-01-01T00:00:00.000Z"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
  ])
  func isReadAndWrittenInUTC(text: String, expected: String) throws {
    #expect(Timestamp(text)?.description == expected)
    #expect(Timestamp(expected)?.description == expected)
  }

  @Test(arguments: [
    "", "yesterday", "2026-02-30", "2026-03-01T", "2026-03-01T8:30", "2026-03-01T24:00",
    "2026-03-01T08:30:15.Z", "2026-03-01T08:30Zulu", "2026-03-01T08:30+1", "2026-03-01X08:30",
  ])
  func whatIsNoMomentIsNil(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
