/// Where messages go: each is handed over whole, or not at all.
protocol Outbox {
  /// Whether a message can be sent to an address like this.
  func reaches(_ address: String) -> Bool

  /// Hands a message over; says whether it is on its way.
  func send(_ message: NoticeMessage, number: String, to address: String) -> Bool
}

extension NoticeMessage {
  /// The whole mail with its head, its lines ended by a line feed.
  ///
  /// The Message-ID is made of the notice's number: should it be sent twice, the reader's server
  /// can tell that it is the same.
  func mail(number: String, from sender: String?, to address: String) -> String {
    let domain = sender.flatMap { $0.split(separator: "@").last } ?? "localhost"
    return """
      \(sender.map { "From: \($0)\n" } ?? "")To: \(address)
      Subject: \(subject)
      Message-ID: <\(number)@\(domain)>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: 8bit
      Auto-Submitted: auto-generated

      \(body)
      """
  }
}

/// What can stand as a mail's address: one `@`, with nothing that could be read as anything else.
enum MailAddress {
  static func isOne(_ text: String) -> Bool {
    let pieces = text.split(separator: "@", omittingEmptySubsequences: false)
    return pieces.count == 2 && !pieces.contains { $0.isEmpty } && !text.hasPrefix("-")
      && text.utf8.allSatisfy { byte in
        byte > 0x20 && byte < 0x7f && !Array("\"(),:;<>[\\]`|&$".utf8).contains(byte)
      }
  }
}
