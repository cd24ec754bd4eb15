import Foundation
import GeometryValues
import LandRelease
import Storage

/// Books what kernels made of the partitions of a folder, as posting would have made it here.
public struct ImportResults {
  private let book: Book
  private let progress: WorkProgress

  /// Makes the import into one book; nothing is read yet.
  public init(_ book: Book, progress: WorkProgress = WorkProgress()) {
    self.book = book
    self.progress = progress
  }

  /// Checks all results against the book and the manifest, and replaces the ledger by them.
  ///
  /// - Throws: ``WorkflowError`` of kind `unusable`, nothing being changed, where the book has
  ///   changed since, a result is missing, altered, of another kernel or doesn't add up.
  public func run(_ path: String) throws -> PostLedger.Outcome {
    let folder = ClusterFolder(path)
    let manifest = try ClusterManifest.read(folder)
    guard manifest.view.isOfLedger else {
      throw WorkflowError(
        .usage,
        "\(folder.path) is of other districts, another day, another clock or other vertices than the ledger",
        remedy: "Write it as a table: landbook cluster export.")
    }
    let posting = PostLedger(book, progress: progress)
    return try posting.run(drawingMap: false) { info in
      var times = StepTimes(progress)
      let read = try times.measure("read the records") {
        try ClusterInput.read(book.store, from: nil) { input, _ in input }
      }
      let ledger = try times.measure("check the results") {
        try CollectedResults(folder, manifest, read).ledger()
      }
      return try posting.write(
        ledger, of: read.register, read.input.grounds, !read.input.districts.isEmpty, info, times)
    }
  }
}
