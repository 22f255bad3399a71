import ConsentRegistry

/// How a notice that came over from another record is written within a body, and read back.
enum NoticeNotation {
  static func json(_ notice: Notice) -> JSON {
    [
      "code": .string(notice.code.code), "role": .string(notice.reader.role.code),
      "reader": .string(notice.reader.id), "organisation": .id(notice.organisation),
      "engagement": .id(notice.engagement), "due": .day(notice.due),
      "onlyIfLapsed": .bool(notice.onlyIfLapsed),
    ]
  }

  static func notice(from json: JSON, at path: JSONPath) throws(JSONFault) -> Notice {
    var fields = try Fields(json, at: path)
    let notice = Notice(
      try fields.word("code"), to: .init(try fields.word("role"), try fields.string("reader")),
      organisation: try fields.optionalID("organisation"),
      engagement: try fields.optionalID("engagement"), due: try fields.day("due"),
      onlyIfLapsed: try fields.bool("onlyIfLapsed", default: false))
    try fields.end()
    return notice
  }
}
