import Foundation

/// Why a file could not be written, for a person: the place, what is left there and what is needed.
enum WritingTrouble {
  /// - Parameters:
  ///   - code: what the system answered.
  ///   - needed: how many bytes there are to write, as far as that is known.
  static func fault(_ path: String, _ code: Int32, needed: Int) -> SurveyFault {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    switch code {
    case ENOSPC:
      let left = freeSpace(at: folder).map { "\(text($0)) left, " } ?? ""
      return SurveyFault(
        .inputOutput,
        "\(path) can't be written: the disk of \(folder) is full (\(left)at least \(text(needed)) needed)",
        remedy: "Make room and try again; nothing is left of the file.")
    case EDQUOT:
      return SurveyFault(
        .inputOutput, "\(path) can't be written: your share of the disk of \(folder) is used up",
        remedy: "Make room and try again; nothing is left of the file.")
    case EFBIG:
      return SurveyFault(
        .inputOutput,
        "\(path) can't be written: at least \(text(needed)) is more than a file may have here",
        remedy: "Raise the limit (ulimit -f) or name another disk; nothing is left of the file.")
    case EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR, ENAMETOOLONG, ELOOP:
      return SurveyFault(
        .cannotCreate, "\(path) can't be made (\(String(cString: strerror(code))))",
        remedy: "Check the folder and your rights in it.")
    default:
      return SurveyFault(
        .inputOutput, "\(path) can't be written (\(String(cString: strerror(code))))",
        remedy: "Check the disk and the space left.")
    }
  }

  /// - Parameter reason: what a library answered, which hides what the system did.
  static func fault(_ path: String, saying reason: String) -> SurveyFault {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let left = freeSpace(at: folder).map { "; the disk of \(folder) has \(text($0)) left" } ?? ""
    return SurveyFault(
      .inputOutput, "\(path) can't be written (\(reason)\(left))",
      remedy: "Check the folder and make room; nothing is left of the file.")
  }

  /// Whether a library failed for want of room, which it says in words of its own or not at all.
  static func isOfSpace(_ fault: SurveyFault, in folder: String) -> Bool {
    if fault.kind == .usage { return false }
    let words = ["disk is full", "No space left", "too large", "quota"]
    return words.contains { fault.message.contains($0) } || freeSpace(at: folder) ?? .max < 1 << 16
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
