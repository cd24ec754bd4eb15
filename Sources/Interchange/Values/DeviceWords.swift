import LandRelease

extension Words {
  static let deviceCategory = CodeWords<DeviceCategory>([
    (
      .apMine,
      [
        "ap", "apmines", "antipersonnelmine", "antipersonnelmines", "antipersonnel", "apl", "apm",
        "antipersonnellandmine", "landmineap",
      ]
    ),
    (
      .avMine,
      [
        "av", "at", "avmines", "atmine", "atmines", "antivehiclemine", "antivehiclemines",
        "antitankmine", "antitankmines", "antitank", "antivehicle", "avm", "atm", "landmineat",
      ]
    ),
    (.improvisedMine, ["improvisedmines", "improvisedlandmine", "minesofanimprovisednature"]),
    (
      .submunition,
      [
        "submunitions", "clustersubmunition", "clustersubmunitions", "clustermunition",
        "clustermunitions", "bomblet", "bomblets", "cmr", "unexplodedsubmunition",
        "unexplodedsubmunitions",
      ]
    ),
    (.uxo, ["unexplodedordnance", "uxos", "othererw", "unexplodedordnanceuxo"]),
    (.axo, ["abandonedordnance", "abandonedexplosiveordnance", "axos", "aeo"]),
    (.ied, ["improvisedexplosivedevice", "improvisedexplosivedevices", "ieds"]),
    (.boobyTrap, ["boobytraps", "boobytrapped"]),
    (.otherDevice, ["other", "otherdevices"]),
    (
      .smallArmsAmmunition,
      ["smallarmsammunition", "smallarmsammo", "smallarms", "saasmallarmsammunition"]
    ),
    (.fuzeComponent, ["fuze", "fuzes", "fuse", "fuses", "fuzecomponents", "fuzeandcomponents"]),
  ])

  static let deviceFate = CodeWords<DeviceFate>([
    (.found, ["located", "discovered", "identified"]),
    (
      .destroyed,
      [
        "destroyedinsitu", "demolished", "neutralised", "neutralized", "disposed", "disposedof",
        "removeddestroyed", "removedanddestroyed", "detonated", "blowninplace", "bip",
        "detonatedbymachine", "rendersafe", "renderedsafe",
      ]
    ),
    (.leftMarked, ["marked", "leftinplace", "leftandmarked", "markedandleft"]),
  ])

  static let recordVerdict = CodeWords<RecordVerdict>([
    (.accurate, ["correct", "confirmed", "accuraterecord"]),
    (.partly, ["partlyaccurate", "partial", "partially", "partiallyaccurate"]),
    (.notUseful, ["inaccurate", "useless", "wrong", "notaccurate", "notusable"]),
    (.unchecked, ["notchecked", "unverified", "pending"]),
  ])

  static let victimOutcome = CodeWords<VictimOutcome>([
    (.killed, ["dead", "died", "fatal", "fatality", "deceased", "death"]),
    (.injured, ["wounded", "injury", "survivor", "survived", "hurt", "nonfatal"]),
    (.unknown, ["notknown", "unk"]),
  ])

  static let sensitivity = CodeWords<Sensitivity>([
    (.low, ["none", "open", "public", "notsensitive", "unrestricted", "nonsensitive"]),
    (.moderate, ["medium", "limited", "partners"]),
    (.high, ["restricted", "sensitive", "internal", "confidential"]),
    (.severe, ["veryhigh", "extreme", "secret", "strictlyconfidential", "topsecret"]),
  ])

  /// Yes or no as files spell it; nil for any other word.
  static func truth(_ text: String) -> Bool? {
    switch ColumnName.folded(text) {
    case "yes", "y", "true", "1", "t", "oui", "sí", "si", "sim", "да", "так", "bəli", "hə", "var",
      "نعم":
      true
    case "no", "n", "false", "0", "f", "non", "não", "nao", "нет", "ні", "xeyr", "yox", "لا",
      "none":
      false
    default: nil
    }
  }
}
