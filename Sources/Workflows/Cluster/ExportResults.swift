import Foundation
import Interchange
import LandRelease
import Storage

/// Writes the movements that kernels made of a folder as a table, as `export movement` writes those
/// of the book.
public struct ExportResults {
  private let book: Book
  private let progress: WorkProgress

  /// Makes the export; nothing is read yet.
  public init(_ book: Book, progress: WorkProgress = WorkProgress()) {
    self.book = book
    self.progress = progress
  }

  /// Checks all results against the book and the manifest, and writes them to a file.
  ///
  /// - Returns: how many rows were written.
  public func run(_ path: String, to file: String) throws -> Int {
    try OutputPath.check(file)
    let folder = ClusterFolder(path)
    let manifest = try ClusterManifest.read(folder)
    progress.begin("Reading the records")
    let (ledger, through) = try ClusterInput.read(book.store, from: manifest.viewpoint) {
      read, _ in
      (try CollectedResults(folder, manifest, read).ledger(), read.throughBatch)
    }
    return try book.store.read(with: ledger, throughBatch: through) { reader in
      try LayerWriter.write(MovementLines(reader, leavingOut: .none).table, to: file) { _ in }.rows
    }
  }
}
