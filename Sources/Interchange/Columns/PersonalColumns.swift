import Foundation

/// Columns that hold what names or reaches a person; they are never stored.
///
/// Names of districts, operators, donors and files pass: only words for people count, in the
/// languages of the field.
enum PersonalColumns {
  static func holds(_ name: String, in type: RecordType) -> Bool {
    let folded = plain(name)
    if [.victims, .accidents].contains(type), Words.ofAName.contains(folded) { return true }
    return Words.whole.contains(folded) || Words.parts.contains { folded.contains($0) }
  }

  /// Folded, and without the marks above and below letters.
  fileprivate static func plain(_ name: String) -> String {
    ColumnName.folded(name.folding(options: .diacriticInsensitive, locale: nil))
  }

  /// Words as they are compared, made plain once.
  private enum Words {
    static let parts = (latin + cyrillic + arabic).map(plain)
    static let whole = Set((wholeLatin + wholeOther).map(plain))
    static let ofAName = Set(
      ["name", "names", "nom", "noms", "nombre", "nombres", "nome", "nomes", "victim"].map(plain))

    /// Parts of a folded name that give it away wherever they stand.
    private static let latin = [
      "informant", "phone", "mobile", "telephone", "email", "landowner", "ownername", "firstname",
      "lastname", "surname", "familyname", "fullname", "patronymic", "fathername", "passport",
      "nationalid", "idcard", "idnumber", "birthdate", "dateofbirth", "signature", "victimname",
      "personname", "contactname", "contactperson", "interviewee", "respondent", "homeaddress",
      "postaladdress", "whatsapp", "enumerator", "surveyorname", "teamleader", "focalpoint",
      "supervisorname", "reportername", "collectorname", "reportedbyname", "contactno",
      "contactnum", "contactdetail", "contactinfo", "ownersname", "gpsofhouse", "housegps",
      "gpshouse", "givenname", "forename", "middlename", "maidenname", "nickname", "namefirst",
      "namelast", "houselat", "houselon", "housecoord", "houselocation", "homegps", "homelat",
      "homelon", "homecoord", "homelocation",
      // French
      "telephone", "informateur", "informatrice", "proprietaire", "prenom", "nomdefamille",
      "nomcomplet", "nomdupere", "surnom", "nomvictime", "nomdelavictime", "nomduproprietaire",
      "datedenaissance", "courriel",
      "passeport", "personneinterrogee", "coordonneesdelamaison", "gpsdelamaison",
      // Spanish and Portuguese
      "telefono", "telefone", "telemovel", "celular", "apellido", "sobrenome", "informante",
      "propietario", "proprietario", "nombredelavictima", "nombrevictima", "nomedavitima",
      "nomevitima", "fechadenacimiento", "datadenascimento", "entrevistado", "entrevistada",
      "correoelectronico", "pasaporte", "passaporte",
      // Azerbaijani
      "telefon", "soyad", "ataadı", "ataadi", "atasınınadı", "familiya", "otçestvo", "otchestvo",
      "məlumatverən", "torpaqsahibi", "şəxsiyyət", "zərərçəkəninadı",
      "evingps", "evinkoordinat",
    ]

    /// Russian and Ukrainian.
    private static let cyrillic = [
      "телефон", "мобильн", "мобільн", "фамилия", "отчество", "прізвище", "побатькові",
      "информатор", "інформатор", "респондент", "собственник", "владелец", "власник",
      "землевладелец", "землевласник", "опрошенн", "опитан", "контактноелицо", "контактнаособа",
      "паспорт", "датарождения", "датанародження", "электроннаяпочта", "електроннапошта",
      "имяпострадавш", "імяпостраждал", "подпись", "підпис", "фио", "владельц", "фамили",
      "свидетел", "полноеимя", "повнеімя", "имяотца", "імябатька", "инициал", "ініціал", "прозвищ",
      "координатыдома", "координатибудинку",
    ]

    private static let arabic = [
      "هاتف", "جوال", "موبايل", "مالك", "مخبر", "اسمالضحية", "اسمالمالك", "البريدالإلكتروني",
      "الاسمالأول", "الاسمالكامل", "الاسمالثلاثي", "اسمالأب", "اسمالأم", "اسمالجد", "اللقب",
      "الكنية", "رقمالهوية", "جوازالسفر", "تاريخالميلاد", "اسمالعائلة", "إحداثياتالمنزل",
      "إحداثياتالبيت",
    ]

    /// Whole folded names.
    private static let wholeLatin = [
      "owner", "owners", "contact", "contacts", "mail", "mob", "gsm", "address", "dob", "tel",
      "fax", "surveyor", "surveyorname",
      "teamleader", "deminer", "deminername", "reportedby", "approvedby", "createdby", "editedby",
      "creator", "editor", "createduser", "lasteditedby", "lastediteduser", "enteredby",
      "username", "fname", "lname", "initials", "ism", "ismi", "isim", "imya", "fio", "pib",
      "witness", "imei", "ad", "adı", "soyad", "adsoyad", "sahibi", "əlaqə", "ünvan",
      "portable", "adresse", "temoin", "movil", "dueno", "cedula", "testigo", "dono", "endereco",
      "testemunha", "contacto", "contato", "mobil",
    ]

    private static let wholeOther = [
      "имя", "ім'я", "імя", "фио", "контакт", "контакты", "адрес", "піб", "контакти", "адреса",
      "свидетель",
      "свідок", "اسم", "الاسم", "العنوان", "الشاهد", "الاتصال",
    ]
  }
}
