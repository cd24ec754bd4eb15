/// Fits the columns of a table into a width: labels on two lines, then texts wrapped, then the
/// columns dealt out over several blocks, each with the key columns before it.
enum TablePages {
  static let gap = 2

  /// The columns of each block, left to right; one block where the table fits.
  ///
  /// A figure is never cut: a block of one figure may be wider than asked.
  static func columns(_ columns: [TextColumn], width: Int) -> [[TextColumn]] {
    if total(columns) <= width { return [columns] }
    var columns = columns
    for index in columns.indices { columns[index].width = columns[index].foldedWidth }
    if total(columns) <= width { return [columns] }
    let shrunk = shrink(columns, to: width)
    if total(shrunk) <= width { return [shrunk] }
    return deal(columns, width: width)
  }

  /// The width of columns side by side.
  static func total(_ columns: [TextColumn]) -> Int {
    columns.reduce(0) { $0 + $1.width } + gap * max(0, columns.count - 1)
  }

  /// Takes the width from the widest texts, as far as they can give.
  private static func shrink(_ columns: [TextColumn], to width: Int) -> [TextColumn] {
    var columns = columns
    for index in columns.indices where columns[index].width > columns[index].least {
      columns[index].width = max(columns[index].least, min(columns[index].width, width))
    }
    var excess = total(columns) - width
    while excess > 0 {
      let giving = columns.indices.filter { columns[$0].width > columns[$0].least }
      guard let widest = giving.max(by: { columns[$0].width < columns[$1].width }) else { break }
      columns[widest].width -= 1
      excess -= 1
    }
    return columns
  }

  private static func deal(_ columns: [TextColumn], width: Int) -> [[TextColumn]] {
    let keys = shrink(repeatedKeys(columns, width: width), to: width / 3)
    let room = max(1, width - total(keys) - (keys.isEmpty ? 0 : gap))
    let rest = columns.dropFirst(keys.count).map { column in
      var column = column
      if !column.isNumeric { column.width = min(column.width, max(column.least, room)) }
      return column
    }
    let fewest = blocks(of: rest, room: room).count
    // The least room that takes no more blocks leaves them about equally wide.
    let even = (1...room).first { blocks(of: rest, room: $0).count <= fewest } ?? room
    return blocks(of: rest, room: even).map { keys + $0 }
  }

  private static func blocks(of columns: [TextColumn], room: Int) -> [[TextColumn]] {
    var blocks: [[TextColumn]] = []
    for column in columns {
      if let last = blocks.last, total(last + [column]) <= room {
        blocks[blocks.count - 1].append(column)
      } else {
        blocks.append([column])
      }
    }
    return blocks
  }

  /// The key columns if they leave room for figures, else the first alone; a figure is none, or it
  /// would be added up twice.
  private static func repeatedKeys(_ columns: [TextColumn], width: Int) -> [TextColumn] {
    let keys = Array(columns.prefix { $0.isKey })
    let isUsable = keys.count < columns.count && total(shrink(keys, to: 0)) <= width / 2
    return isUsable ? keys : Array(keys.prefix(columns.count > 1 ? 1 : 0))
  }
}
