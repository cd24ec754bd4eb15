internal import Crypto
internal import Foundation
internal import GRDB
internal import Schemas

/// The map styles that QGIS loads with the layers of a book.
enum LayerStyles {
  /// Adds the styles that the book does not have yet, and puts newer ones in place of those that
  /// an earlier Landbook made.
  ///
  /// A style that a person changed is kept.
  ///
  /// - Parameter earlier: the SHA-256 of styles that were nobody's but Landbook's.
  static func install(
    _ db: Database, at moment: Timestamp, replacing earlier: Set<String> = StyleTexts.earlier
  ) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT f_table_name, styleQML, id FROM layer_styles WHERE owner = '' AND useAsDefault
        """)
    let held = Dictionary(
      try rows.map {
        (
          try $0.decode(String.self, atIndex: 0),
          (
            text: try $0.decode(String?.self, atIndex: 1),
            id: try $0.decode(Int64.self, atIndex: 2)
          )
        )
      },
      uniquingKeysWith: { first, _ in first })
    for style in StyleTexts.all {
      if let held = held[style.layer] {
        guard let text = held.text, earlier.contains(hash(text)) else { continue }
        try db.execute(
          sql: "UPDATE layer_styles SET styleQML = ?, update_time = ? WHERE id = ?",
          arguments: [style.qml, moment.description, held.id])
      } else {
        try add(style, db, at: moment)
      }
    }
  }

  private static func add(
    _ style: (layer: String, qml: String), _ db: Database, at moment: Timestamp
  ) throws {
    // QGIS looks a style up by empty catalogue and schema, not by NULL.
    try db.execute(
      sql: """
        INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,
          f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,
          update_time)
        VALUES ('', '', ?1, 'geom', ?1, ?2, '', 1, 'Landbook', '', ?3)
        """, arguments: [style.layer, style.qml, moment.description])
  }

  static func hash(_ text: String) -> String {
    ContentHash.hexadecimal(SHA256.hash(data: Data(text.utf8)))
  }
}
