import Foundation
import Testing

/// The same commands give the same bytes, whatever the machine and the language it speaks.
struct DeterminismTests {
  private static let files = [
    "districts.csv":
      """
    code,name,wkt
    A,Alpha,"POLYGON ((45 39.9, 45.25 39.9, 45.25 40.1, 45 40.1, 45 39.9))"
    B,Beta,"POLYGON ((45.25 39.9, 45.5 39.9, 45.5 40.1, 45.25 40.1, 45.25 39.9))"
    """,
    "hazards.csv":
      (["id,class,contamination,date,origin,wkt"]
      + (0..<60).map {
        "H\($0),\($0 % 3 == 0 ? "CHA" : "SHA"),\(["ap", "av", "cmr", ""][$0 % 4]),20\(10 + $0 % 9)-0\(1 + $0 % 8)-01,\($0 % 7 == 0 ? "new" : "legacy"),\(square($0))"
      }).joined(separator: "\n"),
    "releases.csv":
      (["id,kind,activity,date,hazard_id,operator,donor,reported_area_ha,wkt"]
      + (0..<40).map {
        "R\($0),\(["cleared", "reduced", "cancelled"][$0 % 3]),,20\(19 + $0 % 4)-0\(1 + $0 % 8)-11,H\($0),\(["Blue Heron", "Amber"][$0 % 2]),Fund \($0 % 3),\(1 + $0 % 5).5,\(square($0))"
      }
      + ["BAD1,clered,,2020-01-01,,,,,", "BAD2,cleared,,2020-13-01,,,,,", "BAD3,,,x,,,,,"])
      .joined(separator: "\n"),
  ]

  private static func square(_ number: Int) -> String {
    let (x, y) = (4503 + number % 10 * 4, 3993 + number / 10 * 2)
    func degrees(_ number: Int) -> String { "\(number / 100).\(number % 100 / 10)\(number % 10)" }
    let (west, east) = (degrees(x), degrees(x + 3 + number % 3))
    let (south, north) = (degrees(y), degrees(y + 2))
    return
      "\"POLYGON ((\(west) \(south), \(east) \(south), \(east) \(north), \(west) \(north), \(west) \(south)))\""
  }

  private static let commands = [
    "landbook init book.gpkg --name Same",
    "landbook import districts districts.csv --crs EPSG:4326",
    "landbook import hazards hazards.csv --crs EPSG:4326",
    "landbook import releases releases.csv --crs EPSG:4326 --rejects rejects.csv",
    "landbook post --map", "landbook check --anew -o check.txt",
    "landbook report summary -o summary.html", "landbook report balance --by year -o balance.csv",
    "landbook report progress --by operator --lang ar -o progress.txt",
    "landbook report mine-action-review -o review.json",
    "landbook report transitions --by district --profile public -o transitions.md",
    "landbook export movement movement.csv", "landbook export remaining remaining.geojson",
    "landbook export overlaps overlaps.geojson", "landbook why H3 -o why.json",
    "landbook log -o log.json",
    "sha256sum book.gpkg rejects.csv *.txt *.html *.csv *.json *.md *.geojson",
  ]

  /// What all files come to in some surroundings, and what the program said.
  private func made(_ surroundings: String) throws -> String {
    let session = try ShellSession()
    defer { session.remove() }
    for (name, text) in Self.files {
      try Data(text.utf8).write(to: session.folder.appending(path: name))
    }
    let outcomes = try session.run(
      Self.commands.map { surroundings.isEmpty ? $0 : "export \(surroundings)\n\($0)" })
    for (command, outcome) in zip(Self.commands, outcomes) {
      #expect([0, 2].contains(outcome.code), "\(command): \(outcome.errors)")
    }
    return outcomes.map { $0.errors + $0.output }.joined(separator: "\n")
  }

  @Test func theSameCommandsGiveTheSameBytes() throws {
    let first = try made("LANDBOOK_THREADS=1")
    #expect(first.contains("book.gpkg") && first.contains("overlaps.geojson"))
    for surroundings in [
      "LANDBOOK_THREADS=2 TZ=Asia/Kabul LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8",
      "LANDBOOK_THREADS=4 TZ=Pacific/Apia LC_ALL=ar_EG.UTF-8 LANG=ar_EG.UTF-8",
    ] {
      #expect(try made(surroundings) == first, "\(surroundings)")
    }
  }

  @Test func whatCannotBeHeededIsRefused() throws {
    let session = try ShellSession()
    defer { session.remove() }
    let outcomes = try session.run([
      "LANDBOOK_THREADS=many landbook init book.gpkg",
      "SOURCE_DATE_EPOCH=today landbook init book.gpkg", "ls -A", "landbook --help",
    ])
    #expect(outcomes[0].code == 64 && outcomes[0].errors.contains("$LANDBOOK_THREADS"))
    #expect(outcomes[1].code == 64 && outcomes[1].errors.contains("$SOURCE_DATE_EPOCH"))
    #expect(outcomes[2].output.isEmpty)
    #expect(outcomes[3].output.contains("LANDBOOK_THREADS"))
  }
}
