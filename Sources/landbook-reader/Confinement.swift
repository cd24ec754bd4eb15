import CConfine
import Foundation

/// Locks this program in before any byte of a foreign file is looked at.
///
/// Each protection is taken where the kernel offers it, and one of them is enough against the
/// network or a new file: what could not be had is told by `landbook doctor`, never hidden.
struct Confinement {
  /// One protection: 0 where it holds, else why not, as the system's error number.
  typealias Outcome = (name: String, error: Int32)

  private(set) var outcomes: [Outcome] = []

  /// - Parameter file: the file to read, or the one to write, with the folder it lies in.
  init(file: String?, mayWrite: Bool) {
    confine_descriptors()
    Limits.apply(mayWrite: mayWrite)
    take("privileges", confine_no_new_privileges())
    take("network namespace", confine_no_network())
    let folders = file.map(Self.folders) ?? []
    take(
      "files",
      Self.withTexts(Self.ownFolders + folders) { readable in
        Self.withTexts(mayWrite ? folders : []) { confine_files(readable, $0) }
      })
    take("system calls", confine_system_calls(mayWrite ? 1 : 0))
  }

  private mutating func take(_ name: String, _ error: Int32) { outcomes.append((name, error)) }

  /// Where the system keeps libraries, projections and fonts; no person's files are there.
  private static var ownFolders: [String] {
    let environment = ProcessInfo.processInfo.environment
    let named = ["PROJ_DATA", "PROJ_LIB", "GDAL_DATA", "LD_LIBRARY_PATH"]
      .compactMap { environment[$0] }.flatMap { $0.split(separator: ":").map(String.init) }
    return [
      "/usr", "/lib", "/lib64", "/etc", "/opt", "/nix", "/dev/null", "/dev/urandom", "/proc/self",
      "/proc/meminfo", "/proc/cpuinfo",
      "/sys/devices/system/cpu", "/sys/fs/cgroup",
    ] + named
  }

  /// The folders of a file and of what it is a link to: the parts of a Shapefile lie there too.
  private static func folders(_ file: String) -> [String] {
    let url = URL(fileURLWithPath: file)
    return [url, url.resolvingSymlinksInPath()].map { $0.deletingLastPathComponent().path }
  }

  private static func withTexts<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { $0.map { UnsafePointer($0) } } + [nil]
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
