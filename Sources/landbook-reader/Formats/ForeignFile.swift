#if Formats
  import CGDAL
  import Foundation
  import GeometryValues

  /// A file of another format, being written.
  final class ForeignFile {
    private let errors: ErrorLog
    private let driver: GDALDriverH
    private let driverName: String
    private let handle: GDALDatasetH
    private let file: String
    private var layer: OGRLayerH?
    /// What a reader has to know, for formats that have a place for it.
    private var description: String?
    private var isInTransaction = false
    /// Where the fields stand in the format's own list.
    private var places: [Int32] = []

    init(writing file: String) throws(ReaderFault) {
      self.file = file
      Drivers.register()
      errors = ErrorLog()
      driverName = try Drivers.driver(writing: file)
      guard let driver = GDALGetDriverByName(driverName),
        let handle = GDALCreate(driver, file, 0, 0, 0, GDT_Unknown, nil)
      else { throw ReaderFault("it can't be made: \(errors.failure ?? "no driver \(driverName)")") }
      self.driver = driver
      self.handle = handle
    }

    /// Takes frames until their end and answers with the layer as it was made.
    func take(
      from input: FileHandle, answer: inout FrameOutput
    ) throws -> UInt64 {
      var frames = FeatureFrameReader()
      var count: UInt64 = 0
      while true {
        while let frame = try frames.next() {
          switch frame {
          case .hello: break
          case .note(let note): self.description = note
          case .layer(let description): answer.send(.layer(try make(description)))
          case .feature(let feature):
            try add(feature)
            count += 1
          case .failure(let message): throw ReaderFault(message)
          case .end(let announced):
            guard announced == count else { throw ReaderFault("features were lost on the way") }
            try finish()
            return count
          }
        }
        guard let more = try input.read(upToCount: 1 << 17), !more.isEmpty else {
          throw ReaderFault("the features to write broke off after \(count)")
        }
        frames.add(more)
      }
    }

    private func make(_ description: FeatureFrame.Layer) throws(ReaderFault) -> FeatureFrame.Layer {
      let reference = try ForeignReference.make(description.reference)
      defer { if let reference { OSRRelease(reference) } }
      let options: [String] =
        switch driverName {
        case "ESRI Shapefile":
          ["ENCODING=UTF-8"]
            + (FileMoment.asked.map { ["DBF_DATE_LAST_UPDATE=\($0.day)"] } ?? [])
        case "GPKG": self.description.map { ["DESCRIPTION=\($0)"] } ?? []
        default: []
        }
      let made = withTexts(options) { options in
        GDALDatasetCreateLayer(
          handle, description.name, reference, description.hasGeometry ? wkbUnknown : wkbNone,
          options)
      }
      guard let made else {
        throw ReaderFault("its layer can't be made: \(errors.failure ?? "unknown reason")")
      }
      // Without it a database writes every feature through to disk.
      if GDALDatasetTestCapability(handle, ODsCTransactions) != 0 {
        isInTransaction = GDALDatasetStartTransaction(handle, 0) == OGRERR_NONE
      }
      layer = made
      var answer = description
      for (index, field) in description.fields.enumerated() {
        let definition = OGR_Fld_Create(field.name, Self.type(field.kind))
        defer { OGR_Fld_Destroy(definition) }
        guard OGR_L_CreateField(made, definition, 1) == OGRERR_NONE else {
          throw ReaderFault("the field \(field.name) can't be made: \(errors.failure ?? "")")
        }
        // KML puts a name and a description of its own first.
        let place = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(made)) - 1
        places.append(place)
        let kept = OGR_FD_GetFieldDefn(OGR_L_GetLayerDefn(made), place)
        answer.fields[index].name = String(cString: OGR_Fld_GetNameRef(kept))
      }
      return answer
    }

    private static func type(_ kind: FeatureFrame.FieldKind) -> OGRFieldType {
      switch kind {
      case .text: OFTString
      case .integer: OFTInteger64
      case .real: OFTReal
      case .date: OFTDate
      }
    }

    private func add(_ feature: FeatureFrame.Feature) throws(ReaderFault) {
      guard let layer, let made = OGR_F_Create(OGR_L_GetLayerDefn(layer)) else {
        throw ReaderFault("features came before their layer")
      }
      defer { OGR_F_Destroy(made) }
      for (place, cell) in zip(places, feature.cells) {
        if let cell { OGR_F_SetFieldString(made, place, cell) }
      }
      if let bytes = feature.geometry {
        var geometry: OGRGeometryH?
        let outcome = OGR_G_CreateFromWkb(bytes, nil, &geometry, Int32(bytes.count))
        guard outcome == OGRERR_NONE, let geometry else {
          throw ReaderFault("the geometry of feature \(feature.id) can't be written")
        }
        OGR_F_SetGeometryDirectly(made, geometry)
      }
      guard OGR_L_CreateFeature(layer, made) == OGRERR_NONE else {
        throw ReaderFault("feature \(feature.id) can't be written: \(errors.failure ?? "")")
      }
      try errors.check("feature \(feature.id)")
    }

    /// Closes the file, which is when some formats write it.
    private func finish() throws(ReaderFault) {
      if isInTransaction { _ = GDALDatasetCommitTransaction(handle) }
      GDALClose(handle)
      try errors.check("at the end")
    }
  }
#endif
