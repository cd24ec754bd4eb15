import LandRelease
import Reporting

extension Publication {
  static let changes = Publication(
    statement: .changes, title: "What changed since an earlier report, by district and record",
    audience: "information officers, auditors, donors", period: .any, isOfTwoStates: true,
    making: .ofBook { request, source in
      let closed = try source.book.read { reader in
        try reader.closings().last?.closedAt.day
      }
      guard let first = request.knownFirst ?? closed else {
        throw WorkflowError(
          .usage, "changes are between two states of knowledge, and no period was closed yet",
          remedy: "Name the earlier day with --from-known YYYY-MM-DD.")
      }
      var changes = ListChanges.Request(
        from: first, to: request.viewpoint.knownAt, asOf: request.period.to)
      changes.layer = request.layer ?? .land
      changes.clock = request.viewpoint.clock
      return try ListChanges(source.book).document(changes)
    })
}
