internal import CGEOS

/// One GEOS context, for one thread: keeps what GEOS last complained about.
public final class GEOSContext {
  let handle: GEOSContextHandle_t
  private let complaint = Complaint()

  /// Starts GEOS for the calling thread.
  public init() throws(EngineError) {
    guard let handle = GEOS_init_r() else {
      throw EngineError("GEOS did not start: out of memory")
    }
    self.handle = handle
    GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, complaint in
        guard let message, let complaint else { return }
        Unmanaged<Complaint>.fromOpaque(complaint).takeUnretainedValue().text =
          String(cString: message)
      }, Unmanaged.passUnretained(complaint).toOpaque())
  }

  deinit {
    GEOS_finish_r(handle)
  }

  /// The error for an operation that gave nothing, with GEOS's own words, which are used up.
  func error(_ operation: String) -> EngineError {
    defer { complaint.text = nil }
    return EngineError("GEOS gave no \(operation): \(complaint.text ?? "no reason given")")
  }

  /// A pointer GEOS made, or the error that tells why there is none.
  func made(
    _ operation: String, _ pointer: OpaquePointer?
  ) throws(EngineError) -> OpaquePointer {
    guard let pointer else { throw error(operation) }
    return pointer
  }
}

/// What GEOS said last; a class of its own because C holds a pointer to it.
private final class Complaint {
  var text: String?
}
