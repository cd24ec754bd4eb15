internal import Foundation
internal import GRDB
internal import Schemas

/// The style of a layer that was written to a GeoPackage of its own.
public enum ExportedStyle {
  /// Adds the style that a book has for such a layer, so that QGIS draws both alike.
  ///
  /// Files of other formats, and layers that no style is for, are left as they are.
  ///
  /// - Parameters:
  ///   - path: a file that was just written.
  ///   - layer: its only layer.
  ///   - kind: the layer of a book that it looks like.
  ///   - holdsRestricted: whether squares of state `restricted` are in it.
  /// - Throws: ``BookError`` where the file can't be written to.
  public static func add(
    to path: String, layer: String, like kind: String,
    holdingRestricted holdsRestricted: Bool = false
  ) throws {
    guard URL(fileURLWithPath: path).pathExtension.lowercased() == "gpkg",
      let style = StyleTexts.all.first(where: { $0.layer == kind })
    else { return }
    try LandBook.translating(path) {
      let queue = try DatabaseQueue(path: path)
      let qml = holdsRestricted ? withRestricted(style.qml) : style.qml
      try queue.write { db in try add(qml, to: layer, db) }
      try queue.close()
    }
  }

  /// The style with a rule for squares that stand for ground which is left out: what no rule is for
  /// QGIS does not draw.
  private static func withRestricted(_ qml: String) -> String {
    var qml = qml
    for (end, added) in [("</rules>", restrictedRule), ("</symbols>", restrictedSymbol)] {
      if let place = qml.range(of: end) { qml.insert(contentsOf: added, at: place.lowerBound) }
    }
    return qml
  }

  private static let restrictedRule = #"""
      <rule key="{d0000000-0000-0000-0000-000000000012}" symbol="restricted" label="Restricted: not free ground" filter="&quot;state&quot; = 'restricted'"/>

    """#

  private static let restrictedSymbol = #"""
      <symbol type="fill" name="restricted" alpha="0.6" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="dense4"/>
            <Option type="QString" name="color" value="70,70,70,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="70,70,70,255"/>
            <Option type="QString" name="outline_width" value="0.3"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>

    """#

  private static func add(_ qml: String, to layer: String, _ db: Database) throws {
    let column = try String.fetchOne(
      db, sql: "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?",
      arguments: [layer])
    guard let column else { return }
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),
          f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
          useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
          update_time DATETIME);
        """)
    // The moment is that of the layer: the style is of the same writing.
    try db.execute(
      sql: """
        INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,
          f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,
          update_time)
        VALUES ('', '', ?1, ?2, ?1, ?3, '', 1, 'Landbook', '',
          (SELECT last_change FROM gpkg_contents WHERE table_name = ?1))
        """, arguments: [layer, column, qml])
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, description,
          last_change)
        SELECT 'layer_styles', 'attributes', 'layer_styles', '', last_change
        FROM gpkg_contents WHERE table_name = ?
        """, arguments: [layer])
  }
}
