/// Which releases have a check of the environment.
public struct EnvironmentLinks: Sendable {
  private var byRelease: [String: [EnvironmentCheck]] = [:]
  private var byTask: [String: [EnvironmentCheck]] = [:]

  /// Indexes checks by what they name.
  public init(_ checks: [EnvironmentCheck]) {
    for check in checks {
      if let release = check.release {
        byRelease[release, default: []].append(check)
      } else if let task = check.task {
        byTask[task, default: []].append(check)
      }
    }
  }

  /// The checks of a release: those that name it, else those of its task; of its own organisation,
  /// else of any.
  public func checks(of release: RecordKey, task: String?) -> [EnvironmentCheck] {
    let named = byRelease[release.id] ?? task.flatMap { byTask[$0] } ?? []
    let own = named.filter { $0.key.organisation == release.organisation }
    return own.isEmpty ? named : own
  }

  /// Whether there is any.
  public func hasCheck(of release: RecordKey, task: String?) -> Bool {
    !checks(of: release, task: task).isEmpty
  }
}
