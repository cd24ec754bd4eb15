import Foundation

/// Says what this program can read, and which protections really hold, one line each.
///
/// Lines are `key<TAB>value`, protections `protection<TAB>name<TAB>on or off<TAB>how it was found`.
struct ReaderDoctor {
  private let confinement: Confinement

  init(_ confinement: Confinement) {
    self.confinement = confinement
  }

  func tell() {
    var lines = ["library\t\(Formats.library ?? "none")"]
    lines.append("read\t\((Formats.readable + ["maXML"]).joined(separator: ", "))")
    lines.append("write\t\(Formats.writable.joined(separator: ", "))")
    for (name, isOn, detail) in protections {
      lines.append("protection\t\(name)\t\(isOn ? "on" : "off")\t\(detail)")
    }
    // Into a file nothing can be written any more; a pipe is asked for.
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    guard write(1, text, text.count) == text.count else { exit(74) }
  }

  private typealias Protection = (name: String, isOn: Bool, detail: String)

  private var protections: [Protection] {
    [
      limit("memory", RLIMIT_AS) { "no more than \($0 >> 20) MiB" },
      limit("processor time", RLIMIT_CPU) { "no more than \($0) s" },
      limit("core files", RLIMIT_CORE) { "no more than \($0) bytes" },
      newFiles, network,
      taken("privileges", "gains none by running another program"),
      taken("network namespace", "in a network of its own that leads nowhere"),
      taken("system calls", "sockets, other programs and tracing are refused"),
      taken("files", "reads nothing outside the file's folder and the system's"),
    ]
  }

  private func limit(
    _ name: String, _ resource: __rlimit_resource, _ words: (UInt) -> String
  ) -> Protection {
    var limits = rlimit()
    let isKnown = getrlimit(__rlimit_resource_t(resource.rawValue), &limits) == 0
    let isOn = isKnown && limits.rlim_cur != rlim_t.max
    return (name, isOn, isOn ? words(UInt(limits.rlim_cur)) : "no limit")
  }

  /// Tries to make a file; what should have failed and did not is taken away again.
  private var newFiles: Protection {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("landbook-doctor-\(getpid())").path
    let file = open(path, O_CREAT | O_WRONLY | O_EXCL, 0o600)
    guard file >= 0 else { return ("new files", true, Self.words(errno)) }
    defer {
      close(file)
      unlink(path)
    }
    var byte: UInt8 = 1
    return write(file, &byte, 1) == 1
      ? ("new files", false, "a file can be written")
      : ("new files", true, "a file stays empty: \(Self.words(errno))")
  }

  /// Tries to reach the machine's own address, which a network that leads nowhere lacks.
  private var network: Protection {
    let found = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard found >= 0 else { return ("network", true, Self.words(errno)) }
    defer { close(found) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(9).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let outcome = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(found, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    let isOff = outcome == 0 || errno == ECONNREFUSED
    return ("network", !isOff, isOff ? "a connection can be tried" : Self.words(errno))
  }

  private func taken(_ name: String, _ meaning: String) -> Protection {
    let error = confinement.outcomes.first { $0.name == name }?.error ?? ENOSYS
    return (name, error == 0, error == 0 ? meaning : "not given here: \(Self.words(error))")
  }

  private static func words(_ error: Int32) -> String { String(cString: strerror(error)) }
}
