internal import CPROJ
internal import Foundation

/// A coordinate reference system as its definition names it.
public struct CoordinateReference: Hashable, Sendable {
  /// Its name, such as `WGS 84 / UTM zone 38N`.
  public var name: String
  /// Its code, such as `EPSG:32638`; none for a definition that no authority lists.
  public var code: String?
  /// Whether its coordinates are longitude and latitude rather than metres in a plane.
  public var isGeographic: Bool

  /// What a code, WKT or PROJ string stands for.
  ///
  /// - Throws: ``EngineError`` when the text is no horizontal reference that PROJ knows.
  public static func describe(_ text: String) throws(EngineError) -> CoordinateReference {
    let reference = try PROJContext().reference(text)
    return CoordinateReference(
      name: reference.name, code: reference.code ?? reference.identifiedCode,
      isGeographic: reference.isGeographic)
  }
}

extension PROJContext {
  /// A reference for positions on the ground, made from a code, WKT or PROJ string.
  func reference(_ text: String) throws(EngineError) -> PROJObject {
    var definition = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if definition.contains("proj="), !definition.contains("type=crs") {
      definition += " +type=crs"
    }
    guard let object = PROJObject(owning: proj_create(handle, definition), of: self) else {
      throw EngineError(
        "\"\(shown(text))\" is no coordinate reference (\(reason())): give EPSG:n, WKT or a PROJ string"
      )
    }
    guard proj_is_crs(object.pointer) != 0, object.isHorizontal else {
      throw EngineError(
        "\"\(shown(text))\" (\(object.name)) does not give positions on a map: "
          + "give a geographic or projected reference")
    }
    return object
  }

  private func shown(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "..." : text
  }
}

extension PROJObject {
  /// Whether coordinates are longitude and latitude.
  fileprivate var isGeographic: Bool {
    [PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS].contains(horizontal(PROJObject.type))
  }

  fileprivate var isHorizontal: Bool {
    [PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS]
      .contains(horizontal(PROJObject.type))
  }

  /// The code PROJ finds for a definition without one, if it is all but sure.
  fileprivate var identifiedCode: String? {
    var confidence: UnsafeMutablePointer<Int32>?
    guard let list = proj_identify(context.handle, pointer, nil, nil, &confidence) else {
      return nil
    }
    defer {
      proj_list_destroy(list)
      proj_int_list_destroy(confidence)
    }
    guard proj_list_get_count(list) > 0, let confidence, confidence[0] >= 90 else { return nil }
    return PROJObject(owning: proj_list_get(context.handle, list, 0), of: context)?.code
  }

  private static func type(_ object: PROJObject) -> PJ_TYPE { proj_get_type(object.pointer) }

  /// Looks through a datum shift or a height that wraps the horizontal reference.
  private func horizontal<Answer>(_ question: (PROJObject) -> Answer) -> Answer {
    let inner =
      switch proj_get_type(pointer) {
      case PJ_TYPE_BOUND_CRS: proj_get_source_crs(context.handle, pointer)
      case PJ_TYPE_COMPOUND_CRS: proj_crs_get_sub_crs(context.handle, pointer, 0)
      default: OpaquePointer?.none
      }
    guard let wrapped = PROJObject(owning: inner, of: context) else { return question(self) }
    return wrapped.horizontal(question)
  }
}
