import Foundation
import Testing

/// A disk that is full, stood in for by a limit on the size of files, leaves all as it was.
struct FullDiskTests {
  private func prepared() throws -> ShellSession {
    let session = try ShellSession()
    let rows = (0..<400).map { number in
      let x = 20 + Double(number) * 0.01
      return
        "H\(number),SHA,2020-01-01,\"POLYGON ((\(x) 40, \(x + 0.005) 40, \(x) 40.005, \(x) 40))\""
    }
    try Data((["id,class,date,wkt"] + rows).joined(separator: "\n").utf8)
      .write(to: session.folder.appending(path: "many.csv"))
    #expect(
      try session.run(["landbook init book.gpkg", "sha256sum book.gpkg many.csv >sums"])[0].code
        == 0)
    return session
  }

  @Test func anImportThatDoesNotFitChangesNothing() throws {
    let session = try prepared()
    defer { session.remove() }
    let importing = "landbook import hazards many.csv --crs EPSG:4326"
    let outcome = try session.run([
      // In blocks of 512 bytes: the empty book and a little more.
      "( ulimit -f $(( $(wc -c <book.gpkg) / 512 + 40 )); exec \(importing) )",
      "sha256sum -c --quiet sums", "ls -A", "\(importing) --no-post",
    ])
    #expect(outcome[0].code == 74)
    #expect(outcome[0].errors.contains("book.gpkg: the file may not grow past"))
    #expect(outcome[0].errors.contains(/raise the limit to \d+ (KiB|MiB)/.ignoresCase()))
    #expect(outcome[1].code == 0, "the book is not what it was")
    #expect(outcome[2].output == "book.gpkg\nmany.csv\nsums\n")
    #expect(outcome[3].code == 0)
  }

  @Test(arguments: [
    "report balance -o out.html", "report balance -o out.xlsx", "export hazard out.geojson",
    "month-end 2023-05 --out out", "template turning-points out.xlsx", "init out.gpkg",
  ])
  func noHalfFileIsLeft(command: String) throws {
    let session = try prepared()
    defer { session.remove() }
    let outcome = try session.run([
      "landbook import hazards many.csv --crs EPSG:4326 --no-post; sha256sum book.gpkg many.csv >sums",
      "( ulimit -f 8; exec landbook \(command) )", "ls -A; ls -A out 2>/dev/null",
      "sha256sum -c --quiet sums",
    ])
    // Where a library is missing there is nothing to be cut short.
    if outcome[1].errors.contains("needs lib") { return }
    #expect(outcome[1].code == 74, "\(outcome[1].errors)")
    #expect(outcome[1].errors.contains(/\d+ (KiB|MiB)/))
    #expect(outcome[2].output == "book.gpkg\nmany.csv\nsums\n")
    #expect(outcome[3].code == 0)
  }

  @Test func standardOutputOnAFullDiskIsAnError() throws {
    let session = try prepared()
    defer { session.remove() }
    let outcome = try session.run([
      "landbook report balance >/dev/full",
      "landbook import hazards many.csv --crs EPSG:4326 --no-post 2>/dev/full",
      "landbook log --format csv | grep -c many.csv",
      "{ sleep 0.1; landbook log; } | true",
    ])
    #expect(outcome[0].code == 74)
    #expect(outcome[0].errors.contains("standard output can't be written"))
    #expect(outcome[1].code == 0, "work goes on where nobody listens")
    #expect(outcome[2].output == "1\n")
    #expect(outcome[3].errors.isEmpty, "a reader who has seen enough is no error")
  }
}
