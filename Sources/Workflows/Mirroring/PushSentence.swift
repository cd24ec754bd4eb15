extension PushPostgres.Outcome {
  /// What was done, for whoever pushed.
  ///
  /// - Parameter isTried: whether it was not done.
  public func sentence(isTried: Bool) -> String {
    let added = lines.reduce(0) { $0 + $1.added }
    let changed = lines.reduce(0) { $0 + $1.changed }
    let removed = lines.reduce(0) { $0 + $1.removed }
    if lines.isEmpty, headBefore == head {
      return "\(place): nothing to send, it holds the book as it is (head \(head))."
    }
    let rows =
      isWhole
      ? "all \(added) rows"
      : "\(added) new, \(changed) changed, \(removed) removed of \(self.rows) rows"
    let kept =
      odd == 0 ? "" : " \(odd) values are none of their column's kind and are kept in mirror_value."
    return isTried
      ? "\(place): would send \(rows). Nothing was written."
      : "\(place): sent \(rows), \(FileSize.text(bytes)); head \(head).\(kept)"
  }
}
