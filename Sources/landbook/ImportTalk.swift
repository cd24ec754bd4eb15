import Workflows

/// Says in plain words what an import did, or would do.
enum ImportTalk {
  static func tell(_ outcome: ImportOutcome, file: String, posts: Bool) {
    for line in ImportSentences(outcome, file: file, posts: posts).lines { Talk.say(line) }
  }
}
