/// The codes of indicators that come with the program.
public enum IndicatorTexts {
  /// Comma-separated text with a header, without quotes; aliases are parted by bars.
  public static var codes: String {
    String(decoding: PackageResources.indicator_codes_csv, as: UTF8.self)
  }
}
