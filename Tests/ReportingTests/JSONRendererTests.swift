import Foundation
import LandRelease
import Testing

@testable import Reporting

struct JSONRendererTests {
  let report = Report(
    title: "Open land", stamps: [Stamp(key: "as_of", label: "As of", value: "2024-01-01")],
    notes: ["One."],
    tables: [
      Table(
        id: "open", title: "Open",
        columns: [
          Column("district", "District", .text), Column("open_m2", "Open", .area),
          Column("part", "Part", .share),
        ],
        rows: [
          .heading("East"),
          Row(
            .body,
            [
              .text("Ağdam"), .area(Area(squareCentimetres: -1)),
              .share(.area(hectares(1)), of: .area(hectares(4))),
            ]),
          Row(.subtotal, [.text("East"), .area(.zero), .empty]),
        ],
        totals: [Row(.total, [.text("Total"), .area(hectares(2)), .empty])])
    ])

  @Test func theWholeDocument() {
    let expected = """
      {
        "schema": "urn:landbook:schema:report:1",
        "title": "Open land",
        "subtitle": null,
        "stamps": {
          "as_of": "2024-01-01",
          "area_unit": "m2"
        },
        "notes": [
          "One."
        ],
        "warnings": [],
        "main_table": "open",
        "tables": [
          {
            "id": "open",
            "title": "Open",
            "columns": [
              {"key": "district", "label": "District", "kind": "text", "unit": null},
              {"key": "open_m2", "label": "Open", "kind": "area", "unit": "m2"},
              {"key": "part", "label": "Part", "kind": "share", "unit": null}
            ],
            "rows": [
              {"district": "Ağdam", "open_m2": -0.0001, \
      "part": {"value": 0.25, "numerator_m2": 10000.0000, "denominator_m2": 40000.0000}}
            ],
            "totals": [
              {"district": "Total", "open_m2": 20000.0000, "part": null}
            ]
          }
        ]
      }

      """
    #expect(OutputFormat.json.render(report, Presentation(unit: .squareKilometres)) == expected)
  }

  @Test func everyCellReadsBack() throws {
    let document = try JSONDocument(OutputFormat.json.render(everyKind))
    let rows = try #require(document["tables"]?[0]?["rows"]?.values)
    #expect(
      rows.map { $0["district"] } == ["Ağdam", "Şuşa", "أغدام", "Closing"].map { .string($0) })
    #expect(rows[0]["since"] == .string("2021-03-04"))
    #expect(rows[0]["released_m2"] == .number("12345678.9012"))
    #expect(rows[1]["share_of_open"]?["value"] == .null)
    #expect(rows[1]["items_per_ha"]?["denominator_m2"] == .number("0.0000"))
    #expect(rows[1]["depth"] == .null)
    #expect(rows[2]["released_m2"] == .number("-500.0001"))
    #expect(rows[2]["depth"] == .number("-0.04"))
  }

  @Test(arguments: [
    "\"\\/", "a\nb\r\nc\td", "\u{0}\u{1F}\u{7F}", "\u{2028}\u{2029}", "Şuşa أغدام 𐄂 👩‍👩‍👧",
    "\"\u{301}", "\\u0041",
  ])
  func anyTextReadsBack(text: String) throws {
    let document = OutputFormat.json.render(Report(title: text))
    #expect(try JSONDocument(document)["title"] == .string(text))
    let foreign = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
    let title = try #require(foreign?["title"] as? String)
    #expect(Array(title.unicodeScalars) == Array(text.unicodeScalars))
    #expect(!document.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!document.unicodeScalars.contains("\u{2028}"))
  }

  @Test func areasPassNoDouble() throws {
    let most = Area(squareCentimetres: .max)
    let report = Report(
      title: "", tables: [oneColumn("a_m2", .area, [.area(most), .area(-most)])])
    let document = try JSONDocument(OutputFormat.json.render(report))
    let rows = try #require(document["tables"]?[0]?["rows"]?.values)
    #expect(
      rows.map { $0["a_m2"] } == [
        .number("922337203685477.5807"), .number("-922337203685477.5807"),
      ])
  }
}
