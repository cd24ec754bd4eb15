import ArgumentParser
import Foundation
import Workflows

/// Posts a book by kernels of their own, here or on a cluster.
struct Cluster: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Post a book by kernels of their own, on this machine or on Apache Spark.",
    discussion: """
      The work of posting is written to a folder as partitions: some records, and all earlier \
      ones that share ground with them. Each goes to a kernel, which is this program. The \
      movements that come back are booked by cluster import, and the book is the same, to the \
      byte, as after landbook post --anew.
      """,
    subcommands: [
      ClusterRun.self, ClusterImport.self, ClusterExport.self, ClusterWrite.self,
      ClusterKernel.self,
    ])
}

/// What the partitions of a folder are to be.
struct PartitionOptions: ParsableArguments {
  @Option(help: "About how many partitions (default: by their size).")
  var partitions: Int?

  @OptionGroup var view: ViewOptions

  @Option(help: "How many ledgers to work out with vertices moved by their error, for export.")
  var draws: Int?

  @Option(
    help: """
      Of --draws: the standard deviation of a vertex along each axis in metres (DGPS 0.5, compass \
      and tape 2.4, GNSS handheld 3, unknown 5, map 25).
      """)
  var vertexError = 5.0

  @Option(help: "Of --draws: another number gives other draws.")
  var seed: UInt64 = 1

  /// Whether anything is asked of partitions that a folder has already.
  var isAnySet: Bool { partitions != nil || viewpoint != nil || draws != nil }

  func request() throws -> WritePartitions.Request {
    if let draws, !(1...100_000).contains(draws) {
      throw ValidationError("--draws \(draws) is not from 1 to 100000.")
    }
    guard vertexError > 0, vertexError <= 1000 else {
      throw ValidationError("--vertex-error \(vertexError) is not above 0 and up to 1000.")
    }
    if let partitions, !(1...1_000_000).contains(partitions) {
      throw ValidationError("--partitions \(partitions) is not from 1 to 1000000.")
    }
    return WritePartitions.Request(
      partitions: partitions, viewpoint: viewpoint,
      draws: draws.map { VertexDraws(count: $0, metres: vertexError, seed: seed) })
  }

  /// Nil where the book is to be looked at as posting does.
  var viewpoint: Viewpoint? { view.viewpoint == Viewpoint() ? nil : view.viewpoint }
}

/// Writes the partitions of a book.
struct ClusterWrite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write",
    abstract: "Write the partitions and driver.py only, for a site that starts Spark by itself.")

  @Argument(help: "A folder, new or empty.")
  var folder: String

  @OptionGroup var book: BookOptions
  @OptionGroup var partitions: PartitionOptions
  @OptionGroup var watching: WatchOptions

  func run() throws {
    let request = try partitions.request()
    let book = try book.openTellingEdits(for: .reading)
    try Self.write(book, request, folder, watching)
  }

  static func write(
    _ book: Book, _ request: WritePartitions.Request, _ folder: String, _ watching: WatchOptions
  ) throws {
    let outcome = try watching.watch {
      try WritePartitions(book, progress: $0).run(request, to: folder)
    }
    let size = String(format: "%.1f", Double(outcome.bytes) / 1e6)
    Talk.say(
      "Wrote \(outcome.events) events as \(outcome.partitions) partitions of \(size) MB to \(folder)."
    )
  }
}

/// Writes partitions and has them worked out.
struct ClusterRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Write the partitions of a book and have kernels work them out.",
    discussion: """
      A folder that a run left half done is gone on with. On Spark the folder has to be seen by \
      all workers under one path, and --python must have PySpark.
      """)

  @Argument(help: "A folder, new or empty, or one that a run left half done.")
  var folder: String

  @OptionGroup var book: BookOptions
  @OptionGroup var partitions: PartitionOptions

  @Option(help: "The master of Spark: spark://HOST:PORT or local[N]; none is kernels started here.")
  var master = "none"

  @Option(help: "How many kernels work at once without Spark (default: one for each core).")
  var processes: Int?

  @Option(help: "The Python that has PySpark.")
  var python = "python3"

  @Option(help: "The program as workers find it (default: this one).")
  var kernel: String?

  @OptionGroup var watching: WatchOptions

  func run() throws {
    let wanted = try partitions.request()
    if let processes, !(1...256).contains(processes) {
      throw ValidationError("--processes \(processes) is not from 1 to 256.")
    }
    if FileManager.default.fileExists(atPath: "\(folder)/manifest.json") {
      if partitions.isAnySet {
        throw ValidationError(
          "\(folder) has its partitions already: leave --partitions, --clock, --known-at, --set and --draws out."
        )
      }
      Talk.say("Going on with \(folder).")
    } else {
      let book = try book.openTellingEdits(for: .reading)
      try ClusterWrite.write(book, wanted, folder, watching)
    }
    var request = RunCluster.Request()
    request.master = master == "none" ? nil : master
    request.processes = processes
    request.python = python
    request.kernel = kernel
    let outcome = try watching.watch { try RunCluster(progress: $0).run(folder, request) }
    let kept = outcome.kept > 0 ? ", \(outcome.kept) of them from before" : ""
    if ProcessInfo.processInfo.environment["LANDBOOK_TIMES"] != nil {
      Talk.say(
        String(
          format: "kernels\t%.3f s of processor\t%.1f MB at most in one", outcome.processor,
          Double(outcome.memory) / 1e6))
    }
    Talk.say(
      "\(outcome.results) results are there\(kept). Next: landbook cluster \(outcome.isOfLedger ? "import \(folder)" : "export \(folder) FILE")"
    )
  }
}

/// Books the results of a folder.
struct ClusterImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Check the results of a folder against the book and make them its ledger.")

  @Argument(help: "A folder that cluster run has finished.")
  var folder: String

  @OptionGroup var book: BookOptions
  @OptionGroup var watching: WatchOptions

  func run() throws {
    let book = try book.openTellingEdits(for: .writing)
    let outcome = try watching.watch { try ImportResults(book, progress: $0).run(folder) }
    Talk.say(outcome.sentence)
    PostTalk.say(outcome.map)
  }
}

/// Writes the results of a folder as a table.
struct ClusterExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Check the results of a folder and write their movements as a table.",
    discussion: """
      Of draws, the table has a row for each district and state of land at the end: as recorded, \
      and over the draws the mean, the standard deviation, the median, and from low_m2 to high_m2 \
      the middle 95 of 100.
      """)

  @Argument(help: "A folder that cluster run has finished.")
  var folder: String

  @Argument(help: "The file to be written, such as movements.csv.")
  var file: String

  @OptionGroup var book: BookOptions
  @OptionGroup var watching: WatchOptions

  func run() throws {
    let book = try book.open(for: .reading)
    let written = try watching.watch { try ExportResults(book, progress: $0).run(folder, to: file) }
    Talk.say("\(file): \(written.rows) rows of \(written.of).")
  }
}

/// The worker of a cluster: partitions in, movements out.
struct ClusterKernel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel",
    abstract: "Work out partitions from standard input; cluster run starts it.",
    shouldDisplay: false)

  @Option(help: "The districts.frames of the job.")
  var districts: String

  func run() throws {
    try PostingKernel(districtsAt: districts).run(from: .standardInput, to: .standardOutput)
  }
}
