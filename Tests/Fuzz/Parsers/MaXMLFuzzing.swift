import GeometryValues

@testable import landbook_reader

enum MaXMLFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    ScratchFile.with(bytes, "maxml") { path in
      _ = try? MaXMLFile.recognises(path)
      guard (try? MaXMLFile(path)) != nil, let items = try? MaXMLParse(path).items() else {
        return nil
      }
      for item in items {
        var leftOut = 0
        guard let wkb = try? MaXMLShape.wkb(item.shapes, of: item.kind, leftOut: &leftOut) else {
          continue
        }
        guard let geometry = try? WKB.read(wkb) else { return "an item's geometry can't be read" }
        if let fault = GeometryFuzzing.fault(geometry) { return fault }
      }
      return nil
    }
  }
}
