#if Formats
  import CGDAL
  import GeometryValues

  /// The columns of a layer that are read, and how a feature becomes a row of them.
  struct ForeignColumns {
    let fields: [FeatureFrame.Field]
    /// What is left out, one sentence each.
    let notes: [String]
    private let places: [(index: Int32, type: OGRFieldType)]

    /// - Parameter names: those of a sheet whose first row does not hold them.
    init(_ layer: OGRLayerH, renamed names: [String]?) {
      let definition = OGR_L_GetLayerDefn(layer)
      var fields: [FeatureFrame.Field] = []
      var places: [(Int32, OGRFieldType)] = []
      var bytes: [String] = []
      for index in 0..<OGR_FD_GetFieldCount(definition) {
        let field = OGR_FD_GetFieldDefn(definition, index)
        let type = OGR_Fld_GetType(field)
        let own = String(cString: OGR_Fld_GetNameRef(field))
        let name = names.flatMap { Int(index) < $0.count ? $0[Int(index)] : nil } ?? own
        if type == OFTBinary {
          bytes.append(name)
          continue
        }
        fields.append(FeatureFrame.Field(name: name, kind: Self.kind(type)))
        places.append((index, type))
      }
      self.fields = fields
      self.places = places
      notes =
        bytes.isEmpty
        ? []
        : ["Columns of bytes, such as pictures, are not read: \(bytes.joined(separator: ", "))."]
    }

    private static func kind(_ type: OGRFieldType) -> FeatureFrame.FieldKind {
      switch type {
      case OFTInteger, OFTInteger64: .integer
      case OFTReal: .real
      case OFTDate, OFTDateTime: .date
      default: .text
      }
    }

    /// - Throws: ``ReaderFault`` where the geometry can't be handed on: a row must not lose it.
    func read(_ feature: OGRFeatureH, number: UInt64) throws(ReaderFault) -> FeatureFrame.Feature {
      let cells = places.map { ForeignCell.text(feature, $0.index, $0.type) }
      guard let geometry = OGR_F_GetGeometryRef(feature) else {
        return FeatureFrame.Feature(id: OGR_F_GetFID(feature), cells: cells, geometry: nil)
      }
      var wkb = [UInt8](repeating: 0, count: Int(OGR_G_WkbSize(geometry)))
      guard OGR_G_ExportToIsoWkb(geometry, wkbNDR, &wkb) == OGRERR_NONE else {
        throw ReaderFault("feature \(number): its geometry can't be read")
      }
      return FeatureFrame.Feature(id: OGR_F_GetFID(feature), cells: cells, geometry: wkb)
    }
  }
#endif
