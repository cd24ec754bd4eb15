// swift-tools-version: 6.2
import PackageDescription

// One target a room, in reading order: values first, the program last.
// Dependencies point upwards on this page only; `RoomTests` holds every `import` against the table.

let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// Rooms that compute, optimised in debug builds too: half of the tests' time is theirs.
let quick = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "landbook",
  products: [
    .executable(name: "landbook", targets: ["landbook"]),
    .executable(name: "landbook-reader", targets: ["landbook-reader"]),
  ],
  traits: [
    // Shapefile, KML, XLSX and the rest: needs libgdal-dev and libxlsxwriter-dev, so it is asked for by `make`, never assumed.
    .trait(name: "Formats", description: "Read and write other formats through GDAL."),
    // A book published to PostgreSQL and made of it again: needs libpq-dev.
    .trait(name: "Postgres", description: "Publish books to PostgreSQL through libpq."),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    // The server: its core alone, without configuration files, router, TLS and HTTP/2.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    // What its interface is made of.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
  ],
  targets: [
    // The C libraries, each behind its module map.
    .systemLibrary(
      name: "CGEOS", path: "Sources/CLibraries/CGEOS", pkgConfig: "geos",
      providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(
      name: "CPROJ", path: "Sources/CLibraries/CPROJ", pkgConfig: "proj",
      providers: [.apt(["libproj-dev"])]),
    .systemLibrary(
      name: "CXLSX", path: "Sources/CLibraries/CXLSX", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CGDAL", path: "Sources/CLibraries/CGDAL", pkgConfig: "gdal",
      providers: [.apt(["libgdal-dev"])]),
    .systemLibrary(
      name: "CPQ", path: "Sources/CLibraries/CPQ", pkgConfig: "libpq",
      providers: [.apt(["libpq-dev"])]),

    // System calls that lock a process in, for the reader.
    .target(name: "CConfine", path: "Sources/CLibraries/CConfine"),
    // SQLite's settings for files that nobody vouches for.
    .target(name: "CDefend", path: "Sources/CLibraries/CDefend"),

    // Points, rings, polygons, envelopes as values; WKB, WKT.
    .target(name: "GeometryValues", swiftSettings: quick),
    // The domain: records, land state, movements, balances, claims, rulebook.
    .target(name: "LandRelease", dependencies: ["GeometryValues"], swiftSettings: quick),
    // The only door to GEOS and PROJ.
    .target(
      name: "GeometryEngine", dependencies: ["GeometryValues", "CGEOS", "CPROJ"],
      swiftSettings: quick),
    // SQL migrations and JSON Schemas, carried in the program.
    .target(
      name: "Schemas", path: "Schemas", exclude: ["Phrases/phrases.csv"],
      resources: [
        .embedInCode("Migrations"), .embedInCode("JSON"), .embedInCode("Styles"),
        .embedInCode("Sharing"), .embedInCode("Pages"), .embedInCode("Indicators"),
        .embedInCode("Cluster"),
      ],
      swiftSettings: house),
    // The book on disk, and foreign GeoPackages.
    .target(
      name: "Storage",
      dependencies: [
        "LandRelease", "GeometryValues", "Schemas", "CDefend",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: quick),
    // Survey rows in, layers and tables out.
    .target(
      name: "Interchange",
      dependencies: ["LandRelease", "GeometryValues", .product(name: "Yams", package: "Yams")],
      swiftSettings: house),
    // The second program: the only door to GDAL, and to maXML.
    .executableTarget(
      name: "landbook-reader",
      dependencies: [
        "GeometryValues", "CConfine",
        .target(name: "CGDAL", condition: .when(traits: ["Formats"])),
      ],
      swiftSettings: house),
    // Statements as one `Report` value, and a renderer a format.
    .target(
      name: "Reporting", dependencies: ["LandRelease", "GeometryValues", "Schemas"],
      swiftSettings: house),
    // Reports and forms as spreadsheets.
    .target(
      name: "SheetWriter",
      dependencies: [
        "Reporting", "LandRelease",
        .target(name: "CXLSX", condition: .when(traits: ["Formats"])),
      ],
      swiftSettings: house),
    // A book in PostgreSQL, and back.
    .target(
      name: "Mirror",
      dependencies: [
        "LandRelease", .target(name: "CPQ", condition: .when(traits: ["Postgres"])),
      ],
      swiftSettings: house),
    // What the program does, one verb a file.
    .target(
      name: "Workflows",
      dependencies: [
        "Interchange", "Storage", "GeometryEngine", "Reporting", "SheetWriter", "Mirror",
        "LandRelease", "GeometryValues", "Schemas",
      ],
      swiftSettings: house),
    // The same workflows over HTTP.
    .target(
      name: "LandbookServer",
      dependencies: [
        "Workflows", "Reporting", "LandRelease", "GeometryValues",
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house),
    // The command line.
    .executableTarget(
      name: "landbook",
      dependencies: [
        "Workflows", "Reporting", "LandRelease", "LandbookServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    .testTarget(
      name: "GeometryValuesTests", dependencies: ["GeometryValues"], swiftSettings: house),
    .testTarget(
      name: "GeometryEngineTests", dependencies: ["GeometryEngine", "GeometryValues"],
      swiftSettings: house),
    .testTarget(
      name: "LandReleaseTests", dependencies: ["LandRelease", "GeometryValues"],
      swiftSettings: house),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "LandRelease", "GeometryValues", "Schemas",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "LandRelease", "GeometryValues"],
      exclude: ["Oracle"], swiftSettings: house),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "LandRelease", "GeometryValues", "Schemas"],
      swiftSettings: house),
    .testTarget(
      name: "WorkflowsTests",
      dependencies: [
        "Workflows", "Storage", "GeometryEngine", "Reporting", "Mirror", "LandRelease",
        "GeometryValues",
      ],
      swiftSettings: house),
    // Hostile input: what `make fuzz` feeds the parsers, and its corpus read again.
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "GeometryValues", "LandRelease", "Storage", "Interchange", "Reporting", "landbook-reader",
      ],
      path: "Tests/Fuzz", exclude: ["Corpus", "Fuzzer"], swiftSettings: house),
    .testTarget(
      name: "LandbookServerTests",
      dependencies: ["LandbookServer", "Workflows", "Reporting", "LandRelease", "GeometryValues"],
      swiftSettings: house),
    .testTarget(name: "RoomTests"),
    .testTarget(
      name: "CommandLineTests", dependencies: ["landbook"], exclude: ["Transcripts"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)

// For `make fuzz` alone: the parsers and what feeds them, watched by libFuzzer.
if Context.environment["LANDBOOK_FUZZ"] != nil {
  let parsers = ["GeometryValues", "LandRelease", "Storage", "Interchange", "Reporting"]
  let kept = Set(parsers + ["Schemas", "CDefend", "CConfine"])
  let watched: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])]
  package.targets.removeAll { !kept.contains($0.name) }
  for target in package.targets where parsers.contains(target.name) {
    target.swiftSettings?.append(contentsOf: watched)
  }
  package.targets.append(
    .target(
      name: "landbook-reader", dependencies: ["GeometryValues", "CConfine"],
      exclude: ["main.swift"], swiftSettings: house + watched))
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: (parsers + ["landbook-reader"]).map { .byName(name: $0) },
      path: "Tests/Fuzz", exclude: ["Corpus", "CorpusTests.swift"],
      swiftSettings: house + watched,
      linkerSettings: [
        .unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"]), .linkedLibrary("stdc++"),
      ]))
  package.products = [.executable(name: "fuzz", targets: ["fuzz"])]
}
