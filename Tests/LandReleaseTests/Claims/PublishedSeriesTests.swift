import LandRelease
import Testing

/// The published series, as its sources print it, with all its faults.
struct PublishedSeriesTests {
  private static let series = """
    az2110-1 | area_cleared | 5537 | ha | exact | 2021-10-02 | actor=agency | series=s
    s3-1 | area_cleared | 25000 | ha | over | 2022-03-31 | series=s
    s3-2 | items_found | 55000 | items | over | 2022-03-31 | series=s
    az2308-1 | area_cleared | 453900 | ha | exact | 2023-08-21 | from=2023-08-15 | series=s
    az2309-1 | area_cleared | 95000 | ha | exact | 2023-09-04 | series=s
    az2309-2 | ap_mines | 30000 | items | about | 2023-09-04 | series=s
    az2309-3 | av_mines | 17000 | items | exact | 2023-09-04 | series=s
    az2309-4 | uxo | 40000 | items | over | 2023-09-04 | series=s
    az2309-5 | victims | 305 | persons | exact | 2023-09-04 | series=s
    az2311-1 | area_cleared | 106938.1 | ha | exact | 2023-11-03 | series=s
    az2311-2 | ap_mines | 30539 | items | exact | 2023-11-03 | series=s
    az2311-3 | av_mines | 18303 | items | exact | 2023-11-03 | series=s
    az2311-4 | uxo | 56646 | items | exact | 2023-11-03 | series=s
    az2311-5 | items_found | 105488 | items | exact | 2023-11-03 | series=s
    az2311-6 | area_cleared | 106937.3 | ha | exact | 2023-11-03 | same=az2311-1
    az2401-1 | area_cleared | 118000 | ha | over | 2024-01-16 | series=s
    az2401-2 | ap_mines | 18000 | items | exact | 2024-01-16 | series=s
    az2401-3 | av_mines | 31000 | items | exact | 2024-01-16 | series=s
    az2401-4 | uxo | 60000 | items | exact | 2024-01-16 | series=s
    az2401-5 | victims | 341 | persons | exact | 2024-01-16 | series=s
    az2402-1 | area_cleared | 118502 | ha | exact | 2024-02-14 | series=s
    az2402-2 | ap_mines | 31175 | items | exact | 2024-02-14 | series=s
    az2402-3 | av_mines | 18790 | items | exact | 2024-02-14 | series=s
    az2402-4 | uxo | 62228 | items | exact | 2024-02-14 | series=s
    az2402-5 | items_found | 112193 | items | exact | 2024-02-14 | series=s
    az2402-6 | victims | 345 | persons | exact | 2024-02-14 | series=s
    az2403-1 | area_cleared | 123000 | ha | over | 2024-03-01 | series=s
    az2403-2 | items_found | 114730 | items | exact | 2024-03-01 | series=s
    s2-1 | area_cleared | 140000 | ha | some | 2024-05-29 | series=s
    s2-2 | items_cleared | 119946 | items | exact | 2024-05-29 | series=s
    s2-3 | victims | 361 | persons | exact | 2024-05-29 | series=s
    az2407-1 | area_cleared | 152619 | ha | exact | 2024-07-31 | series=s
    az2407-2 | ap_mines | 32940 | items | exact | 2024-07-31 | series=s
    az2407-3 | av_mines | 19956 | items | exact | 2024-07-31 | series=s
    az2407-4 | uxo | 73767 | items | exact | 2024-07-31 | series=s
    az2407-5 | items_found | 126663 | items | exact | 2024-07-31 | series=s
    az2408-1 | area_cleared | 2790.9 | ha | exact | | printed=2.790,9
    az2408-2 | items_found | 8.086 | items | exact | | printed=8.086
    az2409-1 | area_cleared | 7135.1 | ha | exact | 2024-08-31 | from=2024-08-01 | series=s
    az2409-2 | victims | 377 | persons | exact | 2024-09-02 | series=s
    az2410-1 | area_cleared | 166000 | ha | exact | 2024-10-16 | series=s
    az2410c-1 | area_cleared | 168000 | ha | about | 2024-10-24 | series=s
    az2410c-2 | mines | 161000 | mines | exact | 2024-10-24 | series=s
    az2410c-3 | ap_mines | 25000 | items | about | 2024-10-24 | series=s
    az2412-1 | area_cleared | 62023.9 | ha | exact | 2024-12-31 | from=2024-01-01 | series=s
    az2412-2 | ap_mines | 4286 | items | exact | 2024-12-31 | from=2024-01-01 | series=s
    az2412-3 | av_mines | 2372 | items | exact | 2024-12-31 | from=2024-01-01 | series=s
    az2412-4 | uxo | 59163 | items | exact | 2024-12-31 | from=2024-01-01 | series=s
    az2412-5 | items_found | 65821 | items | exact | 2024-12-31 | from=2024-01-01 | series=s
    """

