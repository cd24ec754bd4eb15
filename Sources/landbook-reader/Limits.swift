import Foundation

/// What a broken or hostile file may use up before the program is stopped.
enum Limits {
  static let addressSpace: UInt = 2 << 30
  static let processorSeconds: UInt = 600
  /// What may be written when writing was asked for; reading writes nothing at all.
  static let fileSize: UInt = 16 << 30

  static func apply(mayWrite: Bool) {
    // Writing past the limit then fails, instead of ending the program without a word.
    signal(SIGXFSZ, SIG_IGN)
    limit(Int32(RLIMIT_AS.rawValue), addressSpace)
    limit(Int32(RLIMIT_CPU.rawValue), processorSeconds)
    limit(Int32(RLIMIT_FSIZE.rawValue), mayWrite ? fileSize : 0)
    limit(Int32(RLIMIT_CORE.rawValue), 0)
  }

  private static func limit(_ resource: Int32, _ value: UInt) {
    var limits = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(__rlimit_resource_t(UInt32(resource)), &limits)
  }
}
