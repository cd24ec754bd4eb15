/// The state of an installation and of a book, on one page for whoever is to help.
public enum DoctorStatement {
  /// What one line of the page comes to.
  public enum State: String, Hashable, Sendable {
    case good = "ok"
    /// Somebody should look.
    case attention = "look"
    /// A fact that is neither.
    case fact = "info"
  }

  /// One thing that was looked at.
  public struct Line: Hashable, Sendable {
    /// What was looked at, in a word or two.
    public var item: String
    /// What it comes to.
    public var state: State
    /// What was found.
    public var found: String
    /// What to do, as a sentence; nil where nothing need be done.
    public var remedy: String?

    /// Makes a line of its parts.
    public init(_ item: String, _ state: State, _ found: String, remedy: String? = nil) {
      self.item = item
      self.state = state
      self.found = found
      self.remedy = remedy
    }
  }

  /// Lines on one subject.
  public struct Chapter: Hashable, Sendable {
    /// The name machines read.
    public var id: String
    /// The caption.
    public var title: String
    /// The lines in order.
    public var lines: [Line]

    /// Makes a chapter of its parts.
    public init(id: String, title: String, lines: [Line]) {
      self.id = id
      self.title = title
      self.lines = lines
    }
  }

  /// Makes the page; what needs attention is counted above it.
  public static func report(_ chapters: [Chapter], book: String?) -> Report {
    let open = chapters.flatMap(\.lines).filter { $0.state == .attention }
    var stamps = [Stamp(key: "attention", label: "To look at", value: "\(open.count)")]
    if let book { stamps.insert(Stamp(key: "book", label: "Book", value: book), at: 0) }
    return Report(
      title: "Doctor", stamps: stamps,
      notes: ["Nothing on this page says where hazards are or who reported them."],
      warnings: open.map { "\($0.item): \($0.found). \($0.remedy ?? "")" },
      tables: chapters.map(table))
  }

  private static func table(_ chapter: Chapter) -> Table {
    Table(
      id: chapter.id, title: chapter.title,
      columns: [
        .words("item", "Item"), .words("state", "State"),
        Column("found", "Found", .text), Column("remedy", "What to do", .text),
      ],
      rows: chapter.lines.map { line in
        Row(
          .body,
          [
            .text(line.item), .text(line.state.rawValue), .text(line.found),
            line.remedy.map { .text($0) } ?? .empty,
          ])
      })
  }
}