  private func report() throws -> SeriesReport { checkSeries(try claims(Self.series)) }

  @Test func findsEachFaultOnce() throws {
    let report = try report()
    #expect(report.claims(of: .fallingTotal) == ["az2407-2 az2410c-3"])
    #expect(report.claims(of: .swappedCategories) == ["az2401-2 az2401-3"])
    #expect(report.claims(of: .partsDoNotSum).isEmpty)
    #expect(report.claims(of: .partsRounded) == ["az2311-6 az2311-1"])
    #expect(report.claims(of: .jumpingRate) == ["az2401-1 az2402-1 az2403-1"])
    #expect(report.claims(of: .slippedDecimal) == ["az2308-1 az2309-1", "az2408-2"])
    #expect(report.claims(of: .mixedActors).count == 1)
    #expect(report.claims(of: .tooGreatForMeasure).map { $0.prefix(9) } == ["az2410c-2"])
    #expect(report.claims(of: .ambiguousMark) == ["az2408-1"])
    #expect(report.claims(of: .sourcesConflict).isEmpty)
  }

  @Test func bothSidesOfTheKinkAreNamed() throws {
    let report = try report()
    let kink = try #require(report.findings.first { $0.rule == "RC05" })
    #expect(kink.message.contains("121 ha a week"))
    #expect(kink.message.contains("1,968 ha a week"))
    let paces = report.paces.filter { $0.series == "s, area_cleared" }
    #expect(
      paces.prefix(8).map { Int($0.perWeek.rounded()) }
        == [939, 1393, 1046, 121, 1968, 1337, 1402, 1216])
    #expect(!paces.contains { $0.from == "az2110-1" || $0.to == "az2110-1" })
  }

  @Test func slippedThousandsComeWithAProposal() throws {
    let report = try report()
    let slips = report.findings.filter { $0.rule == "RC06" }
    #expect(slips.first?.message.contains("453.9 ha") == true)
    #expect(slips.last?.message.contains("8,086 would fit") == true)
  }

  @Test func categoriesAddUpToTheirTotals() throws {
    let sums = try report().sums
    #expect(
      sums.map(\.total) == ["az2311-5", "az2402-5", "az2407-5", "az2412-5"])
    #expect(sums.allSatisfy { $0.outcome == .sumsExactly })
  }

  @Test func oneNameForSeveralMeasures() throws {
    let mixed = try report().findings.filter { $0.rule == "RC09" }
    #expect(mixed.count == 1)
    let message = try #require(mixed.first?.message)
    #expect(message.contains("items_cleared: s2-2"))
    #expect(message.contains("mines: az2410c-2"))
  }
}

