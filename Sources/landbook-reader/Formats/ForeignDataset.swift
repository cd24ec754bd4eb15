#if Formats
  import CGDAL
  import Foundation
  import GeometryValues

  /// A file of another format, open for reading.
  final class ForeignDataset {
    private let errors: ErrorLog
    private let handle: GDALDatasetH
    private let file: String

    init(reading file: String) throws(ReaderFault) {
      self.file = file
      Drivers.register()
      errors = ErrorLog()
      let path = try Archive.path(file)
      let opened = withTexts(Drivers.readable) { drivers in
        drivers.withMemoryRebound { allowed in
          GDALOpenEx(path, UInt32(GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR), allowed, nil, nil)
        }
      }
      guard let opened else {
        throw ReaderFault(Self.whyNotOpened(errors.failure))
      }
      handle = opened
    }

    deinit { GDALClose(handle) }

    private static func whyNotOpened(_ failure: String?) -> String {
      guard let failure, !failure.contains("not recognized") else {
        return
          "it is in none of the formats that can be read (\(Drivers.readable.joined(separator: ", ")))"
      }
      return failure
    }

    /// Sends one layer and returns the number of its features.
    func send(layer name: String?, to output: inout FrameOutput) throws(ReaderFault) -> UInt64 {
      let layer = try choose(name)
      let fields = try sendHeader(of: layer, to: &output)
      errors.clear()
      OGR_L_ResetReading(layer)
      var count: UInt64 = 0
      while let feature = OGR_L_GetNextFeature(layer) {
        defer { OGR_F_Destroy(feature) }
        // A feature that came with a failure may have lost its geometry.
        try errors.check("feature \(count + 1)")
        output.send(.feature(read(feature, fields)))
        count += 1
      }
      try errors.check("after feature \(count)")
      return count
    }

    /// The layer named; without a name the only one, or the only one that has features.
    private func choose(_ name: String?) throws(ReaderFault) -> OGRLayerH {
      let layers = (0..<GDALDatasetGetLayerCount(handle)).compactMap {
        GDALDatasetGetLayer(handle, $0)
      }
      if let name {
        if let exact = layers.first(where: { Self.name($0) == name }) { return exact }
        let alike = layers.filter { Self.name($0).lowercased() == name.lowercased() }
        if alike.count == 1 { return alike[0] }
        throw ReaderFault("there is no layer \"\(name)\"; its layers: \(list(layers))")
      }
      if layers.count == 1 { return layers[0] }
      let filled = layers.filter { OGR_L_GetFeatureCount($0, 1) != 0 }
      if filled.count == 1 { return filled[0] }
      guard !layers.isEmpty else { throw ReaderFault("it holds no layers") }
      throw ReaderFault("it holds several layers, choose one with --layer: \(list(layers))")
    }

    private func list(_ layers: [OGRLayerH]) -> String {
      layers.map { "\(Self.name($0)) (\(OGR_L_GetFeatureCount($0, 1)) features)" }
        .joined(separator: ", ")
    }

    private static func name(_ layer: OGRLayerH) -> String { String(cString: OGR_L_GetName(layer)) }

    private func sendHeader(
      of layer: OGRLayerH, to output: inout FrameOutput
    ) throws(ReaderFault) -> [OGRFieldType] {
      let definition = OGR_L_GetLayerDefn(layer)
      var types: [OGRFieldType] = []
      var fields: [FeatureFrame.Field] = []
      for index in 0..<OGR_FD_GetFieldCount(definition) {
        let field = OGR_FD_GetFieldDefn(definition, index)
        let type = OGR_Fld_GetType(field)
        types.append(type)
        fields.append(
          FeatureFrame.Field(
            name: String(cString: OGR_Fld_GetNameRef(field)), kind: Self.kind(type)))
      }
      output.send(
        .layer(
          FeatureFrame.Layer(
            name: Self.name(layer), fields: fields,
            reference: ForeignReference.text(OGR_L_GetSpatialRef(layer)),
            hasGeometry: OGR_FD_GetGeomFieldCount(definition) > 0)))
      return types
    }

    private static func kind(_ type: OGRFieldType) -> FeatureFrame.FieldKind {
      switch type {
      case OFTInteger, OFTInteger64: .integer
      case OFTReal: .real
      case OFTDate, OFTDateTime: .date
      default: .text
      }
    }

    private func read(_ feature: OGRFeatureH, _ types: [OGRFieldType]) -> FeatureFrame.Feature {
      let cells = types.enumerated().map { index, type in
        ForeignCell.text(feature, Int32(index), type)
      }
      var bytes: [UInt8]?
      if let geometry = OGR_F_GetGeometryRef(feature) {
        var wkb = [UInt8](repeating: 0, count: Int(OGR_G_WkbSize(geometry)))
        if OGR_G_ExportToIsoWkb(geometry, wkbNDR, &wkb) == OGRERR_NONE { bytes = wkb }
      }
      return FeatureFrame.Feature(id: OGR_F_GetFID(feature), cells: cells, geometry: bytes)
    }
  }

  extension UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    /// The same list as C calls take it that do not change it.
    fileprivate func withMemoryRebound<Result>(
      _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
      guard let self else { return body(nil) }
      let count = Int(CSLCount(self)) + 1
      return self.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: count) { body($0) }
    }
  }
#endif
