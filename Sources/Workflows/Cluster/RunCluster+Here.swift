import Foundation
import Synchronization

extension RunCluster {
  /// Starts kernels on this machine, so many at a time, one for each partition.
  func runHere(
    _ folder: ClusterFolder, _ manifest: ClusterManifest, _ missing: [Int], _ request: Request
  ) throws {
    progress.begin(
      "Posting by kernels", rows: missing.reduce(0) { $0 + manifest.partitions[$1].events })
    let failed = Atomic<Bool>(false)
    let progress = progress
    let program = request.kernel ?? KernelProgram.own
    let outcomes = Threads.map(
      missing, threads: request.processes ?? Threads.count, worker: {}
    ) { _, place -> (any Error)? in
      if failed.load(ordering: .relaxed) { return nil }
      do {
        let job = KernelJob(folder: folder, manifest: manifest, place: place, program: program)
        try job.run(progress)
        progress.passed(rows: manifest.partitions[place].events)
        return nil
      } catch {
        failed.store(true, ordering: .relaxed)
        return error
      }
    }
    if let error = outcomes.compactMap({ $0 }).first { throw error }
  }
}

/// One partition and the kernel that takes it.
private struct KernelJob: Sendable {
  let folder: ClusterFolder
  let manifest: ClusterManifest
  let place: Int
  let program: String

  /// Tries a few times: a kernel may be killed for its memory, but not for what it read.
  func run(_ progress: WorkProgress) throws {
    for attempt in 1... {
      do {
        return try runOnce(progress)
      } catch let error as WorkflowError
        where error.kind == .failed && attempt < RunCluster.mostTries
      {
        continue
      }
    }
  }

  private func runOnce(_ progress: WorkProgress) throws {
    try progress.goOn()
    let name = manifest.partitions[place].file
    let result = folder.result(ofPartition: name)
    let draft = result.appendingPathExtension("part")
    guard let partition = FileHandle(forReadingAtPath: folder.partition(name).path) else {
      throw WorkflowError(
        .unusable, "\(folder.partition(name).path): there is no such file",
        remedy: "Write the partitions again.")
    }
    guard FileManager.default.createFile(atPath: draft.path, contents: nil),
      let answer = FileHandle(forWritingAtPath: draft.path)
    else {
      throw WorkflowError(
        .cannotCreate, "\(draft.path) can't be made", remedy: "Check the space left.")
    }
    let (process, errors) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["cluster", "kernel", "--districts", folder.districts.path]
    var environment = ProcessInfo.processInfo.environment
    environment["LANDBOOK_THREADS"] = "1"
    process.environment = environment
    process.standardInput = partition
    process.standardOutput = answer
    process.standardError = errors
    do {
      try process.run()
    } catch {
      throw WorkflowError(
        .noInput, "\(program) can't be started (\(error.localizedDescription))",
        remedy: "Name the program with --kernel.")
    }
    try? errors.fileHandleForWriting.close()
    try progress.wait(for: process)
    try check(process, errors, name)
    try RunCluster.check(draft, manifest, place)
    try FileManager.default.removeItemIfThere(at: result)
    try FileManager.default.moveItem(at: draft, to: result)
  }

  private func check(_ process: Process, _ errors: Pipe, _ name: String) throws {
    let code = process.terminationStatus
    if process.terminationReason == .exit, code == 0 { return }
    let words = (try? errors.fileHandleForReading.readToEnd()).flatMap { $0 } ?? Data()
    let said =
      String(decoding: words.prefix(2000), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
      .split(separator: "\n").last.map { String($0.hasSuffix(".") ? $0.dropLast() : $0) } ?? ""
    let how = process.terminationReason == .exit ? "ended with code" : "was ended by signal"
    throw WorkflowError(
      code == 65 ? .unusable : .failed,
      "the kernel of \(name) \(how) \(code)\(said.isEmpty ? "" : ": \(said)")",
      remedy:
        "Run it again to go on; ask for more partitions in a new folder if memory was short."
    )
  }
}

extension FileManager {
  /// Takes a file away, if it is there.
  fileprivate func removeItemIfThere(at file: URL) throws {
    if fileExists(atPath: file.path) { try removeItem(at: file) }
  }
}
