extension LandTask {
  /// Whether the status column says, in one of the words in use, that the work is done.
  var isCompleted: Bool {
    guard let status else { return false }
    return Self.completedWords.contains(BookFacts.folded(status))
  }

  private static let completedWords: Set<String> = [
    "completed", "complete", "closed", "finished", "done", "handedover", "handed_over", "termine",
    "terminé", "cloturé",
  ]
}
