import GeometryEngine
import GeometryValues
import Interchange
public import LandRelease
import Storage

/// Takes what other programs did to the layers of the map into the records, or puts the rows back.
///
/// An edit goes the way of an imported row: it is read, measured, held against the rules and stored
/// as a correction or a version, in a batch that can be undone. Where the record has changed since,
/// only what was edited is taken. A row that was deleted is never taken as a withdrawal.
public struct AdoptEdits {
  /// What was done to the row of a record.
  public enum Kind: String, Hashable, Sendable {
    case changed, added, deleted
  }

  /// One record that was edited.
  public struct Edit: Hashable, Sendable {
    /// The record, as `hazard ORG/ID`.
    public var record: String
    /// What was done to its row.
    public var kind: Kind
    /// What the row says, field by field.
    public var changes: [AmendRecord.Change] = []
    /// The area of the polygon before and after; nil where the polygon is as it was.
    public var areas: (before: Area?, after: Area?)? {
      isRedrawn ? (areaBefore, areaAfter) : nil
    }
    /// Whether only figures differ that are worked out from the rest.
    public var isDerivedOnly = false
    var isRedrawn = false
    var areaBefore: Area?
    var areaAfter: Area?
  }

  /// What adopting came to.
  public struct Outcome: Sendable {
    /// All that was edited of the records asked for.
    public var edits: [Edit] = []
    /// What became of the rows, hazards and releases apart.
    public var batches: [ImportOutcome] = []
    /// Findings that were edited, each with what was decided; adopted with all others.
    public var findings: [String] = []
    /// Records whose rows were put back as the records say.
    public var putBack: [String] = []
    /// Whether the ledger can be another one now.
    public var movesLand: Bool { batches.contains { $0.batch != nil } }
  }

  private let book: Book

  /// Makes the adopting of edits of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book
  }

  /// Adopts the edits of some records, or of all.
  ///
  /// - Parameters:
  ///   - names: as `hazard ORG/ID`, `ORG/ID` or an id; none is all.
  ///   - isRestoring: puts the rows back as the records say, in place of adopting them.
  /// - Throws: ``WorkflowError`` where a name is of no edited record.
  public func run(
    _ names: [String] = [], reason: String? = nil, actor: String? = nil, isDryRun: Bool = false,
    isRestoring: Bool = false
  ) throws -> Outcome {
    let found = try Self.chosen(try book.store.read { try $0.layerEdits() }, names)
    var outcome = Outcome(edits: found.map(Self.edit))
    let findings = try names.isEmpty ? book.store.read { try $0.findingEdits() } : []
    outcome.findings = findings.map { finding in
      let what = finding.name.map { "\($0): \(finding.decision ?? "")" } ?? "deleted"
      return "finding \(finding.number), \(what)"
    }
    if isRestoring {
      if !isDryRun { try putBack(found, actor, reason) }
      outcome.putBack = found.map(\.name)
      return outcome
    }
    for (layer, subject) in [("hazard", ImportRequest.Subject.hazards), ("release", .releases)] {
      let edits = found.filter { $0.layer == layer && $0.kind != .deleted && !$0.isDerivedOnly }
      if edits.isEmpty { continue }
      var request = ImportRequest(subject: subject, file: "layer \(layer)")
      request.amendment = try amendment(edits, layer, reason)
      request.actor = actor
      request.isDryRun = isDryRun
      var importing = ImportRecords(request, into: book)
      let done = try importing.run()
      outcome.batches.append(done)
      // What reads as what the record says already is shown as it says.
      if !isDryRun, done.batch == nil, done.refused == 0 { try putBack(edits, actor, reason) }
    }
    if !isDryRun {
      try putBack(found.filter(\.isDerivedOnly), actor, reason)
      try book.store.adoptFindings(findings, at: Clock.now, actor: actor, reason: reason)
    }
    return outcome
  }

  private static func chosen(_ edits: [LayerEdit], _ names: [String]) throws -> [LayerEdit] {
    if names.isEmpty { return edits }
    return try names.flatMap { name in
      let found = edits.filter { edit in
        [edit.name, edit.key.description, edit.key.id].contains(name)
      }
      guard !found.isEmpty else {
        throw WorkflowError(
          .noInput, "no record \"\(name)\" was edited on the map",
          remedy: "See what was with landbook adopt --dry-run.")
      }
      return found
    }
  }

  private func amendment(
    _ edits: [LayerEdit], _ layer: String, _ reason: String?
  ) throws -> Amendment {
    let rows = try book.store.read { reader in
      try edits.map { try EditedCells(reader).cells(of: $0) }
    }
    return Amendment(
      verb: "adopt", name: "layer \(layer)", record: "layer \(layer)",
      typed: edits.map(\.name).joined(separator: ", "), rows: rows,
      reason: reason.map { PersonalText.masked($0).text })
  }

  private func putBack(_ edits: [LayerEdit], _ actor: String?, _ reason: String?) throws {
    if edits.isEmpty { return }
    let info = try book.store.info()
    let waiting = try book.store.read {
      try LedgerInput($0, boundarySet: info.defaultBoundarySet).register().countingBeforeWaiting
    }
    try book.store.putBack(
      edits, waiting: waiting, at: Clock.now, actor: actor,
      reason: reason.map { PersonalText.masked($0).text }, mask: { PersonalText.masked($0).text })
  }

  private static func edit(_ edit: LayerEdit) -> Edit {
    let kind: Kind =
      switch edit.kind {
      case .changed: .changed
      case .added: .added
      case .deleted: .deleted
      }
    var told = Edit(record: edit.name, kind: kind, isDerivedOnly: edit.isDerivedOnly)
    told.changes = edit.columns.map {
      AmendRecord.Change(field: $0.name, before: $0.before, after: $0.after)
    }
    guard edit.drawing != .untouched else { return told }
    told.isRedrawn = true
    told.areaBefore = edit.polygonBefore.flatMap(area)
    switch edit.drawing {
    case .drawn(.polygons(let polygons)): told.areaAfter = area(polygons)
    case .drawn, .removed, .untouched: break
    case .unreadable(let why):
      told.changes.append(
        AmendRecord.Change(field: "polygon", before: nil, after: "unreadable: \(why)"))
    }
    return told
  }

  private static func area(_ polygon: MultiPolygon) -> Area? {
    Area(squareMetres: GeodesicArea.squareMetres(of: polygon))
  }
}
