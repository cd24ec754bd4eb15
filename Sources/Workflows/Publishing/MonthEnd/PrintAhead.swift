import Dispatch
import Foundation
import Reporting
import Synchronization

/// A PDF that is made while other documents are still worked out.
///
/// The engine is a program of its own and takes longest, so that it begins as soon as its report
/// is there.
final class PrintAhead: Sendable {
  private let result = Mutex<Result<Data, any Error>?>(nil)
  private let group = DispatchGroup()

  init(_ presentation: Presentation, _ report: Report) {
    group.enter()
    Thread.detachNewThread { [self] in
      let made = Result { try WritePDF(presentation).run(report) }
      result.withLock { $0 = made }
      group.leave()
    }
  }

  /// The PDF, as soon as it is done.
  ///
  /// - Throws: what ``WritePDF`` throws.
  func data() throws -> Data {
    group.wait()
    return try result.withLock { try $0?.get() ?? Data() }
  }
}
