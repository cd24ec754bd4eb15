internal import Foundation

/// A program that holds a lock on a book's file, as the system tells it.
struct LockHolder: Equatable {
  var process: Int
  /// Its name; nil where the system keeps that to itself.
  var program: String?
  /// When it was started, in UTC; nil where that can't be told.
  var since: String?
  var isWriting: Bool

  /// The programs other than this one that hold a file, those that write first; empty where there
  /// are none or the system doesn't tell.
  static func all(of path: String) -> [LockHolder] {
    guard let table = try? String(contentsOfFile: "/proc/locks", encoding: .utf8),
      let file = FileNumber(path)
    else { return [] }
    let locks = table.split(separator: "\n").compactMap(SystemLock.init)
      .filter { $0.inode == file.inode && $0.isOnLockBytes && $0.process != getpid() }
    // Some file systems give another device here than there.
    let exact = locks.filter { $0.device == file.device }
    var holders: [LockHolder] = []
    for lock in (exact.isEmpty ? locks : exact).sorted(by: { $0.isWriting && !$1.isWriting })
    where !holders.contains(where: { $0.process == lock.process }) {
      holders.append(LockHolder(lock))
    }
    return holders
  }

  private init(_ lock: SystemLock) {
    process = lock.process
    isWriting = lock.isWriting
    program = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    since = Self.start(of: process).map {
      Timestamp(milliseconds: $0 * 1000).description.prefix(16).replacing("T", with: " ") + " UTC"
    }
  }

  /// Name, number and start of the program.
  var words: String {
    let start = since.map { ", started \($0)" } ?? ""
    return "\(program ?? "a program") (process \(process)\(start))"
  }

  /// In seconds since 1970.
  private static func start(of process: Int) -> Int64? {
    guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let system = try? String(contentsOfFile: "/proc/stat", encoding: .utf8),
      // The name before it may hold anything, brackets too.
      let name = line.lastIndex(of: ")")
    else { return nil }
    let fields = line[name...].split(separator: " ")
    let boot = system.split(separator: "\n").first { $0.hasPrefix("btime ") }?.dropFirst(6)
    guard fields.count > 20, let ticks = Int64(fields[20]), let boot = boot.flatMap({ Int64($0) })
    else { return nil }
    return boot + ticks / Int64(max(sysconf(Int32(_SC_CLK_TCK)), 1))
  }
}

/// A file as the table of locks names it.
private struct FileNumber {
  var device: String
  var inode: UInt64

  init?(_ path: String) {
    var state = stat()
    guard stat(path, &state) == 0 else { return nil }
    let number = UInt64(state.st_dev)
    let major = (number >> 8) & 0xfff | (number >> 32) & ~0xfff
    let minor = number & 0xff | (number >> 12) & ~0xff
    device = Self.hexadecimal(major) + ":" + Self.hexadecimal(minor)
    inode = UInt64(state.st_ino)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return digits.count < 2 ? "0" + digits : digits
  }
}

/// One line of the system's table of locks.
private struct SystemLock {
  var isWriting: Bool
  var process: Int
  var device: String
  var inode: UInt64
  /// Whether it is on the bytes that SQLite locks, past any page.
  var isOnLockBytes: Bool

  init?(_ line: Substring) {
    let parts = line.split(separator: " ")
    guard parts.count >= 8, parts[1] != "->", let process = Int(parts[4]),
      let mark = parts[5].lastIndex(of: ":"),
      let inode = UInt64(parts[5][parts[5].index(after: mark)...]), let start = UInt64(parts[6])
    else { return nil }
    isWriting = parts[3] == "WRITE"
    self.process = process
    device = String(parts[5][..<mark])
    self.inode = inode
    let end = UInt64(parts[7]) ?? .max
    isOnLockBytes = start < 0x4000_0200 && end >= 0x4000_0000
  }
}
