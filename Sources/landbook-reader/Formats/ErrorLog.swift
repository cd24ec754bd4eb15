#if Formats
  import CGDAL

  /// The first failure GDAL reports, and what it warns of.
  final class ErrorLog {
    private static let mostWarnings = 20

    private(set) var failure: String?
    /// Different warnings, in the order they came.
    private(set) var warnings: [String] = []

    init() {
      CPLPushErrorHandlerEx(
        { level, _, message in
          guard let data = CPLGetErrorHandlerUserData(), let message else { return }
          Unmanaged<ErrorLog>.fromOpaque(data).takeUnretainedValue()
            .take(level, String(cString: message))
        }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { CPLPopErrorHandler() }

    private func take(_ level: CPLErr, _ message: String) {
      // After a fatal error GDAL ends the program: these are its last words.
      if level.rawValue >= CE_Fatal.rawValue {
        LastWords.say(message)
      } else if level.rawValue >= CE_Failure.rawValue {
        if failure == nil { failure = Self.inWords(message) }
      } else if level.rawValue == CE_Warning.rawValue, warnings.count < Self.mostWarnings,
        !warnings.contains(message)
      {
        warnings.append(message)
      }
    }

    /// Some drivers catch the end of memory themselves.
    private static func inWords(_ message: String) -> String {
      let text = message.lowercased()
      guard text.contains("bad_alloc") || text.contains("out of memory") else { return message }
      return
        "it needs more memory than it may take (\(Limits.addressSpace >> 20) MiB): split it into smaller files"
    }

    func clear() { failure = nil }

    /// Throws what was reported, if anything was.
    func check(_ doing: String) throws(ReaderFault) {
      if let failure { throw ReaderFault("\(doing): \(failure)") }
    }
  }
#endif
