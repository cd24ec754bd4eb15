/// Currencies as files write them: the three letters of ISO 4217, or a sign that means one alone.
enum CurrencyText {
  static func code(_ text: String) throws(ValueFault) -> String {
    let letters = text.trimmingBlanks.uppercased()
    if codes.contains(letters) { return letters }
    if let code = names[ColumnName.folded(text)] ?? names[letters.lowercased()] { return code }
    if ["$", "£", "¥", "KR", "DOLLAR", "DOLLARS", "FRANC", "DINAR", "RUBLE", "MANAT"].contains(
      letters)
    {
      throw ValueFault(
        reason: "\"\(text)\" can be several currencies",
        remedy: "Write the three letters of the currency, such as USD.")
    }
    let near = NearWords.nearest(to: letters, among: codes.sorted())
    throw ValueFault(
      reason: "\"\(text)\" is not a currency",
      remedy: near.isEmpty
        ? "Write the three letters of the currency, such as USD."
        : "\(NearWords.question(near).capitalisedFirst) Write the three letters of the currency.")
  }

  /// A number and what stands before or behind it.
  static func split(_ text: String) -> (number: String, currency: String?) {
    let plain = text.trimmingBlanks
    guard let first = plain.firstIndex(where: \.isNumber),
      let last = plain.lastIndex(where: \.isNumber)
    else { return (plain, nil) }
    var before = String(plain[..<first])
    let after = String(plain[plain.index(after: last)...]).trimmingBlanks
    var number = String(plain[first...last])
    if before.hasSuffix("-") || before.hasSuffix("−") {
      before.removeLast()
      number = "-" + number
    }
    before = before.trimmingBlanks
    if before.isEmpty && after.isEmpty { return (number, nil) }
    return (number, before.isEmpty ? after : after.isEmpty ? before : "\(before) \(after)")
  }

  private static let names = [
    "€": "EUR", "euro": "EUR", "euros": "EUR", "us$": "USD", "usdollar": "USD", "usdollars": "USD",
    "₼": "AZN", "azərbaycanmanatı": "AZN", "azerbaijanimanat": "AZN", "₴": "UAH", "грн": "UAH",
    "гривня": "UAH", "₽": "RUB", "руб": "RUB", "рублей": "RUB", "chf": "CHF", "₺": "TRY",
    "₾": "GEL", "₸": "KZT", "£stg": "GBP", "евро": "EUR", "євро": "EUR", "يورو": "EUR",
    "دولارأمريكي": "USD", "долларсша": "USD", "доларсша": "USD",
  ]

  private static let codes = Set(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP \
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD \
    KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN \
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP \
    SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV \
    WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWG XTS
    """.split(separator: " ").map(String.init))
}
