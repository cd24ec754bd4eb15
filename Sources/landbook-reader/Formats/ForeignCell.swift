#if Formats
  import CGDAL

  /// Values of GDAL's fields as text.
  enum ForeignCell {
    /// The text of a field: dates as ISO 8601, numbers in their shortest form, unset ones as nil.
    static func text(_ feature: OGRFeatureH, _ index: Int32, _ type: OGRFieldType) -> String? {
      guard OGR_F_IsFieldSetAndNotNull(feature, index) != 0 else { return nil }
      switch type {
      case OFTReal: return number(OGR_F_GetFieldAsDouble(feature, index))
      case OFTDate, OFTDateTime: return date(feature, index, hasTime: type == OFTDateTime)
      case OFTStringList, OFTIntegerList, OFTInteger64List, OFTRealList:
        return list(feature, index)
      default:
        return OGR_F_GetFieldAsString(feature, index).map { String(cString: $0) }
      }
    }

    /// The members of a list, parted by commas.
    private static func list(_ feature: OGRFeatureH, _ index: Int32) -> String? {
      guard let text = OGR_F_GetFieldAsString(feature, index).map({ String(cString: $0) }) else {
        return nil
      }
      // GDAL writes "(2:first,second)".
      guard text.hasPrefix("("), text.hasSuffix(")"), let mark = text.firstIndex(of: ":") else {
        return text
      }
      return String(text[text.index(after: mark)...].dropLast()).replacing(",", with: ", ")
    }

    private static func number(_ value: Double) -> String {
      value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }

    private static func date(
      _ feature: OGRFeatureH, _ index: Int32, hasTime: Bool
    ) -> String? {
      var (year, month, day, hour, minute, zone) = (
        Int32(0), Int32(0), Int32(0), Int32(0), Int32(0), Int32(0)
      )
      var second: Float = 0
      guard
        OGR_F_GetFieldAsDateTimeEx(
          feature, index, &year, &month, &day, &hour, &minute, &second, &zone) != 0
      else { return nil }
      let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
      guard hasTime else { return date }
      let clock = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(Int32(second), 2))"
      return "\(date)T\(clock)\(offset(zone))"
    }

    /// GDAL counts zones in quarters of an hour from 100, which is UTC; 0 and 1 name none.
    private static func offset(_ zone: Int32) -> String {
      if zone < 2 { return "" }
      if zone == 100 { return "Z" }
      let minutes = abs(zone - 100) * 15
      return "\(zone < 100 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    private static func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }
#endif
