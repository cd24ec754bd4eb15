/// A small book with the movements that the rules ask of it, worked out by hand.
///
/// All ground is a strip of squares A, B, C ... of 0.01 degree side, from 45.50 E 40.00 N eastward;
/// `AB` is the first two. A district is a box: code, west and east, south and north, in squares
/// from the corner of A, and the code of its parent.
struct LedgerCase: Sendable, CustomStringConvertible {
  let description: String
  /// The derivation by hand.
  let why: String
  let districts: String
  let tasks: String
  let hazards: String
  let releases: String
  /// Lines of year, ground, from, to, cause, again and, where it is not D1, the district.
  let expected: String
  /// The same of the layers of types, all of them: the layer stands after the year.
  let types: String

  init(
    _ name: String, why: String, districts: String = "D1 -5 20 -5 6", tasks: String = "",
    hazards: String, releases: String = "", expected: String, types: String = ""
  ) {
    description = name
    self.why = why
    self.districts = districts
    self.tasks = tasks
    self.hazards = hazards
    self.releases = releases
    self.expected = expected
    self.types = types
  }

  static let all =
    ofDates + ofVersions + ofHolding + ofTakingBack + ofCoverage
    + ofRepetitionAndDistricts + ofLayers

  static let ofLayers = ofReleasedTypes + ofTakenUpTypes + ofTypesTakenBack

  /// The files to import, by what their rows are.
  var files: [(subject: String, csv: String)] {
    let boxes = districts.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      let box = words[1...4].compactMap { Int($0) }
      let parent = words.count > 5 ? words[5] : ""
      return "\(words[0]),District \(words[0]),\(parent),\"\(Strip.polygon(box))\""
    }
    return [
      ("districts", (["code,name,parent,wkt"] + boxes).joined(separator: "\n")), ("tasks", tasks),
      ("hazards", Self.withPolygons(hazards)), ("releases", Self.withPolygons(releases)),
    ].filter { !$0.1.isEmpty }
  }

  /// Puts well-known text where the last column has the letters of squares.
  private static func withPolygons(_ table: String) -> String {
    table.split(separator: "\n").enumerated().map { number, line in
      let end = line.lastIndex(of: ",") ?? line.startIndex
      let squares = line[line.index(after: end)...]
      let last = number == 0 ? "wkt" : squares.isEmpty ? "" : "\"\(Strip.multipolygon(squares))\""
      return line[...end] + last
    }.joined(separator: "\n")
  }

  /// Square metres by year, layer, from, to, cause and again.
  var expectedSumsOfTypes: [String: Double] {
    var sums: [String: Double] = [:]
    for line in types.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let key = ([words[0], words[1]] + words[3...6]).joined(separator: ",")
      sums[key, default: 0] += Double(words[2].count) * Strip.squareArea
    }
    return sums
  }

  /// Square metres by district, year, from, to, cause and again.
  var expectedSums: [String: Double] {
    var sums: [String: Double] = [:]
    for line in expected.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let year = words[0] == "-" ? "" : words[0]
      let key = [words.count > 6 ? words[6] : "D1", year] + words[2...5]
      sums[key.joined(separator: ","), default: 0] += Double(words[1].count) * Strip.squareArea
    }
    return sums
  }
}

/// The strip of squares on which the cases lie.
enum Strip {
  /// Square metres of one square on the ellipsoid, from a program that shares nothing with this.
  static let squareArea = 948_099.2119

  static func multipolygon(_ squares: Substring) -> String {
    var parts: [String] = []
    var run: ClosedRange<Int>?
    for letter in squares.unicodeScalars.map({ Int($0.value) - 65 }) + [Int.max] {
      if let last = run, letter == last.upperBound + 1 {
        run = last.lowerBound...letter
      } else {
        if let run { parts.append(ring([run.lowerBound, run.upperBound + 1, 0, 1])) }
        run = letter...letter
      }
    }
    return "MULTIPOLYGON (\(parts.map { "(\($0))" }.joined(separator: ", ")))"
  }

  static func polygon(_ box: [Int]) -> String { "POLYGON (\(ring(box)))" }

  /// The ring of west, east, south, north, with a vertex at the corner of every square.
  private static func ring(_ box: [Int]) -> String {
    let (west, east, south, north) = (box[0], box[1], box[2], box[3])
    let corners =
      (west..<east).map { ($0, south) } + (south..<north).map { (east, $0) }
      + (west..<east).reversed().map { ($0 + 1, north) }
      + (south..<north).reversed().map { (west, $0 + 1) } + [(west, south)]
    let places = corners.map { "\(Double(4550 + $0.0) / 100) \(Double(4000 + $0.1) / 100)" }
    return "(\(places.joined(separator: ", ")))"
  }
}
