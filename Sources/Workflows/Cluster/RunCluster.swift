import Foundation
import Storage
import Synchronization

/// Has the partitions of a folder worked out, by kernels on this machine or on Apache Spark.
///
/// Whoever works, a result is kept once it is whole and adds up; a folder that was left half done
/// is gone on with.
public struct RunCluster {
  /// How the work is done.
  public struct Request: Sendable {
    /// The master of Spark, such as `spark://host:7077` or `local[2]`; nil starts kernels here.
    public var master: String?
    /// How many kernels work at once here; nil is one for each core.
    public var processes: Int?
    /// The Python that has PySpark.
    public var python = "python3"
    /// The program as workers find it; nil is this one.
    public var kernel: String?

    /// Makes a request for kernels on this machine.
    public init() {}
  }

  /// What was done.
  public struct Outcome: Sendable {
    /// Results that are there now.
    public var results: Int
    /// Those that had been there before.
    public var kept: Int
    /// Whether they can be booked; else they are a table of their own.
    public var isOfLedger: Bool
    /// Seconds of processor time of what was started here.
    public var processor: Double
    /// The greatest memory of one process that was started here, in bytes.
    public var memory: Int
  }

  static let mostTries = 3
  /// RUSAGE_CHILDREN, which systems give different types.
  private static let children: Int32 = -1

  let progress: WorkProgress

  /// Makes the run; nothing is started yet.
  public init(progress: WorkProgress = WorkProgress()) {
    self.progress = progress
  }

  /// Works out what a folder lacks.
  ///
  /// - Throws: ``WorkflowError`` where a kernel is refused, fails again and again or its answer
  ///   doesn't add up; the results that are there stay.
  public func run(_ path: String, _ request: Request = Request()) throws -> Outcome {
    let folder = ClusterFolder(path)
    let manifest = try ClusterManifest.read(folder)
    try folder.makeResults()
    let missing = try missing(folder, manifest)
    let kept = manifest.partitions.count - missing.count
    if !missing.isEmpty {
      if let master = request.master {
        try runOnSpark(folder, request, master: master)
        for place in missing { try check(folder, manifest, place) }
      } else {
        try runHere(folder, manifest, missing, request)
      }
    }
    var usage = rusage()
    getrusage(Self.children, &usage)
    let seconds = [usage.ru_utime, usage.ru_stime].reduce(0.0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
    return Outcome(
      results: manifest.partitions.count, kept: kept, isOfLedger: manifest.view.isOfLedger,
      processor: seconds,
      memory: usage.ru_maxrss * 1024)
  }

  /// The partitions without a result that can be used; one that can't is taken away.
  private func missing(_ folder: ClusterFolder, _ manifest: ClusterManifest) throws -> [Int] {
    try manifest.partitions.indices.filter { place in
      let file = folder.result(ofPartition: manifest.partitions[place].file)
      guard FileManager.default.fileExists(atPath: file.path) else { return true }
      do {
        try check(folder, manifest, place)
        return false
      } catch is WorkflowError {
        try FileManager.default.removeItem(at: file)
        return true
      }
    }
  }

  func check(_ folder: ClusterFolder, _ manifest: ClusterManifest, _ place: Int) throws {
    let file = folder.result(ofPartition: manifest.partitions[place].file)
    try Self.check(file, manifest, place)
  }

  static func check(_ file: URL, _ manifest: ClusterManifest, _ place: Int) throws {
    do {
      guard let handle = FileHandle(forReadingAtPath: file.path) else {
        throw ClusterFault("there is no such file")
      }
      _ = try PartitionResult(
        FrameReader(handle), of: manifest.partitions[place], number: place + 1,
        kernel: manifest.kernel)
    } catch let fault as ClusterFault {
      throw WorkflowError(
        .failed, "the answer to \(manifest.partitions[place].file) is refused: \(fault)",
        remedy:
          "Let every worker have the program and libraries of this machine, then run it again.")
    }
  }

  private func runOnSpark(
    _ folder: ClusterFolder, _ request: Request, master: String
  ) throws {
    // What stands there may be somebody else's.
    try folder.writeDriver()
    guard FileManager.default.createFile(atPath: folder.driverLog.path, contents: nil),
      let log = FileHandle(forWritingAtPath: folder.driverLog.path)
    else {
      throw WorkflowError(
        .cannotCreate, "\(folder.driverLog.path) can't be made", remedy: "Check the folder.")
    }
    progress.begin("Working on Spark")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      request.python, folder.driver.path, folder.path, "--kernel",
      request.kernel ?? KernelProgram.own, "--master", master,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = log
    process.standardError = log
    try process.run()
    try progress.wait(for: process)
    if process.terminationStatus == 127 {
      throw WorkflowError(
        .noInput, "\(request.python) can't be started",
        remedy: "Name the Python that has PySpark with --python.")
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw WorkflowError(
        .failed, "the work on Spark has failed: \(Self.lastWords(folder.driverLog))",
        remedy: "See \(folder.driverLog.path); landbook cluster run goes on where it stopped.")
    }
  }

  /// What the log of the driver says of why, as far as one line can.
  private static func lastWords(_ log: URL) -> String {
    let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let line =
      lines.last { $0.contains("Refused: ") } ?? lines.last { $0.contains("Error: ") }
      ?? lines.last ?? "it said nothing"
    return String(line.replacing("__main__.", with: "").prefix(600))
  }
}

extension WorkProgress {
  /// Waits for a process to end, and ends it where somebody asked for the work to stop.
  func wait(for process: Process) throws {
    while process.isRunning {
      if isStopped {
        process.terminate()
        process.waitUntilExit()
        try goOn()
      }
      usleep(3000)
    }
    process.waitUntilExit()
  }
}
