import LandRelease
import Testing

struct PrintedFigureTests {
  @Test(arguments: [
    ("140000", "140,000", "10,000", "1"), ("119946", "119,946", "1", "1"),
    ("106938.1", "106,938.1", "0.1", "0.1"), ("25000", "25,000", "1,000", "1"),
    ("55000", "over 55,000 items", "1,000", "1"), ("10070", "10,070.0", "10", "0.1"),
    ("1500000", "1.5 million", "100,000", "100,000"), ("53100", "53.1 thousand", "100", "100"),
    ("53081", "over 53,000 (53,081) ha", "1", "1"), ("12", "roughly 12 %", "1", "1"),
    ("2790.9", "2.790,9", "0.1", "0.1"), ("8086", "8.086", "1", "1"),
    ("8.086", "8.086", "0.001", "0.001"), ("168000", "168 000", "1,000", "1"),
    ("3", "three", "1", "1"), ("53.1", "53.1 thousand", "0.1", "0.1"),
  ])
  func findsTheFigureOfTheValue(
    _ value: String, _ printed: String, _ step: String, _ lastDigit: String
  ) throws {
    let figure = PrintedFigure(value: try #require(ExactDecimal(value)), printed: printed)
    #expect(figure.value.plain == value)
    #expect(figure.step.description == step)
    #expect(figure.lastDigit.description == lastDigit)
  }

  @Test func aPointBeforeThreeDigitsHasTwoReadings() {
    let readings = PrintedFigure.readings(in: "8.086")
    #expect(readings.map(\.value.plain) == ["8.086", "8086"])
    #expect(readings.allSatisfy { $0.isAmbiguous })
    #expect(PrintedFigure.readings(in: "0.125").map(\.value.plain) == ["0.125"])
    #expect(PrintedFigure.readings(in: "1.234.567").map(\.value.plain) == ["1234567"])
  }

  @Test func aValueThatIsNotPrintedDisagrees() throws {
    let value = try #require(ExactDecimal("1200"))
    #expect(PrintedFigure.disagrees(value: value, printed: "12,000"))
    #expect(!PrintedFigure.disagrees(value: value, printed: "1,200 ha in 14 villages"))
    #expect(!PrintedFigure.disagrees(value: value, printed: "some"))
  }
}
