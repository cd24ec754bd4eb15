internal import GRDB
public import LandRelease

/// What a part of a book is to hold.
public struct ExtractChoice: Sendable {
  /// Codes of districts, those below them included; empty is all.
  public var districts: [String]
  /// Operators, or organisations; empty is all.
  public var operators: [String]
  /// Records that stay out, by the word that findings name them with.
  public var withheld: [String: Set<RecordKey>] = [:]

  /// Makes a choice that withholds nothing.
  public init(districts: [String], operators: [String]) {
    self.districts = districts
    self.operators = operators
  }
}

/// Works out the records of a part.
///
/// Ground is where the ledger has it; a record that moves no ground is where its district column
/// says, or where its box meets that of a district.
struct ExtractScope {
  private let db: Database
  private let choice: ExtractChoice
  private let districts: Set<String>

  init(_ db: Database, _ choice: ExtractChoice) throws {
    self.db = db
    self.choice = choice
    districts = try Self.below(choice.districts, db)
  }

  /// The districts asked for with all below them.
  private static func below(_ codes: [String], _ db: Database) throws -> Set<String> {
    guard !codes.isEmpty else { return [] }
    return try String.fetchSet(
      db,
      sql: """
        WITH RECURSIVE chosen (code) AS (
          SELECT value FROM json_each(?)
          UNION SELECT d.code FROM district AS d JOIN chosen AS c ON d.parent = c.code)
        SELECT code FROM chosen
        """, arguments: [JSONText.write(codes)])
  }

  /// Codes that the book has no district of.
  static func unknown(_ codes: [String], _ db: Database) throws -> [String] {
    let known = try String.fetchSet(db, sql: "SELECT DISTINCT code FROM district")
    return codes.filter { !known.contains($0) }
  }

  func scope() throws -> MergeScope {
    var keys: [String: Set<String>] = [:]
    let releases = try keysOf(
      "release_version", try placed("release_version", isRelease: true), operated("release_version")
    )
    var hazards = try hazards()
    let tasks = try keysOf("task", try tasksThere(releases, hazards), operated("task"))
    hazards.formUnion(try named(by: "release_version", releases))
    hazards.formUnion(try named(by: "task", tasks))
    hazards.formUnion(try under(releases))
    keys["hazard_version"] = hazards
    keys["release_version"] = releases
    keys["task"] = tasks.union(try tasksNamed(by: releases))
    for table in ["device", "environment_check"] {
      keys[table] = try linked(table, releases, keys["task", default: []])
    }
    for table in ["victim", "accident"] {
      keys[table] = districts.isEmpty ? [] : try set(table, "district IN \(list(districts))")
    }
    for table in ["minefield_record", "zone"] {
      keys[table] = districts.isEmpty ? [] : try set(table, meets("fid", "rtree_\(table)_geom"))
    }
    keys["team"] = try chosen("team", "TRUE", by: "organisation")
    let there = "district IN \(list(districts))"
    let named = names("districts", districts)
    let funded = names("tasks", ids(keys["task", default: []]))
    keys["indicator"] = try chosen("indicator", there, by: "actor")
    keys["statement"] = try chosen("statement", named, by: "actor")
    keys["contribution"] = try chosen("contribution", "\(named) OR \(funded)", by: "organisation")
    let worked = "task IN \(list(ids(keys["task", default: []])))"
    keys["team_day"] = try chosen("team_day", worked, by: "organisation")
    // What is published is reconciled where all records are.
    keys["claim"] = []
    withhold(&keys)
    return MergeScope(keys: keys)
  }

