import Foundation
public import Reporting
import Storage

/// Makes a backup of a book, and lists those there are.
public struct BackUpBook {
  /// A backup that was just made.
  public struct Outcome: Hashable, Sendable {
    /// Where it is.
    public var path: String
    /// In bytes.
    public var size: Int
    /// Older backups that went for it, the oldest first.
    public var removed: [String] = []

    /// Whether the backup is as its log says, in a sentence; nil where nobody looked.
    public var logSentence: String?

    /// One line on it, with its path, its size and what went for it.
    public var sentence: String {
      let gone = removed.map(Self.name).joined(separator: ", ")
      return "Backup: \(path) (\(FileSize.text(size)))."
        + (gone.isEmpty ? "" : " Gone, since later ones are kept: \(gone).")
    }

    private static func name(_ path: String) -> String { (path as NSString).lastPathComponent }

    init(_ made: MadeBackup) {
      (path, size, removed) = (made.path, made.size, made.removed)
    }
  }

  private let path: String

  /// Makes the backing up of the book at a path; the file is not opened yet.
  public init(bookAt path: String) {
    self.path = path
  }

  /// Copies the book, checks the copy and lets the oldest backups go.
  ///
  /// - Parameters:
  ///   - target: a folder or a new file; nil is beside the book.
  ///   - keep: how many backups stay; nil is what the environment says, else ten.
  /// - Throws: ``WorkStopped`` where somebody stopped it: no file is left.
  public func run(
    to target: String? = nil, keep: Int? = nil, progress: WorkProgress = WorkProgress()
  ) throws -> Outcome {
    progress.begin("Copying \((path as NSString).lastPathComponent)")
    let policy = BackupPolicy(at: Clock.now, keep: try BackupSettings.keep(keep))
    var outcome = Outcome(
      try LandBook.backUp(bookAt: path, to: target, policy: policy) { _, _ in
        do {
          try progress.goOn()
        } catch {
          throw WorkStopped(message: "Stopped: no backup was made")
        }
      })
    outcome.logSentence = LogSentence.of(bookAt: outcome.path)
    return outcome
  }

  /// What lies beside the book, or in a folder, as its backups; each is read to its end.
  public func list(in folder: String? = nil) throws -> Report {
    let backups = try LandBook.backups(ofBookAt: path, in: folder)
    return BackupsStatement.report(
      backups.map { backup in
        let (state, fault) = Self.words(backup.state)
        return BackupLine(
          file: (backup.path as NSString).lastPathComponent,
          madeAt: backup.madeAt?.description, size: backup.size,
          lastBatch: backup.lastBatch.map(Int.init), lastBatchAt: backup.lastBatchAt, state: state,
          fault: fault)
      }, bookName: (path as NSString).lastPathComponent)
  }

  private static func words(_ state: Backup.State) -> (String, String?) {
    switch state {
    case .sound: ("sound", nil)
    case .damaged(let fault): ("damaged", fault)
    case .unfinished: ("unfinished", "Its making was cut short: delete it.")
    case .ofAnotherBook: ("another book", "It is left alone.")
    case .notABook: ("no book", "It is left alone.")
    }
  }
}

/// How large a file is, as people say it.
enum FileSize {
  static func text(_ bytes: Int) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var (size, place) = (Double(bytes), 0)
    while size >= 999.5, place < units.count - 1 {
      size /= 1000
      place += 1
    }
    return place == 0 ? "\(bytes) bytes" : "\((size * 10).rounded() / 10) \(units[place])"
  }
}
