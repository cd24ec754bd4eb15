public import LandRelease

/// What a push does to one table.
public struct TableChange: Hashable, Sendable {
  /// The table.
  public var table: String
  /// Rows that the mirror lacks.
  public var added: [Int64] = []
  /// Rows that say something else.
  public var changed: [Int64] = []
  /// Rows that the book has no longer.
  public var removed: [Int64] = []
  var chunks: [TableChunk] = []
  var goneChunks: [Int64] = []

  /// Whether there is nothing to do.
  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

/// What gives the rows of a table, each to a closure.
public typealias GivenRows = (_ body: ([TableCell]) throws -> Void) throws -> Void
/// What gives the chunks of a table, each to a closure.
public typealias GivenChunks = (_ body: (TableChunk) throws -> Void) throws -> Void

/// Writes the rows of a book into its mirror.
public struct MirrorWriter {
  private let mirror: BookMirror
  private let server: Server
  /// Values that are not what their column promises, until they are written.
  private var kept: [(table: String, row: Int64, column: String, cell: TableCell)] = []
  /// How many such values were written.
  public private(set) var keptCount = 0
  /// How many bytes were sent.
  public private(set) var sent = 0

  /// Makes the writer of a mirror.
  public init(_ mirror: BookMirror) {
    self.mirror = mirror
    server = mirror.server
  }

  /// Fills an empty table.
  public mutating func fill(
    _ layout: TableLayout, rows: GivenRows, chunks: GivenChunks
  ) throws -> Int {
    let count = try copy(layout, rows)
    try copy(layout, chunks)
    try writeKept()
    return count
  }

  /// What must be done to a table so that it holds what the book holds.
  public func change(of layout: TableLayout, _ chunks: GivenChunks) throws -> TableChange {
    var known = try mirror.chunks(of: layout)
    var change = TableChange(table: layout.name)
    var batch: [TableChunk] = []
    try chunks { chunk in
      let before = known.removeValue(forKey: chunk.number)
      if before == chunk.digest { return }
      batch.append(chunk)
      if batch.count >= Self.batchSize { try compare(&batch, layout, &change) }
    }
    try compare(&batch, layout, &change)
    change.goneChunks = known.keys.sorted()
    for start in stride(from: 0, to: change.goneChunks.count, by: Self.batchSize) {
      let part = change.goneChunks[start..<min(start + Self.batchSize, change.goneChunks.count)]
      change.removed += try mirror.items(of: layout, chunks: Array(part)).keys
    }
    change.removed.sort()
    return change
  }

  private static let batchSize = 500

  private func compare(
    _ batch: inout [TableChunk], _ layout: TableLayout, _ change: inout TableChange
  ) throws {
    if batch.isEmpty { return }
    var before = try mirror.items(of: layout, chunks: batch.map(\.number))
    for chunk in batch {
      for (row, digest) in TableChunk.rows(of: chunk.items).sorted(by: { $0.key < $1.key }) {
        guard let was = before.removeValue(forKey: row) else {
          change.added.append(row)
          continue
        }
        if was != digest { change.changed.append(row) }
      }
    }
    change.removed += before.keys
    change.chunks += batch
    batch.removeAll()
  }

  /// Does to a table what must be done.
  ///
  /// - Parameter rows: gives the rows that have some numbers.
  public mutating func apply(
    _ change: TableChange, to layout: TableLayout,
    rows: ([Int64]) -> GivenRows
  ) throws {
    try delete(change.removed + change.changed, layout)
    let numbers = (change.added + change.changed).sorted()
    if !numbers.isEmpty { _ = try copy(layout, rows(numbers)) }
    let stale = change.goneChunks + change.chunks.map(\.number)
    for part in Self.parts(stale) {
      try server.run(
        "DELETE FROM \(MirrorTables.chunk) WHERE table_name = $1 AND chunk = ANY ($2::bigint[])",
        [layout.name, BookMirror.list(part)])
    }
    try copy(layout) { (body: (TableChunk) throws -> Void) in try change.chunks.forEach(body) }
    try writeKept()
  }

  private func delete(_ numbers: [Int64], _ layout: TableLayout) throws {
    for part in Self.parts(numbers) {
      try server.run(
        "DELETE FROM \(Server.quoted(layout.name)) WHERE \(Server.quoted(layout.key)) = ANY ($1::bigint[])",
        [BookMirror.list(part)])
      try server.run(
        "DELETE FROM \(MirrorTables.value) WHERE table_name = $1 AND row = ANY ($2::bigint[])",
        [layout.name, BookMirror.list(part)])
    }
  }

  private static func parts(_ numbers: [Int64]) -> [ArraySlice<Int64>] {
    stride(from: 0, to: numbers.count, by: 10_000).map {
      numbers[$0..<min($0 + 10_000, numbers.count)]
    }
  }
}

extension MirrorWriter {
  private mutating func copy(_ layout: TableLayout, _ rows: GivenRows) throws -> Int {
    let key = layout.columns.firstIndex { $0.name == layout.key } ?? 0
    var copy = try CopyRows(
      server, into: layout.name, columns: TableStatements(layout: layout).columnList)
    var count = 0
    try rows { cells in
      count += 1
      try copy.beginRow(cells.count)
      for (cell, column) in zip(cells, layout.columns)
      where !CellCoding.add(cell, as: column.kind, to: &copy) {
        guard case .integer(let row) = cells[key],
          CellCoding.addStandIn(for: cell, in: column, to: &copy)
        else { throw Self.refusal(layout, column, cells[key]) }
        kept.append((layout.name, row, column.name, cell))
      }
    }
    try copy.finish()
    sent += copy.sent
    return count
  }

  private static func refusal(
    _ layout: TableLayout, _ column: TableLayout.Column, _ key: TableCell
  ) -> MirrorError {
    let row = if case .integer(let number) = key { "\(number)" } else { "?" }
    return MirrorError(
      .unusable,
      "\(layout.name), row \(row): \(column.name) holds what is none of its kind, and must hold something",
      remedy: "landbook verify tells what was done to the book; correct it and push again.")
  }

  private mutating func copy(_ layout: TableLayout, _ chunks: GivenChunks) throws {
    var copy = try CopyRows(
      server, into: MirrorTables.chunk, columns: "table_name, chunk, digest, items")
    try chunks { chunk in
      try copy.beginRow(4)
      copy.addField(layout.name)
      copy.addField(chunk.number)
      copy.addField(chunk.digest)
      copy.addField(chunk.items)
    }
    try copy.finish()
    sent += copy.sent
  }

  private mutating func writeKept() throws {
    if kept.isEmpty { return }
    var copy = try CopyRows(
      server, into: MirrorTables.value, columns: "table_name, row, column_name, kind, value")
    for value in kept {
      guard let (kind, bytes) = CellCoding.kept(value.cell) else { continue }
      try copy.beginRow(5)
      copy.addField(value.table)
      copy.addField(value.row)
      copy.addField(value.column)
      copy.addField(kind)
      copy.addField(bytes)
    }
    try copy.finish()
    keptCount += kept.count
    kept.removeAll()
  }
}
