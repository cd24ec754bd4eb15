import Foundation
import Interchange
import LandRelease
import Storage

/// Writes what kernels made of a folder as a table: movements as `export movement` writes those of
/// the book, or the figures of draws of vertex error.
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
  /// - Returns: how many rows were written, and of what.
  public func run(_ path: String, to file: String) throws -> (rows: Int, of: String) {
    try OutputPath.check(file)
    let folder = ClusterFolder(path)
    let manifest = try ClusterManifest.read(folder)
    progress.begin("Reading the records")
    if let draws = manifest.draws {
      let figures = try ClusterInput.read(book.store, from: manifest.viewpoint, draws: draws) {
        read, _ in
        DrawnFigures(
          try CollectedResults(folder, manifest, read).sums(of: draws), draws,
          districts: read.input.districts.map(\.code))
      }
      let rows = try LayerWriter.write(figures.table, to: file) { _ in }.rows
      return (rows, "figures in \(draws.count) draws")
    }
    let (ledger, through) = try ClusterInput.read(book.store, from: manifest.viewpoint) {
      read, _ in
      (try CollectedResults(folder, manifest, read).ledger(), read.throughBatch)
    }
    return try book.store.read(with: ledger, throughBatch: through) { reader in
      let lines = try MovementLines(reader, leavingOut: .none)
      return (try LayerWriter.write(lines.table, to: file) { _ in }.rows, "movement")
    }
  }
}
