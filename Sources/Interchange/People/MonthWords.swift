/// The names of months in the languages of the field.
enum MonthWords {
  /// The number of a month that a text names; nil for anything else, a number included.
  static func number(_ text: String) -> Int? { numbers[ColumnName.folded(text)] }

  private static let numbers: [String: Int] = {
    let names = [
      "jan feb mar apr may jun jul aug sep oct nov dec",
      "january february march april may june july august september october november december",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "janv févr mars avr mai juin juil août sept oct nov déc",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
      "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      "янв фев мар апр май июн июл авг сен окт ноя дек",
      "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
      "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
      "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    ]
    var numbers: [String: Int] = [:]
    for line in names {
      for (place, name) in line.split(separator: " ").enumerated() {
        numbers[ColumnName.folded(String(name))] = place + 1
      }
    }
    return numbers
  }()
}
