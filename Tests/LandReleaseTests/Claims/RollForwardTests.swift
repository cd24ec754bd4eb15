import LandRelease
import Testing

struct RollForwardTests {
  @Test func impliedAdditionsOfTwoYears() throws {
    let found = RollForward.all(
      in: try claims(
        """
        M-1 | area_contaminated | 860 | km2 | exact | 2015-12-31 | territory=A
        M-2 | area_released | 68.74 | km2 | exact | 2016-12-31 | territory=A | from=2016-01-01
        M-3 | area_released | 28.93 | km2 | exact | 2016-12-31 | territory=A | from=2016-01-01 | part=M-2
        M-4 | area_contaminated | 897 | km2 | exact | 2016-12-31 | territory=A
        M-5 | area_released | 68.31 | km2 | exact | 2017-12-31 | territory=A | from=2017-01-01
        M-6 | area_contaminated | 941 | km2 | exact | 2017-12-31 | territory=A
        """))
    #expect(found.map(\.impliedAdditions.plain) == ["105.74", "112.31"])
    #expect(found[0].interval.description == "[104.735, 106.745]")
    #expect(found[0].sentence == "M-1 to M-4: unexplained or newly identified 105.74 km2.")
  }

  @Test func unitsAreConvertedAndAYearBeatsItsMonths() throws {
    let found = RollForward.all(
      in: try claims(
        """
        L-1 | area_contaminated | 29490505 | m2 | exact | 2014-12-31
        L-2 | area_cleared | 92 | ha | exact | 2015-12-31 | from=2015-01-01
        L-3 | area_cleared | 7 | ha | exact | 2015-01-31 | from=2015-01-01
        L-4 | area_cancelled | 1 | km2 | exact | 2015-06-30 | from=2015-06-01
        L-5 | area_contaminated | 25 | km2 | exact | 2015-12-31
        """))
    #expect(found.map(\.released.plain) == ["1.92"])
    #expect(found.map(\.impliedAdditions.plain) == ["-2.570505"])
    #expect(found.first?.sentence.contains("left the stock without a release") == true)
  }

  @Test func stocksOfDifferentBooksAreNotRolled() throws {
    let found = RollForward.all(
      in: try claims(
        """
        A-1 | area_contaminated | 100 | km2 | exact | 2014-12-31
        B-1 | area_contaminated | 90 | km2 | exact | 2015-12-31
        B-2 | area_released | 5 | km2 | exact | 2015-12-31 | from=2015-01-01
        """))
    #expect(found.isEmpty)
  }
}