  private func list(_ texts: some Collection<String>) -> String {
    "(" + texts.sorted().map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ", ") + ")"
  }

  private func set(_ table: String, _ condition: String) throws -> Set<String> {
    let key = MergeTable.all.first { $0.name == table }?.key ?? []
    let columns = key.map { "\"\($0)\"" }.joined(separator: ", ")
    return try String.fetchSet(
      db, sql: "SELECT json_array(\(columns)) FROM \"\(table)\" WHERE \(condition)")
  }

  /// Where both are asked for, a record has to be in one of the districts and of one of the
  /// operators.
  private func keysOf(
    _ table: String, _ placed: Set<String>?, _ operated: String?
  ) throws -> Set<String> {
    let operated = try operated.map { try set(table, $0) }
    switch (placed, operated) {
    case (.some(let placed), .some(let operated)): return placed.intersection(operated)
    case (.some(let one), nil), (nil, .some(let one)): return one
    case (nil, nil): return try set(table, "TRUE")
    }
  }

  private func operated(_ table: String) -> String? {
    choice.operators.isEmpty
      ? nil
      : "(operator IN \(list(choice.operators)) OR organisation IN \(list(choice.operators)))"
  }

  /// Records that have no ground: where a condition says, and of whom a column says.
  private func chosen(_ table: String, _ there: String, by column: String) throws -> Set<String> {
    let isThere = districts.isEmpty ? "TRUE" : there
    let isOf = choice.operators.isEmpty ? "TRUE" : "\(column) IN \(list(choice.operators))"
    return try set(table, "(\(isThere)) AND \(isOf)")
  }

  /// The SQL that is true of rows whose list in a column has one of some texts.
  private func names(_ column: String, _ texts: Set<String>) -> String {
    "EXISTS (SELECT 1 FROM json_each(\"\(column)\") AS n WHERE n.value IN \(list(texts)))"
  }

  /// The records of land in the districts; nil is all.
  private func placed(_ table: String, isRelease: Bool) throws -> Set<String>? {
    guard !districts.isEmpty else { return nil }
    return try set(
      table,
      """
      district IN \(list(districts))
      OR fid IN (
        SELECT e.fid >> 2 FROM ledger_part AS p JOIN ledger_event AS e ON e.fid = p.fid >> 20
        WHERE e.fid & 1 = \(isRelease ? 1 : 0) AND p.district IN (
          SELECT fid FROM ledger_district WHERE code IN \(list(districts))))
      OR (fid NOT IN (SELECT fid >> 2 FROM ledger_event WHERE fid & 1 = \(isRelease ? 1 : 0))
        AND \(meets("fid", "rtree_\(table)_geom")))
      """)
  }

  /// The SQL that is true of rows whose box meets that of one of the districts.
  private func meets(_ column: String, _ index: String) -> String {
    """
    \(column) IN (SELECT r.id FROM district AS d JOIN rtree_district_geom AS b ON b.id = d.fid
      JOIN \(index) AS r ON r.minx <= b.maxx AND r.maxx >= b.minx AND r.miny <= b.maxy
        AND r.maxy >= b.miny
      WHERE d.is_current AND d.code IN \(list(districts)))
    """
  }

  private func hazards() throws -> Set<String> {
    if let placed = try placed("hazard_version", isRelease: false) { return placed }
    return choice.operators.isEmpty
      ? try set("hazard_version", "TRUE")
      : try set("hazard_version", "organisation IN \(list(choice.operators))")
  }

  /// Tasks have no ground: those of releases and hazards that are there.
  private func tasksThere(
    _ releases: Set<String>, _ hazards: Set<String>
  ) throws -> Set<String>? {
    guard !districts.isEmpty else { return nil }
    return try tasksNamed(by: releases).union(
      try set(
        "task",
        """
        EXISTS (SELECT 1 FROM json_each(hazards) AS h WHERE EXISTS (
          SELECT 1 FROM json_each(\(quoted(hazards))) AS k
          WHERE json_extract(k.value, '$[1]') = h.value))
        """))
  }

  private func quoted(_ keys: Set<String>) -> String {
    let text = JSONText.write(keys.sorted())
    return "'\(text.replacing("'", with: "''"))'"
  }

  private func ids(_ keys: Set<String>) -> Set<String> {
    Set(keys.compactMap { JSONText.read($0, as: [String].self)?.last })
  }

  private func tasksNamed(by releases: Set<String>) throws -> Set<String> {
    let names = try String.fetchSet(
      db,
      sql: """
        SELECT DISTINCT task FROM release_version
        WHERE task IS NOT NULL AND id IN (SELECT value FROM json_each(?))
        """, arguments: [JSONText.write(ids(releases).sorted())])
    return try set("task", "id IN (SELECT value FROM json_each(\(quoted(names))))")
  }

  private func named(by table: String, _ keys: Set<String>) throws -> Set<String> {
    let names = try String.fetchSet(
      db,
      sql: """
        SELECT DISTINCT h.value FROM "\(table)" AS t, json_each(t.hazards) AS h
        WHERE t.id IN (SELECT value FROM json_each(?))
        """, arguments: [JSONText.write(ids(keys).sorted())])
    return try set("hazard_version", "id IN (SELECT value FROM json_each(\(quoted(names))))")
  }

  /// Hazards whose boxes meet those of releases: what they free may not be named.
  private func under(_ releases: Set<String>) throws -> Set<String> {
    try set(
      "hazard_version",
      """
      fid IN (SELECT h.id FROM release_version AS v
        JOIN rtree_release_version_geom AS r ON r.id = v.fid
        JOIN rtree_hazard_version_geom AS h ON h.minx <= r.maxx AND h.maxx >= r.minx
          AND h.miny <= r.maxy AND h.maxy >= r.miny
        WHERE v.id IN (SELECT value FROM json_each(\(quoted(ids(releases))))))
      """)
  }

  private func linked(
    _ table: String, _ releases: Set<String>, _ tasks: Set<String>
  ) throws -> Set<String> {
    let there = districts.isEmpty ? "FALSE" : "district IN \(list(districts))"
    let isOthers = choice.operators.isEmpty ? there : "FALSE"
    return try set(
      table,
      """
      "release" IN (SELECT value FROM json_each(\(quoted(ids(releases)))))
      OR task IN (SELECT value FROM json_each(\(quoted(ids(tasks))))) OR \(isOthers)
      """)
  }

  private func withhold(_ keys: inout [String: Set<String>]) {
    for table in MergeTable.all {
      guard let withheld = choice.withheld[table.word] else { continue }
      let out = withheld.map { JSONText.write(list: [$0.organisation, $0.id]) }
      keys[table.name]?.subtract(out)
    }
  }
}
