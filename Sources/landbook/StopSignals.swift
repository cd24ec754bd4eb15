import Foundation
import Synchronization
import Workflows

/// Ctrl-C, a request to end and a terminal that is closed.
///
/// While work is watched the first asks it to stop between two rows; the second, and any at other
/// times, ends the program: files that are not whole are taken away, and the book's rollback journal
/// undoes what was half written.
enum StopSignals {
  private static let count = Atomic<Int>(0)
  private static let isWatched = Atomic<Bool>(false)
  /// What wakes the thread that takes unfinished files away; a handler may do next to nothing.
  private static let bell = Atomic<Int32>(-1)
  private static let code: Int32 = 130

  /// Whether a signal came.
  static var isStopped: Bool { count.load(ordering: .relaxed) > 0 }

  /// Heeds signals from now on.
  static func begin() {
    // Once before a signal can come, since the first use of each makes it.
    _ = isStopped
    isWatched.store(false, ordering: .relaxed)
    waitInBackground()
    var numbers = [SIGINT, SIGTERM]
    // Under nohup the closing of the terminal is to be outlived.
    if !isIgnored(SIGHUP) { numbers.append(SIGHUP) }
    for number in numbers { listen(number) }
    // What these stand for is told by the write that fails; a handler, not a signal ignored, since
    // programs that are started must not ignore it too.
    for number in [SIGPIPE, SIGXFSZ] { handle(number) { _ in } }
    // Whoever started the program may have held signals back, and that is handed down.
    var heeded = sigset_t()
    sigemptyset(&heeded)
    for number in numbers { sigaddset(&heeded, number) }
    pthread_sigmask(SIG_UNBLOCK, &heeded, nil)
  }

  /// Does work that asks between its rows whether it is to stop.
  static func watching<Value>(_ work: () throws -> Value) rethrows -> Value {
    isWatched.store(true, ordering: .relaxed)
    defer { isWatched.store(false, ordering: .relaxed) }
    return try work()
  }

  private static func listen(_ number: Int32) {
    handle(number) { _ in
      let before = StopSignals.count.add(1, ordering: .relaxed).oldValue
      if before > 1 { _exit(StopSignals.code) }
      guard before > 0 || !StopSignals.isWatched.load(ordering: .relaxed) else { return }
      var byte: UInt8 = 0
      if write(StopSignals.bell.load(ordering: .relaxed), &byte, 1) != 1 { _exit(StopSignals.code) }
    }
  }

  private static func handle(_ number: Int32, _ body: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = body
    action.sa_flags = SA_RESTART
    sigaction(number, &action, nil)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func waitInBackground() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    bell.store(ends[1], ordering: .relaxed)
    let ear = ends[0]
    Thread.detachNewThread {
      var byte: UInt8 = 0
      while read(ear, &byte, 1) < 0, errno == EINTR {}
      UnfinishedWork.clear()
      if count.load(ordering: .relaxed) == 1 { Talk.say("Stopped.") }
      _exit(code)
    }
  }
}
