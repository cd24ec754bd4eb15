/// Words of other languages for codes, which a question can offer.
enum ForeignWords {
  /// The code that a word stands for in one of the languages of the field; nil where it is unknown.
  static func meaning(of text: String) -> String? { codes[ColumnName.folded(text)] }

  private static let codes: [String: String] = {
    let spellings: [(String, String)] = [
      ("cleared", "dépollué déminé nettoyé despejado desminado limpo desminado очищено очищена"),
      ("cleared", "разминировано розміновано təmizlənmiş təmizləndi تطهير مطهرة"),
      ("cancelled", "annulé annulée cancelado cancelada anulado отменено аннулировано скасовано"),
      ("cancelled", "ləğvedilmiş ləğvedildi ملغاة إلغاء"),
      ("reduced", "réduit réduite reducido reducida reduzido reduzida сокращено уменьшено"),
      ("reduced", "зменшено скорочено azaldılmış azaldıldı مخفضة تقليص"),
      ("suspected", "suspecté suspectée soupçonnée sospechoso sospechosa suspeita подозреваемая"),
      ("suspected", "подозрительный підозрюваний şübhəli مشتبهة مشتبه"),
      ("confirmed", "confirmé confirmée confirmado confirmada подтвержденная подтверждено"),
      ("confirmed", "підтверджений təsdiqlənmiş مؤكدة مؤكد"),
      ("closed", "fermé fermée clos cerrado cerrada fechado закрыто закрыт закрито bağlı مغلق"),
      ("open", "ouvert ouverte abierto abierta aberto открыто открыт відкрито açıq مفتوح"),
      ("accepted", "accepté approuvé aceptado aprobado aceito aprovado принято утверждено"),
      ("accepted", "прийнято затверджено qəbuledilmiş təsdiqləndi مقبول معتمد"),
      ("rejected", "rejeté refusé rechazado rejeitado отклонено відхилено rədd مرفوض"),
      ("killed", "tué tuée muerto muerta morto morta погиб погибший загинув həlakolmuş قتيل"),
      ("injured", "blessé blessée herido herida ferido ferida ранен поранений yaralı جريح"),
      ("destroyed", "détruit destruido destruído уничтожено знищено məhvedilmiş مدمر"),
    ]
    var codes: [String: String] = [:]
    for (code, words) in spellings {
      for word in words.split(separator: " ") { codes[String(word)] = code }
    }
    return codes
  }()
}
