#if Formats
  import CGDAL

  /// The layers of a file, and which of them is meant.
  struct LayerChoice {
    private let layers: [OGRLayerH]

    init(_ dataset: GDALDatasetH) {
      layers = (0..<GDALDatasetGetLayerCount(dataset)).compactMap {
        GDALDatasetGetLayer(dataset, $0)
      }
    }

    /// The layer named; without a name the only one, or the only one that has features.
    func choose(_ name: String?) throws(ReaderFault) -> OGRLayerH {
      if let name {
        if let exact = layers.first(where: { Self.name($0) == name }) { return exact }
        let alike = layers.filter { Self.name($0).lowercased() == name.lowercased() }
        if alike.count == 1 { return alike[0] }
        throw ReaderFault("there is no layer \"\(name)\"; its layers: \(list(layers))")
      }
      if layers.count == 1 { return layers[0] }
      // The form of turning points stands beside its instructions.
      let forms = layers.filter { Self.name($0) == "turning_points" }
      if forms.count == 1 { return forms[0] }
      let filled = layers.filter { OGR_L_GetFeatureCount($0, 1) != 0 }
      if filled.count == 1 { return filled[0] }
      guard !layers.isEmpty else { throw ReaderFault("it holds no layers") }
      guard !filled.isEmpty else {
        throw ReaderFault("none of its layers has features: \(list(layers))")
      }
      throw ReaderFault("it holds several layers, choose one with --layer: \(list(layers))")
    }

    private func list(_ layers: [OGRLayerH]) -> String {
      layers.map { "\(Self.name($0)) (\(OGR_L_GetFeatureCount($0, 1)) features)" }
        .joined(separator: ", ")
    }

    static func name(_ layer: OGRLayerH) -> String { String(cString: OGR_L_GetName(layer)) }

    /// Holds what was read against what the file announces, where it announces anything.
    static func checkCount(
      of layer: OGRLayerH, in dataset: GDALDatasetH, read: UInt64
    ) throws(ReaderFault) {
      let driver = GDALGetDatasetDriver(dataset).flatMap { GDALGetDriverShortName($0) }
      // Of a Shapefile deleted rows are announced too; its parts were held against each other.
      guard let driver, String(cString: driver) != "ESRI Shapefile",
        OGR_L_TestCapability(layer, OLCFastFeatureCount) != 0
      else { return }
      let announced = OGR_L_GetFeatureCount(layer, 0)
      guard announced < 0 || UInt64(announced) == read else {
        throw ReaderFault("it announces \(announced) features and gave \(read): fetch it again")
      }
    }
  }
#endif
