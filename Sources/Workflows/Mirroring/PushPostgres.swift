import LandRelease
import Mirror
import Storage

/// Publishes a book to PostgreSQL: the same tables with the same rows, and only what changed.
public struct PushPostgres {
  /// What a push came to.
  public struct Outcome: Hashable, Sendable {
    /// What was, or would be, done to one table.
    public struct Line: Hashable, Sendable {
      /// The table.
      public var table: String
      /// Rows that were new.
      public var added: Int
      /// Rows that said something else.
      public var changed: Int
      /// Rows that the book has no longer.
      public var removed: Int
    }

    /// The tables to which something was done, in the order of the book.
    public var lines: [Line] = []
    /// Whether the tables were filled anew.
    public var isWhole = false
    /// Rows of all tables of the book.
    public var rows = 0
    /// Bytes that were sent.
    public var bytes = 0
    /// Values that are not what their column promises, which are kept beside it.
    public var odd = 0
    /// What somebody should know, as sentences.
    public var notes: [String] = []
    /// The database and the schema, in words.
    public var place = ""
    /// What the log of the book ends with.
    public var head = ""
    /// What the mirror held before; nil where there was none.
    public var headBefore: String?
  }

  private let book: Book

  /// Makes the publishing of one book.
  public init(_ book: Book) {
    self.book = book
  }

  /// Pushes the book in one transaction of the server, which is undone where anything fails.
  ///
  /// - Parameters:
  ///   - isTried: whether all is looked at and nothing written.
  ///   - isAnew: whether what the mirror holds is replaced, whatever it is.
  /// - Throws: ``WorkflowError`` where the mirror is of another book, was changed by somebody else,
  ///   or the server refuses.
  public func run(
    to connection: String, schema: String, isTried: Bool = false, isAnew: Bool = false
  ) throws -> Outcome {
    try WorkflowError.wording {
      if book.store.opening == .copied {
        throw WorkflowError(
          .unusable, "an earlier version of Landbook has made the book",
          remedy: "Bring it up to date first: landbook post.")
      }
      let server = try Server(connection, schema: schema)
      return try book.store.read { reader in
        let source = try reader.copySource()
        let push = Push(source: source, mirror: BookMirror(server), isTried: isTried)
        var outcome = try server.inTransaction(.writing) { try push.run(isAnew: isAnew) }
        outcome.place = "\(server.place), schema \(schema)"
        if server.hasOpenPassword { outcome.notes.append(Self.openPassword) }
        let foreign = try source.foreignColumnCount()
        if foreign > 0 {
          outcome.notes.append(
            "\(foreign) columns that another program added to the book's tables are not mirrored.")
        }
        return outcome
      }
    }
  }

  static let openPassword =
    "The connection holds a password, which others on this machine can see: put it into ~/.pgpass, a service file or $PGPASSWORD."
}

private struct Push {
  let source: BookCopySource
  let mirror: BookMirror
  let isTried: Bool

  func run(isAnew: Bool) throws -> (PushPostgres.Outcome, isKept: Bool) {
    try mirror.lockToWrite()
    let standing = try mirror.header()
    var outcome = PushPostgres.Outcome()
    outcome.head = source.head.hash
    outcome.headBefore = standing?.head
    guard let standing else {
      if isTried { return (try countingAll(outcome), false) }
      try mirror.create(source.layouts)
      return (try filling(outcome, isNew: true), true)
    }
    if !isAnew { try refuseForeign(standing) }
    guard mirror.hasTables(of: source.layouts, standing) else {
      if isTried { return (try countingAll(outcome), false) }
      try mirror.drop()
      try mirror.create(source.layouts)
      return (try filling(outcome, isNew: true), true)
    }
    if isAnew {
      if isTried { return (try countingAll(outcome), false) }
      try mirror.empty(source.layouts)
      return (try filling(outcome, isNew: false), true)
    }
    try mirror.checkUntouched()
    return try updating(outcome, standing)
  }

  private var header: MirrorHeader {
    MirrorHeader(
      book: source.name, createdAt: source.createdAt, steps: source.steps,
      headSequence: source.head.sequence, head: source.head.hash, headAt: source.head.at)
  }

  /// The mirror must hold what the book was once.
  private func refuseForeign(_ standing: MirrorHeader) throws {
    if try source.holds(hash: standing.head, at: standing.headSequence) { return }
    let isSame = standing.book == source.name && standing.createdAt == source.createdAt
    let why =
      isSame
      ? "the mirror holds a state of the book that the book's log doesn't have: it was restored from a backup, or changed elsewhere"
      : "the mirror is of another book, \"\(standing.book)\" made \(standing.createdAt)"
    throw WorkflowError(
      .unusable,
      "\(why). Head of the mirror: entry \(standing.headSequence), \(standing.head). Head of the book: entry \(source.head.sequence), \(source.head.hash)",
      remedy:
        "If the book is the one that counts, put it in place of the other with --anew; else push it to another --schema."
    )
  }

  private func filling(
    _ outcome: PushPostgres.Outcome, isNew: Bool
  ) throws -> PushPostgres.Outcome {
    var (outcome, writer) = (outcome, MirrorWriter(mirror))
    outcome.isWhole = true
    for layout in source.layouts {
      let count = try writer.fill(
        layout, rows: { try source.rows(of: layout, $0) },
        chunks: { try source.chunks(of: layout, $0) })
      outcome.add(layout.name, added: count)
    }
    try mirror.finish(source.layouts, isNew: isNew)
    try mirror.seal(header, source.layouts, tables: nil, program: ProgramVersion.current)
    outcome.take(writer)
    return outcome
  }

  private func updating(
    _ outcome: PushPostgres.Outcome, _ standing: MirrorHeader
  ) throws -> (PushPostgres.Outcome, isKept: Bool) {
    var (outcome, writer) = (outcome, MirrorWriter(mirror))
    var touched: Set<String> = []
    for layout in source.layouts {
      let change = try writer.change(of: layout) { body in
        try source.chunks(of: layout) { chunk in
          outcome.rows += chunk.items.count / TableChunk.width
          try body(chunk)
        }
      }
      if change.isEmpty { continue }
      touched.insert(layout.name)
      outcome.lines.append(PushPostgres.Outcome.Line(change))
      if isTried { continue }
      try writer.apply(change, to: layout) { numbers in
        { try source.rows(of: layout, numbered: numbers, $0) }
      }
    }
    outcome.take(writer)
    guard !isTried, !touched.isEmpty || standing.head != source.head.hash else {
      return (outcome, false)
    }
    try mirror.seal(header, source.layouts, tables: touched, program: ProgramVersion.current)
    return (outcome, true)
  }

  /// What filling the tables would write.
  private func countingAll(_ outcome: PushPostgres.Outcome) throws -> PushPostgres.Outcome {
    var outcome = outcome
    outcome.isWhole = true
    for layout in source.layouts {
      var count = 0
      try source.chunks(of: layout) { count += $0.items.count / TableChunk.width }
      outcome.add(layout.name, added: count)
    }
    return outcome
  }
}

extension PushPostgres.Outcome {
  fileprivate mutating func add(_ table: String, added: Int) {
    rows += added
    if added > 0 { lines.append(Line(table: table, added: added, changed: 0, removed: 0)) }
  }

  fileprivate mutating func take(_ writer: MirrorWriter) {
    bytes = writer.sent
    odd = writer.keptCount
  }
}

extension PushPostgres.Outcome.Line {
  fileprivate init(_ change: TableChange) {
    self.init(
      table: change.table, added: change.added.count, changed: change.changed.count,
      removed: change.removed.count)
  }
}
