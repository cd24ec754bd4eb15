/// How QGIS draws the layers of a book, as QML.
public enum StyleTexts {
  /// One style a layer that has one.
  public static var all: [(layer: String, qml: String)] {
    [
      ("finding", text(PackageResources.finding_qml)),
      ("district", text(PackageResources.district_qml)),
      ("hazard", text(PackageResources.hazard_qml)),
      ("release", text(PackageResources.release_qml)),
      ("remaining", text(PackageResources.remaining_qml)),
      ("zone", text(PackageResources.zone_qml)),
    ]
  }

  /// The SHA-256 of styles that earlier versions came with: what has one of these was changed by
  /// nobody.
  public static let earlier: Set<String> = [
    "8290bab42a5da2fe250d3f4e4400d7a98b07cd20f69754c9b28ac18ec5238952",
    "ae3188ab788c4de61ba729194d0f39dd557cee25e21033c6a8d5fcf46280478b",
    "df8ccab9e7d06c75eff6cb4e9d84b8f0e04fa9ca0b5b544a5f0976909941fd6b",
    "e6310d257b4e4f171a49e41978387db7010142d550da4e48b9a04200b2183bbd",
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
