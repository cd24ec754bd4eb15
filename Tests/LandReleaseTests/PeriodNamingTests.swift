import LandRelease
import Testing

struct PeriodNamingTests {
  @Test(arguments: [
    ("2023", "2023-01-01 to 2023-12-31"), ("2023-Q4", "2023-10-01 to 2023-12-31"),
    ("2023-Q1", "2023-01-01 to 2023-03-31"), ("2024-02", "2024-02-01 to 2024-02-29"),
    ("2022-07-01..2023-06-30", "2022-07-01 to 2023-06-30"),
    ("2023-01-01..2023-01-01", "2023-01-01 to 2023-01-01"),
  ])
  func aPeriodIsNamedAsPeopleNameIt(name: String, days: String) {
    #expect(Period(named: name)?.text == days)
  }

  @Test(arguments: [
    "", "23", "2023-", "2023-Q5", "2023-Q0", "2023-13", "2023-00", "2023-1", "2023-12-31",
    "2023-Q", "2023-QQ", "..", "2023-01-01..", "2023-01-02..2023-01-01", "x", "2023..2024",
    "2023-+1", "+023",
  ])
  func whatIsNoPeriodIsRefused(name: String) {
    #expect(Period(named: name) == nil)
  }
}
