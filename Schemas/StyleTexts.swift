/// How QGIS draws the layers of a book, as QML.
public enum StyleTexts {
  /// One style a layer that has one.
  public static var all: [(layer: String, qml: String)] {
    [
      ("finding", text(PackageResources.finding_qml)),
      ("district", text(PackageResources.district_qml)),
      ("hazard", text(PackageResources.hazard_qml)),
      ("release", text(PackageResources.release_qml)),
    ]
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
