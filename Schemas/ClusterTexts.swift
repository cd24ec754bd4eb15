/// What goes with a job to other machines.
public enum ClusterTexts {
  /// The driver of Apache Spark, in Python.
  public static var driver: String { String(decoding: PackageResources.driver_py, as: UTF8.self) }
}
