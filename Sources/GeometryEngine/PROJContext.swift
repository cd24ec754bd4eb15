internal import CPROJ

/// One PROJ context, for one thread: no network, no talk on standard error, last words kept.
final class PROJContext {
  let handle: OpaquePointer
  private let complaint = Complaint()

  init() throws(EngineError) {
    guard let handle = proj_context_create() else {
      throw EngineError("PROJ did not start: out of memory")
    }
    self.handle = handle
    proj_context_set_enable_network(handle, 0)
    proj_log_func(handle, Unmanaged.passUnretained(complaint).toOpaque()) { complaint, _, message in
      guard let message, let complaint else { return }
      Unmanaged<Complaint>.fromOpaque(complaint).takeUnretainedValue().text =
        String(cString: message)
    }
  }

  deinit {
    proj_context_destroy(handle)
  }

  /// Drops words that belong to an earlier call.
  func forgetReason() {
    complaint.text = nil
  }

  /// Why the last call gave nothing, in PROJ's words, which are used up.
  func reason() -> String {
    defer { complaint.text = nil }
    if let text = complaint.text { return text }
    let number = proj_context_errno(handle)
    guard number != 0, let text = proj_context_errno_string(handle, number) else {
      return "no reason given"
    }
    return String(cString: text)
  }
}

/// What PROJ said last; a class of its own because C holds a pointer to it.
private final class Complaint {
  var text: String?
}

/// One object of PROJ, destroyed with its last owner.
final class PROJObject {
  let context: PROJContext
  let pointer: OpaquePointer

  init?(owning pointer: OpaquePointer?, of context: PROJContext) {
    guard let pointer else { return nil }
    self.context = context
    self.pointer = pointer
  }

  deinit {
    proj_destroy(pointer)
  }

  var name: String { proj_get_name(pointer).map { String(cString: $0) } ?? "" }

  /// The authority's code, such as `EPSG:4326`.
  var code: String? {
    guard let authority = proj_get_id_auth_name(pointer, 0),
      let code = proj_get_id_code(pointer, 0)
    else { return nil }
    return "\(String(cString: authority)):\(String(cString: code))"
  }
}
