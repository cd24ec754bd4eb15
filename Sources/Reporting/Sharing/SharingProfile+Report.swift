extension SharingProfile {
  /// The report without what this profile leaves out, saying so; every renderer is safe with it.
  public func applied(to report: Report) -> Report {
    applied(to: [report]).first ?? report
  }

  /// Reports that are read together: what is withheld in one can't be read or worked out in another.
  ///
  /// - Parameter names: the records that are more sensitive than the profile lets out.
  public func applied(to reports: [Report], hiding names: RestrictedNames = .none) -> [Report] {
    if leavesAll { return reports }
    var lefts = reports.map { _ in LeftOut() }
    let reports = reports.indices.map { names.removed(from: reports[$0], &lefts[$0]) }
    var tables = reports.indices.map { cut(reports[$0].tables, &lefts[$0]) }
    if let smallestCell {
      tables = tables.indices.map { TellingRows.withoutRunning(tables[$0], &lefts[$0]) }
      let suppression = Suppression(tables, smallest: smallestCell)
      tables = tables.indices.map {
        TellingRows.removed(
          from: suppression.tables(of: $0, &lefts[$0]), of: tables[$0], &lefts[$0])
      }
    }
    return reports.indices.map { shared(reports[$0], tables[$0], lefts[$0]) }
  }

  private func shared(_ report: Report, _ tables: [Table], _ left: LeftOut) -> Report {
    var left = left
    var shared = report
    let secrets = Secrets(report, hiding: columns)
    shared.details = details ? cut(report.details, &left) : []
    if !details, !report.details.isEmpty { left.add("what is behind the figures") }
    shared.tables = details ? tables : tables.map(Self.unopened)
    shared.charts = charts(of: shared, &left)
    shared.maps = report.maps.compactMap { self.map($0, &left) }
    shared.stamps = report.stamps.filter { !stamps.contains($0.key) }
    if shared.stamps.count < report.stamps.count { left.add("stamps that name people or files") }
    if !texts { shared = secrets.removed(from: shared, &left) }
    if let main = shared.mainTable, !shared.tables.contains(where: { $0.id == main }) {
      shared.mainTable = nil
    }
    shared.stamps.append(Stamp(key: "sharing_profile", label: "Sharing profile", value: title))
    shared.notes += left.sentences
    return shared
  }

  private func cut(_ tables: [Table], _ left: inout LeftOut) -> [Table] {
    tables.compactMap { table in
      guard table.columns.contains(where: isHidden) else { return table }
      guard let cut = table.without(where: isHidden) else {
        left.add(table: table)
        return nil
      }
      for column in table.columns where isHidden(column) { left.add(column: column, of: table) }
      return cut
    }
  }

  private func isHidden(_ column: Column) -> Bool {
    column.reveals.map { columns.contains($0) } ?? false
  }

  private static func unopened(_ table: Table) -> Table {
    var table = table
    for index in table.rows.indices { table.rows[index].opens = nil }
    return table
  }

  /// Charts whose figures are all there: a bar that is missing would be read as zero, and a bar
  /// that goes on from a missing one would tell it.
  private func charts(of report: Report, _ left: inout LeftOut) -> [Chart] {
    report.charts.filter { chart in
      guard let table = report.tables.first(where: { $0.id == chart.table }) else { return false }
      let keys = table.columns.map(\.key)
      let drawn = ([chart.category] + chart.series).map { keys.firstIndex(of: $0) }
      let isWhole = drawn.allSatisfy { column in
        guard let column else { return false }
        return !table.rows.contains { $0.cell(at: column) == .withheld }
      }
      if !isWhole { left.add("a chart of withheld figures") }
      return isWhole
    }
  }

  private func map(_ map: MapFigure, _ left: inout LeftOut) -> MapFigure? {
    var shared = map
    if let mostSensitive, mostSensitive < map.mostSensitive {
      left.add(mapLayer: map.title)
      return nil
    }
    if let maps {
      shared.layers = map.layers.filter { layer in
        maps.subjects.contains(layer.subject) || maps.handedOver && layer.isHandedOver
      }
      for layer in map.layers where !shared.layers.contains(where: { $0.title == layer.title }) {
        left.add(mapLayer: layer.title)
      }
    }
    for layer in shared.layers.indices {
      let title = shared.layers[layer].title
      let isDistrict = shared.layers[layer].subject == .district
      for shape in shared.layers[layer].shapes.indices {
        var drawn = shared.layers[layer].shapes[shape]
        if !details { drawn.opens = nil }
        if !texts { drawn.title = isDistrict ? Self.name(drawn.title) : title }
        shared.layers[layer].shapes[shape] = drawn
      }
    }
    return shared.layers.contains { !$0.shapes.isEmpty } ? shared : nil
  }

  /// A district's title without the figures behind its name: those of the tables are withheld
  /// where they rest on few records.
  private static func name(_ title: String) -> String {
    title.split(separator: ":", maxSplits: 1).first.map(String.init) ?? title
  }
}

extension Table {
  /// The table without some columns; nil where its rows could then not be told apart, so that it
  /// was a list of what may not be told.
  func without(where isHidden: (Column) -> Bool) -> Table? {
    let kept = columns.indices.filter { !isHidden(columns[$0]) }
    let names = columns.prefix { !$0.kind.isNumeric }.indices
    let isNamedByHidden = names.contains { isHidden(columns[$0]) }
    var table = self
    table.columns = kept.map { columns[$0] }
    for index in rows.indices where rows[index].style != .heading {
      table.rows[index].cells = kept.map { rows[index].cell(at: $0) }
    }
    guard isNamedByHidden else { return kept.isEmpty ? nil : table }
    let left = names.filter { !isHidden(columns[$0]) }
    let named = records.map { row in left.map { row.cell(at: $0) } }
    guard !left.isEmpty, Set(named).count == named.count else { return nil }
    // A heading names the rows below it, which were named by what is hidden.
    table.rows.removeAll { $0.style == .heading }
    return table
  }
}
