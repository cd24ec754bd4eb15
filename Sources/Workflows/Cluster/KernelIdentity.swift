import Foundation
import GeometryEngine
import GeometryValues
import Storage

/// All that figures depend on beside the records: two kernels with the same give the same digits.
struct KernelIdentity: Codable, Hashable {
  /// The version of the frames.
  var frames = ClusterFrame.version
  /// The version of the program.
  var program = ProgramVersion.current
  /// The SHA-256 of the program itself.
  var build: String
  /// The versions of the libraries and of PROJ's data.
  var geos: String
  var proj: String
  var projData: String
  /// The kind of processor and system.
  var machine: String
  /// The SHA-256 of what some fixed ground comes to: mathematics differ from system to system.
  var arithmetic: String
  /// The SHA-256 of the districts.
  var districts: String

  enum CodingKeys: String, CodingKey {
    case frames, program, build, geos, proj, machine, arithmetic, districts
    case projData = "proj_data"
  }

  /// Asks this process and its libraries.
  init(districts: String) throws {
    let versions = try EngineVersions()
    build = try Self.hashOfProgram()
    geos = versions.geos
    proj = versions.proj
    projData = ([versions.data] + versions.grids).joined(separator: ", ")
    machine = Self.machineName
    arithmetic = try KernelArithmetic.digest()
    self.districts = districts
  }

  /// What is not as in another identity, in words; empty where nothing is.
  func differences(from other: KernelIdentity) -> [String] {
    func compare(_ name: String, _ own: String, _ others: String) -> String? {
      own == others ? nil : "\(name) \(Self.short(own)), not \(Self.short(others))"
    }
    return [
      compare("frames", "\(frames)", "\(other.frames)"),
      compare("program", program, other.program),
      compare("build", build, other.build), compare("GEOS", geos, other.geos),
      compare("PROJ", proj, other.proj), compare("PROJ data", projData, other.projData),
      compare("machine", machine, other.machine),
      compare("arithmetic", arithmetic, other.arithmetic),
      compare("districts", districts, other.districts),
    ].compactMap { $0 }
  }

  private static func short(_ text: String) -> String {
    text.count == 64 ? "\(text.prefix(12))..." : text
  }

  private static func hashOfProgram() throws -> String {
    try ContentHash.ofFile(at: KernelProgram.own)
  }

  private static var machineName: String {
    var name = utsname()
    guard uname(&name) == 0 else { return "" }
    func text(_ field: some Any) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return "\(text(name.sysname)) \(text(name.machine))"
  }
}

/// Where this program is.
enum KernelProgram {
  /// The file that this process runs.
  static var own: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }
}

/// What this machine makes of fixed ground: the last digit of a sine is a matter of the system.
enum KernelArithmetic {
  /// The SHA-256 of places in the plane, areas, a repair and a split.
  static func digest() throws -> String {
    var writer = NumberWriter()
    for (x, y) in [(47.1, 40.3), (179.98, -17.2), (-71.5, 69.7)] {
      let shapes = shapes(x, y)
      var grounds = LedgerGrounds(plane: .centred(on: shapes.map(\.envelope)))
      for (place, shape) in shapes.enumerated() {
        _ = try grounds.append(shape, isValid: place > 0)
        writer.add(GeodesicArea.squareMetres(of: shape))
      }
      try grounds.finish()
      for place in shapes.indices {
        for number in grounds.table.polygon(place).coordinates { writer.add(number) }
      }
      var sweep = SlabSweep()
      sweep.split(shapes.indices.map(Int32.init), footprint: 1, of: grounds.table)
      for part in 0..<sweep.partCount { writer.add(sweep.area(ofPart: part)) }
    }
    var digest = RunningDigest()
    digest.add(writer.bytes)
    return digest.hexadecimal
  }

  /// A bow tie, which is repaired, and some polygons over it.
  private static func shapes(_ x: Double, _ y: Double) -> [MultiPolygon] {
    var state: UInt64 = 42
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24) * 0.01
    }
    func ring(_ places: [(Double, Double)]) -> MultiPolygon {
      var polygon = MultiPolygon()
      for place in places + places.prefix(1) { polygon.append(x: x + place.0, y: y + place.1) }
      polygon.endRing()
      polygon.endPolygon()
      return polygon
    }
    let tie = ring([(0, 0), (0.01, 0.009), (0.01, 0), (0, 0.01)])
    return [tie]
      + (0..<12).map { _ in
        let (left, low, width, height) = (next(), next(), 0.001 + next(), 0.001 + next())
        return ring([
          (left, low), (left + width, low + next() / 9), (left + width - next() / 9, low + height),
          (left, low + height),
        ])
      }
  }
}
