import Foundation
import LandRelease
import Storage

/// Writes the work of posting a book as partitions that kernels elsewhere can take.
public struct WritePartitions {
  /// What is wanted.
  public struct Request: Sendable {
    /// About how many partitions; nil is as many as their usual size makes.
    public var partitions: Int?
    /// From where the book is looked at; nil is as posting does, so that results can be booked.
    public var viewpoint: Viewpoint?
    /// Draws of vertex error that are worked out beside the records as they are; their results are
    /// no ledger to be booked.
    public var draws: VertexDraws?

    /// Makes a request for what posting itself would look at.
    public init(
      partitions: Int? = nil, viewpoint: Viewpoint? = nil, draws: VertexDraws? = nil
    ) {
      self.partitions = partitions
      self.viewpoint = draws == nil ? viewpoint : viewpoint ?? Viewpoint()
      self.draws = draws
    }
  }

  /// What was written.
  public struct Outcome: Sendable {
    /// Partitions.
    public var partitions: Int
    /// Events that are to be posted.
    public var events: Int
    /// Bytes of all partitions.
    public var bytes: Int
  }

  private let book: Book
  private let progress: WorkProgress

  /// Makes the writing of one book; nothing is read yet.
  public init(_ book: Book, progress: WorkProgress = WorkProgress()) {
    self.book = book
    self.progress = progress
  }

  /// Writes a new folder; its manifest comes last.
  public func run(_ request: Request = Request(), to path: String) throws -> Outcome {
    let folder = ClusterFolder(path)
    try folder.make()
    return try WorkflowError.wording {
      progress.begin("Reading the records")
      return try ClusterInput.read(book.store, from: request.viewpoint, draws: request.draws) {
        input, reader in
        try write(input, reader, request, folder)
      }
    }
  }

  private func write(
    _ read: ClusterInput, _ reader: BookReader, _ request: Request, _ folder: ClusterFolder
  ) throws -> Outcome {
    let districts = try DistrictFile.write(
      read.input.districts, to: try Self.sink(folder.districts))
    let fetch = try GroundFetch(reader)
    let first = read.input.districts.count
    let writer = PartitionWriter(
      computation: read.computation, districtsHash: districts, draws: request.draws,
      fetch: { try fetch.ground(of: read.input.sources[Int($0) - first]) })
    var manifest = ClusterManifest(
      kernel: try KernelIdentity(districts: districts), logHead: read.logHead, view: read.view,
      plane: read.input.grounds.plane.description, districts: first, events: 0, area: 0,
      draws: request.draws)
    var waiting: [PartitionPlan.Share] = []
    func flush() throws {
      let cuts = Threads.map(waiting, worker: {}) { _, share in
        PartitionWriter.cut(share, of: read.computation)
      }
      waiting = []
      for cut in cuts {
        try progress.goOn()
        let number = manifest.partitions.count + 1
        let file = folder.partition(ClusterFolder.name(ofPartition: number))
        let partition = try writer.write(cut, number: number, to: try Self.sink(file))
        manifest.partitions.append(partition)
        manifest.events += partition.events
        manifest.area &+= partition.area
        progress.passed(rows: partition.events)
      }
    }
    let plan = PartitionPlan(computation: read.computation, asked: request.partitions)
    progress.begin("Writing partitions", rows: plan.eventCount)
    try plan.forEach { share in
      waiting.append(share)
      if waiting.count == Threads.count { try flush() }
    }
    try flush()
    try manifest.write(folder)
    return Outcome(
      partitions: manifest.partitions.count, events: manifest.events,
      bytes: manifest.partitions.reduce(0) { $0 + $1.bytes })
  }

  private static func sink(_ file: URL) throws -> ([UInt8]) throws -> Void {
    guard FileManager.default.createFile(atPath: file.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: file.path)
    else {
      throw WorkflowError(
        .cannotCreate, "\(file.path) can't be made", remedy: "Check the folder and the space left.")
    }
    return { try handle.write(contentsOf: $0) }
  }
}
