internal import Crypto

/// The SHA-256 of bytes that come piece by piece.
public struct RunningDigest {
  private var hash = SHA256()

  /// Makes the digest of nothing.
  public init() {}

  /// Adds bytes.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

  /// Adds bytes.
  public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  /// The digest of all so far, 32 bytes.
  public var bytes: [UInt8] { Array(hash.finalize()) }

  /// The digest of all so far, hexadecimal.
  public var hexadecimal: String { ContentHash.hexadecimal(bytes) }
}