/// One published year in three splits, and what other sources say of it.
struct PublishedYearTests {
  private static let splits: [(name: String, rows: [String])] = [
    ("actor", ["32823.9", "6938.7", "669.7", "841.9", "11807.6"]),
    ("land_use", ["29005.6", "814.8", "11720.5", "1470.9", "10070"]),
    (
      "district",
      [
        "7956.1", "14016.7", "6025.1", "6400.2", "3570.8", "1454.2", "4400.4", "1286.9", "174.5",
        "6993.9", "585.4", "217.6",
      ]
    ),
  ]

  private static let year = "2023-12-31 | from=2023-01-01"

  @Test func allThreeSplitsSumExactly() throws {
    let rows = Self.splits.flatMap { split in
      split.rows.enumerated().map { index, value in
        "cm-\(split.name)\(index) | area_cleared | \(value) | ha | exact | \(Self.year)"
          + " | part=cm-total | split=\(split.name)"
      }
    }
    let total = "cm-total | area_cleared | 53081.8 | ha | exact | \(Self.year)"
    let report = checkSeries(try claims(([total] + rows).joined(separator: "\n")))
    #expect(report.findings.isEmpty)
    #expect(report.sums.map(\.split) == ["actor", "district", "land_use"])
    #expect(report.sums.allSatisfy { $0.outcome == .sumsExactly })
    #expect(report.sums.map(\.parts.count) == [5, 12, 5])
  }

  @Test func roundedItemsSumWithinRoundingAndConflictWithAnotherSource() throws {
    let rows = ["22600", "2400", "949", "198", "5400"].enumerated().map { index, value in
      "cm-\(index) | items_found | \(value) | items | exact | \(Self.year) | part=cm-total"
    }
    let report = checkSeries(
      try claims(
        """
        cm-total | items_found | 31600 | items | exact | \(Self.year)
        \(rows.joined(separator: "\n"))
        news-total | items_found | 31578 | items | exact | \(Self.year) | same=cm-total
        news-mines | mines | 8529 | mines | exact | \(Self.year)
        news-ap | ap_mines | 3495 | items | exact | \(Self.year)
        news-av | av_mines | 5034 | items | exact | \(Self.year)
        news-uxo | uxo | 23049 | items | exact | \(Self.year)
        """))
    let sum = try #require(report.sums.first { $0.total == "cm-total" })
    #expect(sum.outcome == .withinRounding)
    #expect(sum.sum == ExactDecimal(31_547))
    #expect(report.claims(of: .sourcesConflict) == ["news-total cm-total"])
    let conflict = try #require(report.findings.first { $0.rule == "RC08" })
    #expect(conflict.message.contains("31,578") && conflict.message.contains("31,547"))
    #expect(report.conflicts(with: "cm-total") == ["news-total"])
    #expect(report.sums.filter { $0.total.hasPrefix("news") }.count == 3)
  }

  @Test func attendanceInTwoSourcesConflicts() throws {
    let report = checkSeries(
      try claims(
        """
        un-1 | attendance_delegates | 224 | persons | exact | 2024-05-31 | same=mina-1
        mina-1 | attendance_delegates | 300 | persons | over | 2024-05-31
        un-2 | attendance_countries | 75 | countries | exact | 2024-05-31
        mina-2 | attendance_countries | 75 | countries | exact | 2024-05-31
        """))
    #expect(report.claims(of: .sourcesConflict) == ["un-1 mina-1"])
    #expect(report.findings.count == 1)
    #expect(report.findings.first?.remedy.contains("mina, un") == true)
  }

  @Test func roundedAndExactFiguresOfOneYearAreNoConflict() throws {
    let report = checkSeries(
      try claims(
        """
        cm-1 | area_cleared | 53081.8 | ha | exact | \(Self.year)
        cm-2 | area_cleared | 53000 | ha | over | \(Self.year) | same=cm-1
        pm-1 | area_cleared | 53100 | ha | exact | \(Self.year) | printed=53.1 thousand
        km-1 | area_cleared | 530.818 | km2 | exact | \(Self.year)
        """))
    #expect(report.findings.isEmpty)
  }
}
