#if Formats
  import CGDAL

  /// The first failure GDAL reports; warnings are passed over.
  final class ErrorLog {
    private(set) var failure: String?

    init() {
      CPLPushErrorHandlerEx(
        { level, _, message in
          guard level.rawValue >= CE_Failure.rawValue, let data = CPLGetErrorHandlerUserData(),
            let message
          else { return }
          let log = Unmanaged<ErrorLog>.fromOpaque(data).takeUnretainedValue()
          if log.failure == nil { log.failure = String(cString: message) }
        }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { CPLPopErrorHandler() }

    func clear() { failure = nil }

    /// Throws what was reported, if anything was.
    func check(_ doing: String) throws(ReaderFault) {
      if let failure { throw ReaderFault("\(doing): \(failure)") }
    }
  }
#endif
