#if Formats
  import CGDAL
  import Foundation
  import GeometryValues

  /// A file of another format, open for reading.
  final class ForeignDataset {
    private let errors: ErrorLog
    private let handle: GDALDatasetH
    /// What GDAL was given to open.
    private let path: String
    private let sheet: SheetHead?

    /// - Parameter tell: takes what a person should know of the file, one sentence each.
    init(
      reading file: String, layer: String?, telling tell: (String) -> Void
    ) throws(ReaderFault) {
      Drivers.register()
      errors = ErrorLog()
      try Self.refuseOddKind(file)
      try ShapefileParts.refusePart(file)
      var path = try Archive.path(file)
      if path.hasPrefix("/vsizip/"), let inside = ShapefileParts.chosen(in: path, layer: layer) {
        path = inside
      }
      var options: [String] = []
      if path.lowercased().hasSuffix(".shp") {
        let parts = try ShapefileParts(path)
        for note in parts.notes { tell(note) }
        options.append("ENCODING=\(parts.encoding)")
      }
      for note in try SheetParts.notes(file) { tell(note) }
      self.path = path
      guard let opened = Self.open(path, options) else {
        throw ReaderFault(Self.whyNotOpened(errors.failure))
      }
      if let head = SheetHead.needed(opened, layer: layer) {
        GDALClose(opened)
        guard let again = head.open(path, Self.open) else {
          throw ReaderFault(Self.whyNotOpened(errors.failure))
        }
        handle = again
        sheet = head
        tell(head.note)
      } else {
        handle = opened
        sheet = nil
      }
    }

    deinit { GDALClose(handle) }

    private static func open(_ path: String, _ options: [String]) -> GDALDatasetH? {
      withTexts(Drivers.readable) { drivers in
        withTexts(options) { options in
          drivers.withMemoryRebound { allowed in
            options.withMemoryRebound { options in
              GDALOpenEx(
                path, UInt32(GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR), allowed, options, nil)
            }
          }
        }
      }
    }

    /// A pipe or a device would never end.
    private static func refuseOddKind(_ file: String) throws(ReaderFault) {
      var state = stat()
      guard stat(file, &state) == 0 else {
        throw ReaderFault("there is no such file, or no right to read it")
      }
      let kind = state.st_mode & S_IFMT
      guard kind == S_IFREG || kind == S_IFDIR else {
        throw ReaderFault("it is a pipe or a device, not a file")
      }
    }

    private static func whyNotOpened(_ failure: String?) -> String {
      guard let failure, !failure.contains("not recognized") else {
        return
          "it is in none of the formats that can be read (\(Drivers.readable.joined(separator: ", ")))"
      }
      return failure
    }

    /// Sends one layer and returns the number of its features.
    func send(layer name: String?, to output: inout FrameOutput) throws(ReaderFault) -> UInt64 {
      // What went wrong while a file was opened all the same may have cost a layer its rows.
      try errors.check("at its opening")
      let layer = try LayerChoice(handle).choose(name)
      let columns = ForeignColumns(layer, renamed: sheet?.names)
      // Some formats find out that they are broken when they are asked for more, and say no more
      // of it while rows are read.
      _ = OGR_L_GetFeatureCount(layer, 0)
      try errors.check("at its beginning")
      for note in columns.notes { output.send(.note(note)) }
      output.send(
        .layer(
          FeatureFrame.Layer(
            name: LayerChoice.name(layer), fields: columns.fields,
            reference: ForeignReference.text(OGR_L_GetSpatialRef(layer)),
            hasGeometry: OGR_FD_GetGeomFieldCount(OGR_L_GetLayerDefn(layer)) > 0)))
      errors.clear()
      OGR_L_ResetReading(layer)
      var read: UInt64 = 0
      var sent: UInt64 = 0
      let skipped = UInt64(sheet?.row ?? 0)
      while let feature = OGR_L_GetNextFeature(layer) {
        defer { OGR_F_Destroy(feature) }
        read += 1
        // A feature that came with a failure may have lost its geometry.
        try errors.check("feature \(read)")
        guard read > skipped else { continue }
        output.send(.feature(try columns.read(feature, number: read)))
        sent += 1
      }
      try errors.check("after feature \(read)")
      try MapInfoParts.check(path, read: read)
      try LayerChoice.checkCount(of: layer, in: handle, read: read)
      for warning in errors.warnings { output.send(.note("The formats library warns: \(warning)")) }
      return sent
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
