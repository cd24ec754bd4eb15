import Foundation
import Testing

/// A stopped import leaves the book as it was, to the byte.
struct StoppingTests {
  /// Enough rows that the signal comes while they are read.
  private static func rows(_ count: Int) -> String {
    let rows = (0..<count).map { number in
      let (x, y) = (20 + Double(number % 1000) * 0.01, 40 + Double(number / 1000) * 0.01)
      return
        "H\(number),SHA,2020-01-01,\"POLYGON ((\(x) \(y), \(x + 0.005) \(y), \(x) \(y + 0.005), \(x) \(y)))\""
    }
    return (["id,class,date,wkt"] + rows).joined(separator: "\n")
  }

  /// A session with a book of one record, and a file that takes a while.
  private func prepared() throws -> (session: ShellSession, before: String) {
    let session = try ShellSession()
    try Data(Self.rows(1).utf8).write(to: session.folder.appending(path: "one.csv"))
    try Data(Self.rows(60_000).utf8).write(to: session.folder.appending(path: "many.csv"))
    let made = try session.run(
      [
        "landbook init book.gpkg", "landbook import hazards one.csv --crs EPSG:4326",
        "sha256sum book.gpkg",
      ])
    return (session, made[2].output)
  }

  /// Runs a command, sends it a signal as soon as it has begun to change the book, and waits for it.
  private func stopped(_ command: String, by signal: String, with extra: String = "") -> String {
    """
    \(command) 2>said.txt & child=$!
    until [ -e book.gpkg-journal ] || ! kill -0 $child; do sleep 0.02; done
    sleep 0.2; kill -\(signal) $child; \(extra)
    wait $child; code=$?; cat said.txt >&2; exit $code
    """
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func theFirstSignalEndsBetweenTwoRows(signal: String) throws {
    let (session, before) = try prepared()
    defer { session.remove() }
    let outcome = try session.run([
      // Whoever runs the tests under nohup hands down that the signal is ignored.
      "( \(stopped("env --default-signal=HUP landbook import hazards many.csv --crs EPSG:4326", by: signal)) )",
      "sha256sum book.gpkg",
      "ls -A", "landbook import hazards one.csv --crs EPSG:4326 --no-post",
    ])
    #expect(outcome[0].code == 130)
    #expect(outcome[0].errors.hasSuffix("\nStopped: nothing was stored.\n"))
    #expect(outcome[1].output == before, "the book is not what it was")
    // An import of that size makes a backup first.
    let backup = "book.gpkg.bak-20250101T000000Z"
    #expect(outcome[2].output == "book.gpkg\n\(backup)\nmany.csv\none.csv\nsaid.txt\n")
    #expect(outcome[3].errors.contains("0 stored + 1 unchanged"))
  }

  @Test func theSecondSignalEndsAtOnceAndTheJournalUndoes() throws {
    let (session, before) = try prepared()
    defer { session.remove() }
    let twice = stopped(
      "landbook import hazards many.csv --crs EPSG:4326", by: "INT", with: "kill -INT $child")
    let outcome = try session.run([
      "( \(twice) )", "landbook import hazards one.csv --crs EPSG:4326 --no-post",
      "sha256sum book.gpkg", "ls -A",
    ])
    #expect(outcome[0].code == 130)
    #expect(outcome[1].errors.contains("0 stored + 1 unchanged"))
    #expect(outcome[2].output == before)
    #expect(!outcome[3].output.contains("journal"))
  }

  @Test(arguments: ["TERM", "HUP"])
  func aStoppedMonthEndLeavesNoHalfFile(signal: String) throws {
    let (session, before) = try prepared()
    defer { session.remove() }
    let outcome = try session.run([
      """
      env --default-signal=HUP landbook month-end 2023 --out month & child=$!
      until [ -d month ] || ! kill -0 $child; do sleep 0.01; done
      kill -\(signal) $child; wait $child
      """, "ls -A month", "sha256sum book.gpkg",
    ])
    #expect(outcome[0].code == 130)
    #expect(outcome[0].errors == "Stopped.\n")
    #expect(outcome[1].output.isEmpty)
    #expect(outcome[2].output == before)
  }

  @Test func theReaderEndsWithTheImport() throws {
    let (session, before) = try prepared()
    defer { session.remove() }
    let made = try session.run([
      "command -v ogr2ogr && ogr2ogr many.fgb many.csv -oo GEOM_POSSIBLE_NAMES=wkt -a_srs EPSG:4326 -oo KEEP_GEOM_COLUMNS=NO"
    ])
    guard made[0].code == 0 else { return }
    let outcome = try session.run([
      "( \(stopped("landbook import hazards many.fgb", by: "INT")) )", "sha256sum book.gpkg",
      "sleep 0.5; pgrep -f 'landbook-reader read '$PWD/many.fgb; pgrep -fx '.*landbook-reader read many.fgb'",
    ])
    #expect(outcome[0].code == 130)
    #expect(outcome[0].errors.hasSuffix("\nStopped: nothing was stored.\n"))
    #expect(outcome[1].output == before)
    #expect(outcome[2].output.isEmpty, "the reader still runs")
  }

  @Test func whatPrintsEndsWithTheReport() throws {
    let (session, _) = try prepared()
    defer { session.remove() }
    let place = session.folder.path
    let engine = "#!/bin/sh\necho $$ >'\(place)/number'\nexec sleep 60\n"
    try Data(engine.utf8).write(to: session.folder.appending(path: "engine"))
    let outcome = try session.run([
      """
      chmod +x engine
      LANDBOOK_WEASYPRINT=$PWD/engine landbook report balance -o a.pdf & child=$!
      until [ -s number ] || ! kill -0 $child; do sleep 0.02; done
      kill -TERM $child; wait $child
      """, "cat number; sleep 0.2; grep -s State: /proc/$(cat number)/status",
    ])
    #expect(outcome[0].code == 130)
    let lines = outcome[1].output.split(separator: "\n")
    #expect(lines.count == 1 || lines.count == 2 && lines[1].contains("Z"), "\(lines)")
  }

  @Test func nothingIsShownInAPipe() throws {
    let (session, _) = try prepared()
    defer { session.remove() }
    let outcome = try session.run([
      "TERM=xterm landbook import hazards one.csv --crs EPSG:4326 --no-post"
    ])
    #expect(outcome[0].code == 0)
    #expect(!outcome[0].errors.contains("\u{1B}") && !outcome[0].errors.contains("\r"))
  }
}
