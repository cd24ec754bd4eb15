import Foundation
import GeometryEngine
import LandRelease
import Testing

@testable import Workflows

/// The small books worked out by hand, from files through import and posting to the report.
struct LedgerCaseTests {
  @Test(arguments: LedgerCase.all)
  func theReportIsTheOneWorkedOutByHand(of example: LedgerCase) throws {
    let folder = try TemporaryFolder()
    let reported = try folder.transitions(of: example)
    let expected = example.expectedSums
    for key in Set(reported.keys).union(expected.keys).sorted() {
      let (has, should) = (reported[key] ?? 0, expected[key] ?? 0)
      #expect(abs(has - should) <= 1e-6 * max(has, should) + 100, "\(key): \(has), not \(should)")
    }
  }

  @Test(arguments: LedgerCase.ofLayers)
  func theLayersAreThoseWorkedOutByHand(of example: LedgerCase) throws {
    let folder = try TemporaryFolder()
    let posted = try folder.sumsOfTypes(of: example)
    let expected = example.expectedSumsOfTypes
    for key in Set(posted.keys).union(expected.keys).sorted() {
      let (has, should) = (posted[key] ?? 0, expected[key] ?? 0)
      #expect(abs(has - should) <= 1e-6 * max(has, should) + 100, "\(key): \(has), not \(should)")
    }
  }

  /// The cases and the rules read by points bear each other out, in `land` and in every type.
  @Test(arguments: LedgerCase.all)
  func theRulesReadByPointsAgree(on example: LedgerCase) throws {
    let folder = try TemporaryFolder()
    let (land, types) = try folder.sumsByPoints(of: example)
    var compared = [(land, example.expectedSums)]
    if !example.types.isEmpty { compared.append((types, example.expectedSumsOfTypes)) }
    for (found, expected) in compared {
      for key in Set(found.keys).union(expected.keys).sorted() {
        let (has, should) = (found[key] ?? 0, expected[key] ?? 0)
        #expect(abs(has - should) <= 1e-6 * max(has, should) + 100, "\(key): \(has), not \(should)")
      }
    }
  }

  @Test func namesAreDistinct() {
    #expect(Set(LedgerCase.all.map(\.description)).count == LedgerCase.all.count)
  }
}

/// A folder that goes when the test ends.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "landbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Takes a text into the book as a file.
  @discardableResult
  func importText(
    _ text: String, as subject: ImportRequest.Subject, into book: Book
  ) throws -> ImportOutcome {
    let file = path("\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    var request = ImportRequest(subject: subject, file: file)
    request.crs = "EPSG:4326"
    request.rejects = path("\(UUID().uuidString).rejects.csv")
    var records = ImportRecords(request, into: book)
    return try records.run()
  }

  /// A book with the records of a case, posted.
  private func book(of example: LedgerCase) throws -> Book {
    let book = try Book.make(at: path("book.gpkg"), name: "Case", isSynthetic: false)
    for file in example.files {
      let subject = try #require(ImportRequest.Subject(rawValue: file.subject))
      try importText(file.csv, as: subject, into: book)
    }
    _ = try PostLedger(book).run()
    return book
  }

  /// The movements of a case in layers of types, in square metres by year, layer and what happened.
  func sumsOfTypes(of example: LedgerCase) throws -> [String: Double] {
    var sums: [String: Double] = [:]
    for line in try movements(of: try book(of: example)) {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells[4] != "land" else { continue }
      let key = ([String(cells[0].prefix(4))] + cells[4...8]).joined(separator: ",")
      sums[key, default: 0] += Double(cells[9]) ?? 0
    }
    return sums
  }

  /// What the rules read by points make of a case: `land` with districts, and the types without.
  func sumsByPoints(
    of example: LedgerCase
  ) throws -> (land: [String: Double], types: [String: Double]) {
    let store = try book(of: example).store
    let set = try store.info().defaultBoundarySet
    let records = try store.read { reader in
      RandomBook(
        hazards: try reader.hazards(), releases: try reader.releases(),
        tasks: try reader.tasks().map(\.content),
        districts: try set.map { try reader.districts(set: $0).map(\.content) } ?? [])
    }
    let plane = EqualAreaPlane.centred(on: records.grounds.map(\.envelope))
    let rules = PointRules(records, sharesGround: try GroundFaces.sharesGround(in: plane))
    let faces = try GroundFaces(records.grounds, districts: records.districts, plane: plane)
    let ledger = try PointLedger(rules, faces, layers: Layer.allCases)
    var sums: (land: [String: Double], types: [String: Double]) = ([:], [:])
    for (key, area) in ledger.areas {
      let what = key.decision.transition
      let year = ledger.days[key.decision.event].flatMap(Self.year) ?? ""
      let words = [
        what.from.rawValue, what.to.rawValue, what.cause.rawValue, what.again ? "yes" : "no",
      ]
      if key.decision.layer == .land {
        sums.land[([key.district, year] + words).joined(separator: ","), default: 0] += area
      } else {
        let place = [year, key.decision.layer.rawValue]
        sums.types[(place + words).joined(separator: ","), default: 0] += area
      }
    }
    return sums
  }

  private static func year(_ day: Int) -> String? {
    guard day > Int.min else { return nil }
    let seconds = Double(day) * 86_400
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return "\(calendar.component(.year, from: Date(timeIntervalSince1970: seconds)))"
  }

  /// The transitions report of a case in square metres, by district, year and what happened.
  func transitions(of example: LedgerCase) throws -> [String: Double] {
    let book = try book(of: example)
    let report = try MakeReport(book).run(
      ReportRequest(statement: .transitions, dimensions: [.district, .year]))
    var sums: [String: Double] = [:]
    for row in try #require(report.tables.first).rows {
      var words = row.cells.dropLast().map { cell in
        if case .text(let text) = cell { text } else { "" }
      }
      guard words.remove(at: 2) == "land" else { continue }
      guard case .area(let area) = row.cells.last else { continue }
      sums[words.joined(separator: ","), default: 0] += area.squareMetres
    }
    return sums
  }
}
