/// The version that books and reports are stamped with.
public enum ProgramVersion {
  /// Major, minor and patch, as in `landbook --version` and the stamps of books.
  public static let current = "0.1.0"
}
