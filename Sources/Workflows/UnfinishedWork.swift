import Interchange

/// What the program has made and not finished, for when it is ended from outside.
public enum UnfinishedWork {
  /// Takes away all files and folders that are not whole.
  public static func clear() { UnfinishedFiles.clear() }
}
