/// One message between the program and its reader of foreign formats.
///
/// On the wire a frame is a kind byte, a length in four bytes, least first, and that many bytes.
/// Texts are UTF-8 with a length before them; absent ones have the length 0xFFFFFFFF.
public enum FeatureFrame: Hashable, Sendable {
  /// The first frame of a stream.
  case hello(version: UInt32)
  /// What the features that follow have in common.
  case layer(Layer)
  case feature(Feature)
  /// What a person should know of the file, as a sentence; at any place before the end.
  case note(String)
  /// The last frame of a whole stream, with the number of features sent.
  case end(count: UInt64)
  /// The last frame of a stream that failed, in words for a person.
  case failure(String)

  /// The version this codec speaks.
  public static let version: UInt32 = 2

  /// What a field holds, so that a spreadsheet keeps its numbers.
  public enum FieldKind: UInt8, Hashable, Sendable {
    case text, integer, real, date
  }

  /// A column of a layer.
  public struct Field: Hashable, Sendable {
    /// The name as the file has it.
    public var name: String
    /// What kind of trouble it is, for the exit code.
    public var kind: FieldKind

    /// Makes it of its parts.
    public init(name: String, kind: FieldKind = .text) {
      self.name = name
      self.kind = kind
    }
  }

  /// A layer's name, fields and coordinate reference.
  public struct Layer: Hashable, Sendable {
    /// The name as the file has it.
    public var name: String
    /// The columns, in order.
    public var fields: [Field]
    /// An authority code such as `EPSG:4326`, else WKT, else nil.
    public var reference: String?
    /// Whether the layer can carry geometries at all.
    public var hasGeometry: Bool

    /// Makes it of its parts.
    public init(name: String, fields: [Field], reference: String? = nil, hasGeometry: Bool = true) {
      self.name = name
      self.fields = fields
      self.reference = reference
      self.hasGeometry = hasGeometry
    }
  }

  /// One feature: a cell for each field of its layer, and its geometry as WKB.
  public struct Feature: Hashable, Sendable {
    /// The number the source gives the feature.
    public var id: Int64
    /// A cell for each field; nil where there is no value.
    public var cells: [String?]
    /// Well-known binary; nil where there is none.
    public var geometry: [UInt8]?

    /// Makes it of its parts.
    public init(id: Int64, cells: [String?], geometry: [UInt8]? = nil) {
      self.id = id
      self.cells = cells
      self.geometry = geometry
    }
  }

  /// Appends the frame's bytes.
  public func encode(into bytes: inout [UInt8]) {
    bytes.append(kind)
    let lengthPlace = bytes.count
    bytes.put(UInt32(0))
    switch self {
    case .hello(let version): bytes.put(version)
    case .layer(let layer):
      bytes.put(layer.name)
      bytes.put(layer.reference)
      bytes.append(layer.hasGeometry ? 1 : 0)
      bytes.put(UInt32(layer.fields.count))
      for field in layer.fields {
        bytes.put(field.name)
        bytes.append(field.kind.rawValue)
      }
    case .feature(let feature):
      bytes.put(UInt64(bitPattern: feature.id))
      bytes.put(UInt32(feature.cells.count))
      for cell in feature.cells { bytes.put(cell) }
      bytes.put(bytes: feature.geometry)
    case .end(let count): bytes.put(count)
    case .failure(let message), .note(let message): bytes.put(message)
    }
    let length = UInt32(bytes.count - lengthPlace - 4)
    for byte in 0..<4 {
      bytes[lengthPlace + byte] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(byte)))
    }
  }

  private var kind: UInt8 {
    switch self {
    case .hello: UInt8(ascii: "H")
    case .layer: UInt8(ascii: "L")
    case .feature: UInt8(ascii: "F")
    case .note: UInt8(ascii: "N")
    case .end: UInt8(ascii: "E")
    case .failure: UInt8(ascii: "X")
    }
  }
}

extension [UInt8] {
  fileprivate mutating func put<Value: FixedWidthInteger>(_ value: Value) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func put(_ text: String?) {
    guard var text else { return put(UInt32.max) }
    text.withUTF8 { utf8 in
      put(UInt32(utf8.count))
      append(contentsOf: utf8)
    }
  }

  fileprivate mutating func put(bytes: [UInt8]?) {
    guard let bytes else { return put(UInt32.max) }
    put(UInt32(bytes.count))
    append(contentsOf: bytes)
  }
}
