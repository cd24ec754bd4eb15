/// The SQL that makes a book, in the order it is run.
public enum MigrationTexts {
  /// A name stays the same for ever, since a book remembers which ones it has had.
  public static let all: [(name: String, sql: String)] = [
    ("v001-container", text(PackageResources.v001_container_sql)),
    ("v002-log", text(PackageResources.v002_log_sql)),
    ("v003-land", text(PackageResources.v003_land_sql)),
    ("v004-programme", text(PackageResources.v004_programme_sql)),
    ("v005-ledger", text(PackageResources.v005_ledger_sql)),
    ("v006-registry", text(PackageResources.v006_registry_sql)),
    ("v007-ledger-in-numbers", text(PackageResources.v007_ledger_in_numbers_sql)),
    ("v008-findings", text(PackageResources.v008_findings_sql)),
    ("v009-undo", text(PackageResources.v009_undo_sql)),
    ("v010-remaining", text(PackageResources.v010_remaining_sql)),
    ("v011-chain", text(PackageResources.v011_chain_sql)),
    ("v012-sensitivity", text(PackageResources.v012_sensitivity_sql)),
    ("v013-people-money", text(PackageResources.v013_people_money_sql)),
    ("v014-places", text(PackageResources.v014_places_sql)),
    ("v015-accidents", text(PackageResources.v015_accidents_sql)),
    ("v016-merging", text(PackageResources.v016_merging_sql)),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
