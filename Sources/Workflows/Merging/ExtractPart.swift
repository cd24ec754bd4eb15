import Foundation
import LandRelease
public import Reporting
import Storage

/// Makes the part of a book that an operator takes to the field.
public struct ExtractPart {
  /// What it came to.
  public struct Outcome: Sendable {
    /// What is in the part and what is not.
    public var report: Report
    /// How many records are in it.
    public var records: Int
    /// How many batches they came with.
    public var batches: Int
  }

  private let book: Book

  /// Makes the cutting of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book
  }

  /// Makes a new book of the records of districts or operators.
  ///
  /// - Parameters:
  ///   - sharing: whom it is for, which decides what is too sensitive.
  /// - Throws: ``WorkflowError`` where a district is unknown or nothing belongs to the part.
  public func run(
    to path: String, districts: [String], operators: [String], sharing: SharingProfile,
    actor: String?
  ) throws -> Outcome {
    guard !districts.isEmpty || !operators.isEmpty else {
      throw WorkflowError(
        .usage, "nothing says what the part is to hold",
        remedy: "Give --district or --operator; a whole book is copied by landbook backup.")
    }
    guard !["donor", "public"].contains(sharing.name) else {
      throw WorkflowError(
        .usage, "a book holds every record by its id, which the profile \(sharing.name) leaves out",
        remedy: "Give --profile partner or internal; for others there are reports and exports.")
    }
    let info = try book.store.info()
    if info.ledger.recordsBehind > 0 {
      throw WorkflowError(
        .failed, "the ledger is behind by \(info.ledger.recordsBehind) records",
        remedy: "Run landbook post first: it says in which districts records lie.")
    }
    let restricted = try book.store.read {
      try RestrictedKeys(RestrictedRecords($0, above: sharing.mostSensitive), $0, sharing)
    }
    var choice = ExtractChoice(districts: districts, operators: operators)
    choice.withheld = restricted.keys
    var description = BatchDescription(at: Clock.now, verb: "extract", recordType: "books")
    description.file = book.store.path
    description.actor = actor
    let summary = try book.store.extract(
      to: path, choice, description, programVersion: ProgramVersion.current)
    if let unknown = summary.unknownDistricts.first {
      throw WorkflowError(
        .usage, "the book has no district \(unknown)",
        remedy: "Give the code of a district: landbook export district FILE lists them.")
    }
    return Self.outcome(summary, restricted, path, sharing)
  }

  private static func outcome(
    _ summary: ExtractSummary, _ restricted: RestrictedKeys, _ path: String,
    _ sharing: SharingProfile
  ) -> Outcome {
    let lines = summary.lines.map { line in
      ExtractLine(
        what: BatchWords.table(line.table), kept: line.kept, leftOut: line.leftOut,
        restricted: restricted.count(line.table))
    }
    let records = summary.lines.filter { $0.table != "district" }.reduce(0) { $0 + $1.kept }
    var notes = [
      "What is left out is not taken back: the part joins again with landbook merge.",
      "Ground that records left out have changed stands in the part as if they were not there.",
    ]
    if summary.lines.contains(where: { $0.table == "claim" }) {
      notes.append(
        "Published claims stay with the book that holds all records: landbook reconcile.")
    }
    if restricted.isAny { notes.append("Restricted records stay out for \(sharing.name).") }
    return Outcome(
      report: ExtractStatement.report(
        lines, notes: notes, file: (path as NSString).lastPathComponent),
      records: records, batches: summary.batches)
  }
}

/// Records that are too sensitive for whom a part is made.
struct RestrictedKeys {
  let keys: [String: Set<RecordKey>]

  init(_ records: RestrictedRecords, _ reader: BookReader, _ sharing: SharingProfile) throws {
    guard let level = sharing.mostSensitive, level < .severe else {
      keys = [:]
      return
    }
    func restricted(
      _ all: [RecordKey], _ table: BookReader.SensitiveTable, _ byDefault: Sensitivity
    ) throws -> Set<RecordKey> {
      let stated = try reader.statedSensitivities(of: table)
      return Set(all.filter { (stated[$0] ?? byDefault) > level })
    }
    keys = [
      "hazard": records.hazards, "release": records.releases, "device": records.devices,
      "victim": try restricted(
        try reader.victims().map(\.content.key), .victim, Victim.sensitivityByDefault.level),
      "accident": try restricted(
        try reader.accidents().map(\.content.key), .accident, Accident.sensitivityByDefault.level),
      "minefield record": try restricted(
        try reader.minefieldRecords().map(\.content.key), .minefieldRecord,
        MinefieldRecord.sensitivityByDefault.level),
      "zone": try restricted(try reader.zones().map(\.content.key), .zone, .low),
    ]
  }

  var isAny: Bool { keys.values.contains { !$0.isEmpty } }

  func count(_ table: String) -> Int {
    let word = table.replacing("_version", with: "").replacing("_", with: " ")
    return keys[word]?.count ?? 0
  }
}
