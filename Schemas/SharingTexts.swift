/// What may be told to whom, as data: one text of JSON a sharing profile.
public enum SharingTexts {
  /// The profiles that come with the program, from the one that tells most to the one that tells
  /// least.
  public static var all: [(name: String, json: String)] {
    [
      ("internal", text(PackageResources.internal_json)),
      ("partner", text(PackageResources.partner_json)),
      ("donor", text(PackageResources.donor_json)),
      ("public", text(PackageResources.public_json)),
    ]
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
