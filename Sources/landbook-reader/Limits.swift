import Foundation

/// What a broken or hostile file may use up before the program is stopped.
enum Limits {
  static let addressSpace: UInt = 2 << 30
  static let processorSeconds: UInt = 600
  static let fileSize: UInt = 16 << 30

  static func apply() {
    limit(Int32(RLIMIT_AS.rawValue), addressSpace)
    limit(Int32(RLIMIT_CPU.rawValue), processorSeconds)
    limit(Int32(RLIMIT_FSIZE.rawValue), fileSize)
    limit(Int32(RLIMIT_CORE.rawValue), 0)
  }

  private static func limit(_ resource: Int32, _ value: UInt) {
    var limits = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(__rlimit_resource_t(UInt32(resource)), &limits)
  }
}
