import Foundation
import Testing

/// A book whose writer dies is whole, and is there for everybody who may read it.
struct CrashTests {
  private static let land = "id,class,date,wkt"
  private static let importing = "landbook import hazards many.csv --crs EPSG:4326"

  private static func row(_ number: Int) -> String {
    let (x, y) = (20 + Double(number % 100) * 0.01, 40 + Double(number / 100) * 0.01)
    return
      "H\(number),SHA,2020-01-01,\"POLYGON ((\(x) \(y), \(x + 0.005) \(y), \(x) \(y + 0.005), \(x) \(y)))\""
  }

  private func prepared() throws -> ShellSession {
    let session = try ShellSession()
    for (name, rows) in [("one", 0..<1), ("many", 0..<800)] {
      let text = ([Self.land] + rows.map(Self.row)).joined(separator: "\n")
      try Data(text.utf8).write(to: session.folder.appending(path: "\(name).csv"))
    }
    let made = try session.run([
      "landbook init book.gpkg", "landbook import hazards one.csv --crs EPSG:4326",
      "cp book.gpkg before.gpkg", "mkdir talk",
    ])
    #expect(made.map(\.code) == [0, 0, 0, 0])
    return session
  }

  @Test func eightKillsLeaveTheBookWholeAndNothingToldOfIsLost() throws {
    let session = try prepared()
    defer { session.remove() }
    let calm = try session.run([Self.importing, "landbook report balance --format csv"])
    for delay in [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 1.2, 1.6] {
      let outcome = try session.run([
        "cp before.gpkg book.gpkg",
        "\(Self.importing) 2>talk/said & child=$!; sleep \(delay); kill -9 $child; wait $child; cat talk/said >&2",
        "landbook log --format csv", "cmp book.gpkg before.gpkg", "landbook post", "ls -A",
        "landbook report balance --format csv",
      ])
      let isStored = outcome[2].output.contains("many.csv,800,799,1,0")
      if outcome[1].errors.contains("Stored as batch 2") {
        #expect(isStored, "batch 2 was told of and is gone after \(delay) s")
      }
      #expect(outcome[2].code == 0, "\(outcome[2].errors)")
      #expect(isStored || outcome[3].code == 0, "a killed import left something in the book")
      #expect(outcome[4].code == 0, "\(outcome[4].errors)")
      #expect(outcome[5].output == "before.gpkg\nbook.gpkg\nmany.csv\none.csv\ntalk\n")
      if isStored { #expect(outcome[6].output == calm[1].output) }
    }
  }

  /// Leaves a book in the middle of a write: a journal with its head, and a file that has grown.
  private static let dying = """
    \(importing) 2>talk/said & child=$!
    until [ $(wc -c <book.gpkg-journal 2>/dev/null || echo 0) -gt 9000 ] || ! kill -0 $child; do :; done
    kill -9 $child; wait $child; [ -s book.gpkg-journal ] && head -c 4096 /dev/zero >>book.gpkg &&
      printf '\\331\\325\\005\\371\\040\\241\\143\\327\\377\\377\\377\\377' | dd of=book.gpkg-journal conv=notrunc
    """

  @Test(arguments: ["landbook log", "landbook report balance", "landbook post"])
  func whoeverComesNextUndoesAWriteThatWasCutShort(command: String) throws {
    let session = try prepared()
    defer { session.remove() }
    let outcome = try session.run([
      Self.dying, command, "cmp book.gpkg before.gpkg", "ls", "landbook log",
    ])
    #expect(outcome[0].code == 0, "there is no journal")
    #expect(outcome[1].code == 0, "\(outcome[1].errors)")
    #expect(outcome[1].errors.contains("was cut short. It is undone"))
    #expect(outcome[2].code == 0 || command == "landbook post")
    #expect(!outcome[3].output.contains("journal"))
    #expect(!outcome[4].errors.contains("cut short"), "it is said once")
  }

  @Test func whoMayOnlyReadIsToldWhatToDo() throws {
    let session = try prepared()
    defer { session.remove() }
    let outcome = try session.run([
      Self.dying, "chmod 444 book.gpkg*; chmod 555 .", Self.asNobody("landbook log"),
      "chmod 755 .; mkdir -m 777 copy; cp book.gpkg* copy; chmod 666 copy/*",
      Self.asNobody("landbook log --book copy/book.gpkg"),
    ])
    if outcome[2].code == 126 || outcome[2].code == 127 { return }
    #expect(outcome[2].code == 73)
    #expect(outcome[2].errors.contains("Copy it with its -journal file"))
    #expect(outcome[4].code == 0, "\(outcome[4].errors)")
  }

  @Test func aBookThatMayOnlyBeReadIsReadAndNotWritten() throws {
    let session = try prepared()
    defer { session.remove() }
    let reading = ["log", "report balance", "check", "why H0", "export movement m.csv"]
    let writing = ["post", "check --anew", "undo 1", "report balance -o b.csv", "init b.gpkg"]
    let outcome = try session.run(
      ["chmod 444 book.gpkg; chmod 555 ."]
        + (reading + writing).map { Self.asNobody("landbook \($0)") }
        + ["cmp book.gpkg before.gpkg", "ls -A; chmod 755 ."])
    if outcome[1].code == 126 || outcome[1].code == 127 { return }
    for answer in outcome[1...4] { #expect([0, 2].contains(answer.code), "\(answer.errors)") }
    for answer in outcome[5...10] {
      #expect(answer.code == 73 || answer.code == 74, "\(answer.errors)")
    }
    #expect(outcome[11].code == 0)
    #expect(outcome[12].output == "before.gpkg\nbook.gpkg\nmany.csv\none.csv\ntalk\n")
  }

  /// Rights mean nothing to root, who gives them up then.
  private static func asNobody(_ command: String) -> String {
    "if [ $(id -u) = 0 ]; then setpriv --reuid 65534 --regid 65534 --clear-groups \(command); else \(command); fi"
  }
}
