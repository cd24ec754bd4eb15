import Foundation
import Testing

/// What the fuzzer and people found to be hard to read, read again.
@Suite struct CorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Corpus")

  private static func seeds(_ parser: FuzzedParser) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: parser.rawValue), includingPropertiesForKeys: nil
    ).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  @Test(arguments: FuzzedParser.allCases)
  func everySeedIsReadOrRefused(parser: FuzzedParser) throws {
    let seeds = try Self.seeds(parser)
    #expect(!seeds.isEmpty, "\(parser.rawValue) has no corpus")
    for seed in seeds {
      let fault = parser.run(Array(try Data(contentsOf: seed)))
      #expect(fault == nil, "\(parser.rawValue)/\(seed.lastPathComponent) \(fault ?? "")")
    }
  }

  /// A short run of what the fuzzer does for hours: bytes changed, cut, doubled and crossed.
  @Test(arguments: FuzzedParser.allCases)
  func changedSeedsAreReadOrRefused(parser: FuzzedParser) throws {
    var dice = SplitMix(state: 20_261_123)
    let seeds = try Self.seeds(parser).map { Array(try Data(contentsOf: $0)) }
    for seed in seeds where seed.count < 20_000 {
      for round in 0..<6 {
        let changed = Self.changed(seed, seeds.randomElement(using: &dice) ?? [], &dice)
        let fault = parser.run(changed)
        #expect(fault == nil, "\(parser.rawValue), round \(round): \(changed) \(fault ?? "")")
      }
    }
  }

  private static func changed(_ seed: [UInt8], _ other: [UInt8], _ dice: inout SplitMix) -> [UInt8]
  {
    guard !seed.isEmpty else { return other }
    var bytes = seed
    let place = Int.random(in: 0..<bytes.count, using: &dice)
    switch Int.random(in: 0..<5, using: &dice) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
    case 1: bytes.removeSubrange(place...)
    case 2: bytes.insert(contentsOf: bytes[place...].prefix(16), at: place)
    case 3: bytes.replaceSubrange(place..<min(place + 4, bytes.count), with: [255, 255, 255, 127])
    default: bytes = Array(bytes[..<place] + other.suffix(from: min(place, other.count)))
    }
    return bytes
  }
}

/// The same numbers in every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
