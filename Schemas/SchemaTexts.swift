/// SQL migrations and JSON Schemas as texts, carried in the program.
public enum SchemaTexts {
  /// The JSON Schema of a report as `--format json` writes it.
  public static var reportSchema: String { text(PackageResources.report_schema_json) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
