import Testing

@testable import Interchange

@Suite("Personal columns")
struct PersonalColumnsTests {
  @Test(
    "what names or reaches a person, in the languages of the field",
    arguments: [
      "Informant", "Informant phone", "enumerator_name", "Team leader", "Telephone No.", "E-mail",
      "Landowner name",
      "ФИО", "Телефон", "Имя", "Фамилия информатора", "Владелец участка", "Дата рождения",
      "Прізвище", "Ім'я", "Власник", "Телефон інформатора", "Опитана особа",
      "Soyad", "Ad, soyad", "Telefon nömrəsi", "Məlumat verən", "Torpaq sahibi", "Ünvan",
      "Nom de la victime", "Téléphone", "Prénom", "Propriétaire", "Informateur", "Adresse",
      "Teléfono", "Apellidos", "Nombre de la víctima", "Propietario del terreno", "Informante",
      "Telefone", "Sobrenome", "Nome da vítima", "Proprietário", "Endereço", "Entrevistado",
      "owner", "contact", "Contact No.", "e-mail", "passport", "GPS of house", "House GPS",
      "Mob.", "ФИО владельца", "Координаты дома", "Ф.И.О.", "Evin GPS-i", "إحداثيات المنزل",
      "ism", "Ism", "İsim", "Atasının adı", "Familiya", "Given name", "Middle name", "Имя отца",
      "Имя, отчество", "Повне ім'я", "Ініціали", "Nom complet", "Nom et prénoms", "الاسم الأول",
      "اسم الأب", "اللقب", "F.I.O.",
      "رقم الهاتف", "الاسم", "اسم المالك", "اسم الضحية", "جوال", "المخبر",
    ])
  func personal(name: String) {
    #expect(PersonalColumns.holds(name, in: .hazards))
  }

  @Test(
    "what names no person passes",
    arguments: [
      "district_name", "name", "operator_name", "donor_name", "organisation_name", "Date of info",
      "information_source", "Nom du district", "nom", "Nombre del distrito", "nombre", "Nome",
      "Название района", "Наименование", "Информация", "Район", "Назва району",
      "Rayonun adı", "Rayon", "اسم المنطقة", "المنطقة", "area_m2", "mobilisation", "coordinates",
      "ad_hoc_task", "mechanism", "организм", "Prism", "direction", "dirección", "contamination",
      "task_name", "Adm2_name",
    ])
  func impersonal(name: String) {
    #expect(!PersonalColumns.holds(name, in: .hazards))
  }

  @Test("a name among victims is a person's", arguments: ["name", "Nom", "nombre", "nome", "Имя"])
  func victims(name: String) {
    #expect(PersonalColumns.holds(name, in: .victims))
  }

  @Test("every field passes by its own name", arguments: RecordType.allCases)
  func fields(type: RecordType) {
    for field in type.fields {
      #expect(!PersonalColumns.holds(field.rawValue, in: type), "\(field)")
    }
  }
}
