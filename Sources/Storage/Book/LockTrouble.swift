internal import Foundation

/// Why a lock on a file could not be had, in words for a person.
struct LockTrouble {
  var kind: BookError.Kind
  var message: String
  var remedy: String

  /// - Parameter path: none of this program's connections may hold the file.
  init(on path: String) {
    let holders = LockHolder.all(of: path)
    if holders.isEmpty, Self.hasNoLocks(path) {
      self = .noLocks
      return
    }
    kind = .locked
    remedy = "close it, or try again when it is done"
    let names = holders.filter { $0.isWriting == holders[0].isWriting }.map(\.words)
    if let holder = holders.first {
      let others = names.count > 3 ? " and \(names.count - 3) more" : ""
      message =
        "the file is being \(holder.isWriting ? "written" : "read") by "
        + names.prefix(3).joined(separator: ", ") + others
    } else {
      message =
        "another program holds the file; which one can't be told: it let go just now, is on another machine or hidden by the system"
      remedy = "close it, or try again"
    }
  }

  private init(kind: BookError.Kind, message: String, remedy: String) {
    (self.kind, self.message, self.remedy) = (kind, message, remedy)
  }

  /// What is said where a drive has no locks.
  static let noLocks = LockTrouble(
    kind: .inputOutput,
    message: "the drive gives no locks, without which two programs could spoil the file",
    remedy: "copy the book to a disk of this machine and work there; nothing was changed")

  /// Asks for no lock, but whether there could be one.
  private static func hasNoLocks(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var lock = flock()
    lock.l_type = Int16(F_RDLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000
    lock.l_len = 512
    guard fcntl(file, F_GETLK, &lock) != 0 else { return false }
    return [ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL].contains(errno)
  }
}
