import Foundation
import Synchronization

/// Ctrl-C and a request to end, for as long as a piece of work takes.
///
/// The first asks the work to stop between two rows; the second ends the program at once, and the
/// book's rollback journal undoes what was half written.
struct StopSignals {
  private static let count = Atomic<Int>(0)
  private static let code: Int32 = 130

  /// Whether a signal came.
  static var isStopped: Bool { count.load(ordering: .relaxed) > 0 }

  init() {
    // Once before a signal can come, since the first use of the count makes it.
    _ = Self.isStopped
    for number in [SIGINT, SIGTERM] { Self.listen(number) }
    // Whoever started the program may have held signals back, and that is handed down.
    var heeded = sigset_t()
    sigemptyset(&heeded)
    for number in [SIGINT, SIGTERM] { sigaddset(&heeded, number) }
    pthread_sigmask(SIG_UNBLOCK, &heeded, nil)
  }

  /// Leaves signals to the system again.
  func restore() {
    for number in [SIGINT, SIGTERM] { _ = signal(number, SIG_DFL) }
  }

  /// A handler, not a signal ignored: programs that are started must not ignore it too.
  private static func listen(_ number: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      if StopSignals.count.add(1, ordering: .relaxed).oldValue > 0 { _exit(StopSignals.code) }
    }
    action.sa_flags = SA_RESTART
    sigaction(number, &action, nil)
  }
}
