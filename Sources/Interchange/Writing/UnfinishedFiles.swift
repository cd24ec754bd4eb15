import Foundation
import Synchronization

/// The files and folders that the program has made and that are not whole yet, and the programs
/// that make them, for when it is ended from outside.
public enum UnfinishedFiles {
  private static let paths = Mutex<Set<String>>([])
  private static let makers = Mutex<Set<Int32>>([])

  /// Notes a file or a folder that is to go if the program ends now.
  public static func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  /// Notes that it is whole, or gone.
  public static func remove(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Notes a program that was started, and is to end if this one does.
  public static func add(maker: Int32) { makers.withLock { _ = $0.insert(maker) } }

  /// Notes that it has ended.
  public static func remove(maker: Int32) { makers.withLock { _ = $0.remove(maker) } }

  /// Takes all of them away.
  public static func clear() {
    makers.withLock { makers in
      for maker in makers { kill(maker, SIGKILL) }
      makers = []
    }
    paths.withLock { paths in
      for path in paths { try? FileManager.default.removeItem(atPath: path) }
      paths = []
    }
  }
}
