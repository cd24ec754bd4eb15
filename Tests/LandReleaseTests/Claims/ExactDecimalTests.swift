import LandRelease
import Testing

struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-12.50", "-12.5"), ("1e5", "100,000"), ("106938.1", "106,938.1"),
    ("0.001", "0.001"), ("-1234567", "-1,234,567"), ("+7", "7"),
  ])
  func readsAndPrints(_ text: String, _ printed: String) {
    #expect(ExactDecimal(text)?.description == printed)
  }

  @Test(arguments: ["", "1,000", "1.", "--1", "1.2.3", "abc", "1e99", "12345678901234567890"])
  func refuses(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func tenthsAddUpExactly() throws {
    let tenth = try #require(ExactDecimal("0.1"))
    let sum = (0..<10).reduce(ExactDecimal.zero) { sum, _ in sum + tenth }
    #expect(sum == ExactDecimal(1))
    #expect(sum.hashValue == ExactDecimal(1).hashValue)
  }

  @Test func comparesAcrossScalesAndSigns() throws {
    let numbers = ["-2", "-1.5", "-0.001", "0", "0.0009", "0.001", "1", "1.01"]
    let read = try numbers.map { try #require(ExactDecimal($0)) }
    #expect(read.shuffled().sorted() == read)
  }

  @Test func areasKeepEveryCentimetre() {
    let area = Area(squareCentimetres: 123_456_789)
    #expect(ExactDecimal(area, in: .squareMetres).description == "12,345.6789")
    #expect(ExactDecimal(area, in: .hectares).plain == "1.23456789")
    #expect(ExactDecimal(area, in: .squareKilometres).plain == "0.0123456789")
  }

  @Test(arguments: [
    ("119946", 4, "120,000"), ("119946", 0, "119,946"), ("0.25", -1, "0.3"), ("-0.25", -1, "-0.3"),
    ("4999", 4, "0"), ("5000", 4, "10,000"),
  ])
  func roundsHalfAwayFromZero(_ text: String, _ place: Int, _ expected: String) {
    #expect(ExactDecimal(text)?.rounded(toPlace: place).description == expected)
  }
}
