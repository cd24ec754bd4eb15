/// Columns that hold what names or reaches a person; they are never stored.
enum PersonalColumns {
  /// Parts of a folded name that give it away wherever they stand.
  private static let parts = [
    "informant", "phone", "mobile", "telephone", "email", "landowner", "ownername", "firstname",
    "lastname", "surname", "familyname", "fullname", "patronymic", "fathername", "passport",
    "nationalid", "idcard", "idnumber", "birthdate", "dateofbirth", "signature", "victimname",
    "personname", "contactname", "contactperson", "interviewee", "respondent", "homeaddress",
    "postaladdress", "whatsapp", "телефон", "фамилия", "отчество",
  ]

  /// Whole folded names.
  private static let names: Set<String> = [
    "owner", "contact", "contacts", "address", "dob", "tel", "fax", "surveyor", "surveyorname",
    "teamleader", "deminer", "deminername", "reportedby", "approvedby", "createdby", "editedby",
    "creator", "editor", "createduser", "lasteditedby", "lastediteduser", "enteredby", "username",
    "witness", "imei", "имя", "ad", "soyad",
  ]

  static func holds(_ name: String, in type: RecordType) -> Bool {
    let folded = ColumnName.folded(name)
    if folded == "name" && type == .victims { return true }
    return names.contains(folded) || parts.contains { folded.contains($0) }
  }
}
