/// Style and script of the pages that reports are published as.
public enum PageTexts {
  /// How a page looks on a screen and on paper.
  public static var style: String { text(PackageResources.report_css) }

  /// What a page does beyond standing there: figures open, maps move.
  public static var script: String { text(PackageResources.report_js) }

  /// What the pages of the server have beside that of reports.
  public static var serviceStyle: String { text(PackageResources.service_css) }

  /// What the dashboard does: its map loads what it shows, a choice is made at once.
  public static var serviceScript: String { text(PackageResources.service_js) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
