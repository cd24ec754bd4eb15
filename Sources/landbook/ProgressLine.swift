import Dispatch
import Foundation
import Synchronization
import Workflows

/// One line on the terminal that says how far the work is, drawn anew four times a second.
final class ProgressLine: Sendable {
  private static let interval = 0.25
  private static let clear = "\r\u{1B}[K"

  private let progress: WorkProgress
  // A dispatch source may be used from any thread; the compiler isn't told so.
  private nonisolated(unsafe) let timer: any DispatchSourceTimer
  /// Whether something stands on the line; drawing and erasing take turns.
  private let isDrawn = Mutex(false)

  /// Begins to draw; nil where nobody would see it or it would spoil what is seen.
  init?(_ progress: WorkProgress) {
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    guard isatty(STDERR_FILENO) == 1, !terminal.isEmpty, terminal != "dumb" else { return nil }
    self.progress = progress
    timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + Self.interval, repeating: Self.interval)
    timer.setEventHandler { [weak self] in self?.draw() }
    timer.resume()
  }

  /// Ends the drawing and leaves nothing of it.
  func erase() {
    timer.cancel()
    isDrawn.withLock { isDrawn in
      if isDrawn { Self.write(Self.clear) }
      isDrawn = false
    }
  }

  private func draw() {
    isDrawn.withLock { isDrawn in
      guard !timer.isCancelled else { return }
      let text = ProgressText.line(progress.now, at: Date(), isStopping: progress.isStopped)
      Self.write(Self.clear + text.prefix(Self.width - 1))
      isDrawn = true
    }
  }

  private static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 10 else { return 80 }
    return Int(size.ws_col)
  }

  private static func write(_ text: String) {
    _ = Talk.write(text, to: STDERR_FILENO)
  }
}

/// The words of a progress line.
enum ProgressText {
  static func line(
    _ reading: WorkProgress.Reading, at now: Date, isStopping: Bool = false
  ) -> String {
    let seconds = now.timeIntervalSince(reading.began)
    var words = [reading.step]
    if reading.rows > 0 {
      words.append("\(grouped(reading.rows)) rows")
      if seconds >= 1 { words.append("\(grouped(rounded(Double(reading.rows) / seconds)))/s") }
    }
    if let fraction = reading.fraction {
      words.append("\(Int(fraction * 100)) %")
      // Before a twentieth and three seconds, what is left is a guess.
      if fraction >= 0.05, fraction < 1, seconds >= 3 {
        words.append("\(duration(seconds / fraction - seconds)) left")
      }
    } else if seconds >= 3 {
      words.append(duration(seconds))
    }
    if isStopping { words.append("stopping (Ctrl-C again: at once)") }
    return words.joined(separator: "  ")
  }

  /// Two figures that count.
  private static func rounded(_ rate: Double) -> Int {
    guard rate >= 100 else { return Int(rate) }
    let unit = pow(10, floor(log10(rate)) - 1)
    return Int((rate / unit).rounded() * unit)
  }

  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 90 { return "\(whole) s" }
    if whole < 5400 { return "\((whole + 30) / 60) min" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
