internal import GRDB

/// A damaged book, read page by page.
struct SalvageSource {
  private let file: RawPages
  /// What the schema names: the kind, the table and the first page, by name.
  private let roots: [String: (isIndex: Bool, table: String, page: Int)]
  /// Leaf pages of tables that nothing leads to.
  private let strays: [RawPage]
  /// Whether the schema could be read.
  var hasSchema: Bool { !roots.isEmpty }

  init(_ path: String) throws {
    file = try RawPages(path)
    var roots: [String: (isIndex: Bool, table: String, page: Int)] = [:]
    for record in RawTree(file, root: 1).records.values where record.values.count == 5 {
      let texts = (0..<3).map { String.fromDatabaseValue(record.values[$0]) }
      guard let kind = texts[0], let name = texts[1], let table = texts[2],
        let page = Int.fromDatabaseValue(record.values[3]), page > 1
      else { continue }
      roots[name] = (kind == "index", table, page)
    }
    self.roots = roots
    var reached: Set<Int> = [1]
    for root in roots.values { Self.reach(file, root.page, &reached) }
    var strays: [RawPage] = []
    for number in 1...max(1, file.count) where !reached.contains(number) {
      if let page = file.page(number), page.kind == .tableLeaf { strays.append(page) }
    }
    self.strays = strays
  }

  /// Every page that can be reached from a root, without a look at its rows.
  private static func reach(_ file: RawPages, _ root: Int, _ reached: inout Set<Int>) {
    var open = [root]
    while let number = open.popLast() {
      guard !reached.contains(number), let page = file.page(number), let kind = page.kind else {
        continue
      }
      reached.insert(number)
      guard kind == .tableInterior || kind == .indexInterior else { continue }
      open += page.cells.compactMap { $0.map { Int(page.word($0)) } } + [page.lastChild]
    }
  }

  /// The rows of a table, those on pages that nothing leads to among them.
  ///
  /// - Parameter others: the shapes of other tables, which a stray page may belong to.
  func tree(of shape: TableShape, among others: [TableShape]) -> RawTree {
    // Without its first page, a table is what looks like it.
    var tree = RawTree(file, root: roots[shape.name]?.page ?? 0)
    if tree.gaps.isEmpty { return tree }
    for page in strays {
      let records = file.records(of: page).records
      // A page is of one table.
      guard records.contains(where: { tree.misses($0.row) }), records.allSatisfy(shape.fits)
      else { continue }
      let rivals = others.filter { other in
        other.name != shape.name && records.allSatisfy(other.fits)
      }
      guard rivals.allSatisfy({ $0.columns.count < shape.columns.count }) else { continue }
      for record in records where tree.misses(record.row) { tree.take(record) }
    }
    return tree
  }

  /// The keys of an index: its columns, then the row.
  func keys(ofIndex name: String) -> [[DatabaseValue]] {
    guard let root = roots[name], root.isIndex else { return [] }
    var pages: Set<Int> = []
    return RawTree.keys(file, root: root.page, pages: &pages)
  }
}
