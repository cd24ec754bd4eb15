#if Formats
  import CGDAL
  import Foundation

  /// Pieces of a file on disk or inside an archive.
  struct VirtualBytes: ~Copyable {
    private let handle: UnsafeMutablePointer<VSILFILE>
    let count: UInt64

    /// Nil where there is no such file.
    init?(_ path: String) {
      guard let handle = VSIFOpenL(path, "rb") else { return nil }
      guard VSIFSeekL(handle, 0, SEEK_END) == 0 else {
        VSIFCloseL(handle)
        return nil
      }
      self.handle = handle
      count = UInt64(VSIFTellL(handle))
    }

    deinit { VSIFCloseL(handle) }

    /// The bytes at a place; fewer where the file ends.
    func read(_ length: Int, at place: UInt64) -> [UInt8] {
      guard VSIFSeekL(handle, place, 0) == 0 else { return [] }
      return [UInt8](unsafeUninitializedCapacity: length) { memory, filled in
        filled = Int(VSIFReadL(memory.baseAddress, 1, length, handle))
      }
    }

    /// Calls the body with the file's bytes, piece after piece.
    ///
    /// Each piece begins with the last `overlap` bytes of the one before. The number says at how many
    /// places of it something new can begin.
    func forEachPiece(overlap: Int, _ body: (UnsafeRawBufferPointer, Int) -> Void) {
      // Never back: what is packed would be unpacked from its beginning again.
      guard VSIFSeekL(handle, 0, 0) == 0 else { return }
      var piece = [UInt8](repeating: 0, count: 1 << 20)
      var kept = 0
      while true {
        let fresh = piece.withUnsafeMutableBytes { bytes in
          Int(VSIFReadL(bytes.baseAddress.map { $0 + kept }, 1, bytes.count - kept, handle))
        }
        let isLast = fresh < piece.count - kept
        let count = kept + fresh
        piece.withUnsafeBytes { bytes in
          let whole = UnsafeRawBufferPointer(rebasing: bytes[..<count])
          body(whole, isLast ? count : count - overlap)
        }
        if isLast { return }
        piece.replaceSubrange(..<overlap, with: piece[(count - overlap)...])
        kept = overlap
      }
    }

    /// The names in a folder.
    static func names(in folder: String) -> [String] {
      guard let list = VSIReadDir(folder) else { return [] }
      defer { CSLDestroy(list) }
      return (0..<Int(CSLCount(list))).compactMap { list[$0].map { String(cString: $0) } }
    }
  }
#endif
