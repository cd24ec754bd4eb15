internal import GRDB
internal import Schemas

/// The map styles that QGIS loads with the layers of a book.
enum LayerStyles {
  /// Adds the styles that the book does not have yet.
  static func install(_ db: Database, at moment: Timestamp) throws {
    let held = try String.fetchSet(
      db, sql: "SELECT f_table_name FROM layer_styles WHERE owner = '' AND useAsDefault")
    for style in StyleTexts.all where !held.contains(style.layer) {
      // QGIS looks a style up by empty catalogue and schema, not by NULL.
      try db.execute(
        sql: """
          INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,
            f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,
            update_time)
          VALUES ('', '', ?1, 'geom', ?1, ?2, '', 1, 'Landbook', '', ?3)
          """, arguments: [style.layer, style.qml, moment.description])
    }
  }
}
