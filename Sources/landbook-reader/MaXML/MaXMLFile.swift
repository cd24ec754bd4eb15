import Foundation
import GeometryValues

/// IMSMA NG's exchange files, read without GDAL.
///
/// Documented (GICHD's IMSMA wiki, "IMSMA and maXML", "FieldReportInfo Artifact", "Geopoint"; GICHD
/// MARS-Instructions): the root MineActionFieldReport, under it FieldReport, in each a
/// FieldReportInfo with a reportGUID and ReportingDate, VerifyingDate, ReportingOrg and others, and
/// items such as Hazard and HazardReduction; places under GeospatialInfo, whose points have
/// Latitude, Longitude, Number, Type, LocalId, Bearing, Distance, CoordRefSys. The names of an
/// item's own elements are in no public page: every element that holds text becomes a column under
/// its own name. Assumed: one shape a GeospatialInfo, its points in the order of their numbers, a
/// polygon unless its own element says polyline or point; coordinates on WGS 84, as NG stores them.
struct MaXMLFile {
  static let root = "MineActionFieldReport"
  private static let largest: UInt64 = 512 << 20

  private let path: String

  /// Whether the file is XML of that root; others are left to GDAL.
  static func recognises(_ path: String) throws(ReaderFault) -> Bool {
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    guard ending == "maxml" || ending == "xml" else { return false }
    let head = try FileBytes(path).read(1 << 16, at: 0)
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
    if text.contains("<\(root)") || text.contains(":\(root)") { return true }
    guard ending == "maxml" else { return false }
    throw ReaderFault("it is no maXML: its first element is not \(root)")
  }

  init(_ path: String) throws(ReaderFault) {
    self.path = path
    let bytes = try FileBytes(path)
    guard bytes.count <= Self.largest else {
      throw ReaderFault("it is larger than \(Self.largest >> 20) MiB: export it in parts")
    }
    try XMLProlog.check(bytes.read(1 << 16, at: 0), named: nil)
    try XMLText.check(bytes)
  }

  /// Sends the items of one kind, which are one layer; without a name the only kind there is.
  func send(layer name: String?, to output: inout FrameOutput) throws(ReaderFault) -> UInt64 {
    let items = try MaXMLParse(path).items()
    let kinds = Dictionary(grouping: items, by: \.kind).mapValues(\.count)
    let list = kinds.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value) features)" }
      .joined(separator: ", ")
    guard let first = items.first else { throw ReaderFault("it holds no items") }
    if let name, kinds[name] == nil {
      throw ReaderFault("there is no layer \"\(name)\"; its layers: \(list)")
    }
    guard name != nil || kinds.count == 1 else {
      throw ReaderFault("it holds several layers, choose one with --layer: \(list)")
    }
    let chosen = items.filter { $0.kind == name ?? first.kind }
    var columns: [String] = []
    var places: [String: Int] = [:]
    for item in chosen {
      for cell in item.cells where places[cell.name] == nil {
        places[cell.name] = columns.count
        columns.append(cell.name)
      }
    }
    output.send(
      .layer(
        FeatureFrame.Layer(
          name: name ?? first.kind, fields: columns.map { FeatureFrame.Field(name: $0) },
          reference: "EPSG:4326")))
    var leftOut = 0
    for (number, item) in chosen.enumerated() {
      var cells = [String?](repeating: nil, count: columns.count)
      for cell in item.cells {
        guard let place = places[cell.name] else { continue }
        // What is said several times is kept together, as a list.
        cells[place] = cells[place].map { "\($0), \(cell.text)" } ?? cell.text
      }
      output.send(
        .feature(
          FeatureFrame.Feature(
            id: Int64(number + 1), cells: cells,
            geometry: try MaXMLShape.wkb(
              item.shapes, of: "\(item.kind) \(number + 1)", leftOut: &leftOut))))
    }
    if leftOut > 0 {
      output.send(
        .note(
          "\(leftOut) points and lines that stand beside polygons of the same item, such as reference points and benchmarks, are left out."
        ))
    }
    return UInt64(chosen.count)
  }
}
