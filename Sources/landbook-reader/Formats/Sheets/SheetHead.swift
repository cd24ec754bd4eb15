#if Formats
  import CGDAL

  /// The row of a sheet that holds the column names, where it is not the first.
  struct SheetHead {
    /// Rows above and with the names, which are no data.
    let row: Int
    let names: [String]
    private let layer: String
    private static let rowsLookedAt = 20

    /// What to tell a person.
    var note: String {
      "Row \(row) of the sheet \"\(layer)\" is taken for the column names; what stands above it is left out."
    }

    /// Looks whether the first row of the sheet is a title and not the column names.
    ///
    /// - Returns: nil where the first row holds the names, or no row looks like names.
    static func needed(_ dataset: GDALDatasetH, layer name: String?) -> SheetHead? {
      guard let driver = GDALGetDatasetDriver(dataset).flatMap({ GDALGetDriverShortName($0) }),
        ["XLSX", "ODS"].contains(String(cString: driver)),
        let layer = try? LayerChoice(dataset).choose(name)
      else { return nil }
      let definition = OGR_L_GetLayerDefn(layer)
      let first = (0..<OGR_FD_GetFieldCount(definition)).map { index in
        String(cString: OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, index)))
      }
      // GDAL calls a column without a name after its place.
      let named = first.enumerated().filter { $0.element != "Field\($0.offset + 1)" }.count
      guard first.count > 1, named * 2 <= first.count else { return nil }
      var rows: [[String]] = []
      OGR_L_ResetReading(layer)
      while rows.count < rowsLookedAt, let feature = OGR_L_GetNextFeature(layer) {
        rows.append(
          (0..<Int32(first.count)).map { index in
            OGR_F_GetFieldAsString(feature, index).map { String(cString: $0) } ?? ""
          })
        OGR_F_Destroy(feature)
      }
      OGR_L_ResetReading(layer)
      let widest = rows.map { $0.filter { !$0.isEmpty }.count }.max() ?? 0
      guard widest > 1,
        let place = rows.firstIndex(where: { row in
          let filled = row.filter { !$0.isEmpty }
          return filled.count * 5 >= widest * 4 && filled.allSatisfy { Double($0) == nil }
            && Set(filled).count == filled.count
        })
      else { return nil }
      return SheetHead(
        row: place + 2, names: rows[place], layer: String(cString: OGR_L_GetName(layer)))
    }

    private init(row: Int, names: [String], layer: String) {
      self.row = row
      self.names = names
      self.layer = layer
    }

    /// Opens the file again with no row taken for names.
    func open(_ path: String, _ open: (String, [String]) -> GDALDatasetH?) -> GDALDatasetH? {
      for option in ["OGR_XLSX_HEADERS", "OGR_ODS_HEADERS"] {
        CPLSetConfigOption(option, "DISABLE")
      }
      return open(path, [])
    }
  }
#endif
