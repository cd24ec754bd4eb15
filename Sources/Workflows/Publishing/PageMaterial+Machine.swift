import Foundation
public import Reporting
import Storage

extension PageMaterial {
  /// What this machine has for pages: digests always, moving maps where Leaflet is installed.
  public static var ofThisMachine: PageMaterial {
    PageMaterial(digest: ContentHash.base64, leaflet: LeafletSource.find())
  }
}

extension LeafletSource {
  /// No release of the library comes near this many bytes.
  private static let mostBytes = 4 << 20

  /// The library from the folder that `LANDBOOK_LEAFLET` names, else from Debian's package
  /// libjs-leaflet; nil where neither is there.
  static func find(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> LeafletSource? {
    let named = environment["LANDBOOK_LEAFLET"] ?? ""
    let folder = URL(
      fileURLWithPath: named.isEmpty ? "/usr/share/javascript/leaflet" : named)
    guard let style = text(folder, "leaflet.css"),
      let script = text(folder, "leaflet.min.js") ?? text(folder, "leaflet.js")
    else { return nil }
    return LeafletSource(script: script, style: style)
  }

  private static func text(_ folder: URL, _ name: String) -> String? {
    guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)),
      bytes.count <= mostBytes
    else { return nil }
    return String(bytes: bytes, encoding: .utf8)
  }
}
