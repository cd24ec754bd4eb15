#if Formats
  import CGDAL

  /// Coordinate references between GDAL and text.
  enum ForeignReference {
    /// An authority's code, else well-known text; nil where the layer has none.
    static func text(_ reference: OGRSpatialReferenceH?) -> String? {
      guard let reference, let copy = OSRClone(reference) else { return nil }
      defer { OSRDestroySpatialReference(copy) }
      if OSRGetAuthorityCode(copy, nil) == nil { OSRAutoIdentifyEPSG(copy) }
      if let name = OSRGetAuthorityName(copy, nil), let code = OSRGetAuthorityCode(copy, nil) {
        return "\(String(cString: name)):\(String(cString: code))"
      }
      var text: UnsafeMutablePointer<CChar>?
      defer { VSIFree(text) }
      guard OSRExportToWkt(copy, &text) == OGRERR_NONE, let text else { return nil }
      return String(cString: text)
    }

    /// Makes a reference of text, with longitude or east first; the caller destroys it.
    static func make(_ text: String?) throws(ReaderFault) -> OGRSpatialReferenceH? {
      guard let text else { return nil }
      let reference = OSRNewSpatialReference(nil)
      OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER)
      guard OSRSetFromUserInput(reference, text) == OGRERR_NONE else {
        OSRDestroySpatialReference(reference)
        throw ReaderFault("the coordinate reference \(text) is not known")
      }
      return reference
    }
  }
#endif
