import LandRelease

extension Words {
  /// Kinds of places as survey files, OpenStreetMap and the World Database on Protected Areas call
  /// them.
  static let zoneKind = CodeWords<ZoneKind>([
    (
      .protectedArea,
      [
        "protected", "protectedland", "naturereserve", "nationalpark", "reserve", "sanctuary",
        "wildlifesanctuary", "conservationarea", "ramsarsite", "qoruq", "millipark",
        "заповедник", "заказник", "нацпарк", "национальныйпарк", "заповідник",
        "національнийпарк", "airesprotégées", "aireprotégée", "réservenaturelle",
        "parcnational", "محمية", "محميةطبيعية",
      ]
    ),
    (
      .heritageSite,
      [
        "heritage", "culturalheritage", "culturalproperty", "culturalsite", "archaeologicalsite",
        "archaeological", "monument", "cemetery", "graveyard", "mosque", "church", "shrine",
        "historicsite", "abidə", "qəbiristanlıq", "məscid", "мечеть", "церковь", "кладбище",
        "памятник", "памятка", "цвинтар", "patrimoine", "sitepatrimonial", "cimetière", "موقعتراثي",
        "مقبرة", "مسجد",
      ]
    ),
    (
      .settlement,
      [
        "village", "town", "city", "hamlet", "residential", "residentialarea", "builtup",
        "builtuparea", "urban", "school", "hospital", "camp", "kənd", "şəhər", "qəsəbə",
        "yaşayışməntəqəsi", "село", "поселок", "посёлок", "город", "населенныйпункт", "місто",
        "населенийпункт", "localité", "ville", "قرية", "مدينة", "سكني",
      ]
    ),
    (
      .farmland,
      [
        "farm", "agriculture", "agricultural", "agriculturalland", "arable", "arableland", "crop",
        "cropland", "pasture", "grazing", "orchard", "vineyard", "meadow", "əkinsahəsi", "otlaq",
        "пашня", "пастбище", "сельхозземля", "рілля", "пасовище", "terreagricole", "pâturage",
        "أرضزراعية", "مرعى",
      ]
    ),
    (
      .road,
      [
        "roads", "highway", "street", "track", "path", "railway", "railroad", "primary",
        "secondary", "tertiary", "trunk", "motorway", "yol", "dəmiryolu", "дорога", "шоссе",
        "железнаядорога", "залізниця", "route", "piste", "طريق", "سكةحديد",
      ]
    ),
    (
      .water,
      [
        "river", "stream", "lake", "reservoir", "canal", "irrigation", "irrigationcanal",
        "waterway", "wetland", "spring", "well", "çay", "göl", "kanal", "su", "река", "озеро",
        "канал", "водохранилище", "річка", "водосховище", "eau", "rivière", "lac", "نهر", "بحيرة",
        "مياه",
      ]
    ),
    (
      .powerLine,
      [
        "powerlines", "electricityline", "electricline", "transmissionline", "pylon", "pylons",
        "elektrikxətti", "лэп", "линияэлектропередачи", "леп", "лініяелектропередачі",
        "ligneélectrique", "خطكهرباء",
      ]
    ),
    (.other, ["others", "misc", "digər", "другое", "інше", "autre", "أخرى"]),
  ])
}
