import Foundation
import GeometryValues
import LandRelease
import Storage

/// The results of a folder put together, each event once.
struct CollectedResults {
  private let folder: ClusterFolder
  private let manifest: ClusterManifest
  private let read: ClusterInput

  /// - Throws: ``WorkflowError`` where the book is not as it was when the partitions were written.
  init(_ folder: ClusterFolder, _ manifest: ClusterManifest, _ read: ClusterInput) throws {
    (self.folder, self.manifest, self.read) = (folder, manifest, read)
    guard read.logHead == manifest.logHead, read.view == manifest.view else {
      throw WorkflowError(
        .unusable,
        "the book has changed since \(folder.path) was written: its log ends with \(read.logHead.prefix(12))..., not \(manifest.logHead.prefix(12))...",
        remedy: "Run landbook cluster run again in a new folder.")
    }
    var digest = ""
    do {
      digest = try DistrictFile.write(read.input.districts) { _ in }
      let own = try KernelIdentity(districts: digest)
      let differences = manifest.kernel.differences(from: own)
      guard differences.isEmpty else {
        throw ClusterFault("it was made with \(differences.joined(separator: ", "))")
      }
    } catch let fault as ClusterFault {
      throw WorkflowError(
        .unusable, "\(folder.path) is not of this program and book: \(fault)",
        remedy: "Run landbook cluster run again in a new folder.")
    }
  }

  /// The whole ledger.
  func ledger() throws -> PostedLedger {
    let register = read.register
    var isPosted = [Bool](repeating: false, count: register.events.count)
    var blocks: [LedgerComputation.PostedBlock] = []
    try forEachResult { result in
      var block = LedgerComputation.PostedBlock()
      try result.forEachEvent(districts: read.input.districts.count) { event, id, parts in
        try check(event, id, parts, &isPosted)
        block.parts += parts
        block.events.append((event, Int32(block.parts.count)))
      }
      blocks.append(block)
    }
    let lacking = read.computation.inOrderOfGround().count { !isPosted[Int($0)] }
    guard lacking == 0 else {
      throw WorkflowError(
        .unusable, "\(folder.path) lacks \(lacking) events of the book",
        remedy: "Run landbook cluster run again in a new folder.")
    }
    return LedgerComputation.assembled(
      blocks, of: register, districtCodes: read.input.districts.map(\.code))
  }

  /// The sums of each draw over all partitions.
  func sums(of draws: VertexDraws) throws -> [DrawnSums] {
    var all = [DrawnSums](repeating: [:], count: draws.ledgers)
    try forEachResult { result in
      try result.forEachDraw(draws, districts: read.input.districts.count) { draw, sums in
        all[draw].merge(sums, uniquingKeysWith: +)
      }
    }
    return all
  }

  private func forEachResult(_ body: (PartitionResult) throws -> Void) throws {
    for (place, partition) in manifest.partitions.enumerated() {
      let file = folder.result(ofPartition: partition.file)
      do {
        try body(
          try PartitionResult(
            try Self.frames(file), of: partition, number: place + 1, kernel: manifest.kernel))
      } catch is NumberFault {
        throw Self.refused(file, ClusterFault.altered)
      } catch let fault as ClusterFault {
        throw Self.refused(file, fault)
      }
    }
  }

  private func check(
    _ place: Int32, _ id: Int64, _ parts: [LedgerPart], _ isPosted: inout [Bool]
  ) throws {
    let register = read.register
    guard register.events.indices.contains(Int(place)),
      register.posted(register.events[Int(place)]).id == id
    else { throw ClusterFault("it names an event that the book does not have") }
    guard !isPosted[Int(place)] else { throw ClusterFault("event \(id) is there twice") }
    isPosted[Int(place)] = true
    guard
      LedgerInvariants.isConserved(register.events[Int(place)], parts[...], register: register)
        != false
    else { throw ClusterFault("the movements of event \(id) don't add up to its area") }
  }

  private static func frames(_ file: URL) throws -> FrameReader {
    guard let handle = FileHandle(forReadingAtPath: file.path) else {
      throw ClusterFault("there is no such file")
    }
    return FrameReader(handle)
  }

  private static func refused(_ file: URL, _ fault: ClusterFault) -> WorkflowError {
    WorkflowError(
      .unusable, "\(file.path) is refused: \(fault)",
      remedy:
        "Run landbook cluster run on the folder again: what can't be used is made anew. Nothing is booked."
    )
  }
}
