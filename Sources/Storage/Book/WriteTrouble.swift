internal import Foundation
internal import GRDB

/// Why a book could not be written to, in words for a person: the file, what is left and what is
/// needed.
struct WriteTrouble {
  /// - Parameter error: that the disk is full, or that writing failed.
  static func words(for error: DatabaseError, on path: String) -> (message: String, remedy: String)
  {
    let volume = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let need = size(of: path) * 2
    if error.resultCode == .SQLITE_FULL {
      let left = freeSpace(at: volume).map { ", \(text($0)) left" } ?? ""
      return (
        "the disk of \(volume) is full\(left); the book is as it was before",
        "make room and try again: a write may need \(text(need)) beside the book, twice its size"
      )
    }
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(UInt32(RLIMIT_FSIZE.rawValue)), &limit) == 0,
      limit.rlim_cur != rlim_t.max, UInt64(need) + 1 << 20 > UInt64(limit.rlim_cur)
    {
      return (
        "the file may not grow past \(text(Int(limit.rlim_cur))), a limit of this session (ulimit -f); the book is as it was before",
        "raise the limit to \(text(need)) or more and try again"
      )
    }
    return (
      "the disk of \(volume) failed (\(error.message ?? "code \(error.extendedResultCode.rawValue)")); the book is as it was before",
      "check the disk, the space left and any quota, and try again"
    )
  }

  private static func size(of path: String) -> Int {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return max(size ?? 0, 1 << 20)
  }

  private static func freeSpace(at folder: String) -> Int? {
    var state = statvfs()
    guard statvfs(folder, &state) == 0 else { return nil }
    return Int(clamping: UInt64(state.f_bavail) * UInt64(state.f_frsize))
  }

  private static func text(_ bytes: Int) -> String {
    bytes < 10 << 20 ? "\((bytes + 1023) >> 10) KiB" : "\(bytes >> 20) MiB"
  }
}
