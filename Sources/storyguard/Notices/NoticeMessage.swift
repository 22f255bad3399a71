import ConsentRegistry
import LedgerStore

/// A message about a notice: plain text that tells nobody on a locked screen what it is about.
///
/// No name, story, organisation, topic, id or day stands in it: only the notice's number, by which
/// its reader finds it, and for a peer whom to turn to.
struct NoticeMessage {
  /// Who helps, as long as the registry hasn't said it in its own words.
  static let plainHelp = """
    The custodian of this registry answers your questions, and does what you say.
    If you are in danger now, call your local emergency number (911, 112, 999, 111).
    """

  /// The same for every message.
  static let subject = "A message is waiting for you"

  let subject: String
  let body: String

  init(subject: String, body: String) {
    self.subject = subject
    self.body = body
  }

  init(_ kept: KeptNotice, help: String?) {
    // What a holder is told, a coordinator of that organisation reads.
    let role = kept.notice.reader.role == .peer ? "peer" : "coordinator"
    var lines = [
      "A message is waiting for you. To read it:", "",
      "    storyguard notice read \(kept.number) --as \(role):YOUR-ID", "",
    ]
    switch kept.notice.reader.role {
    case .peer:
      lines += [
        "Everything else that is there for you: storyguard peer show YOUR-ID --as peer:YOUR-ID", "",
        "Nothing has to be answered. Not answering is a no, and costs you nothing.", "",
        "Help, at any time, with no reason needed:", "",
        "  My person: whoever you have chosen to stand by you.",
        "  My independent contact: whoever you have chosen outside the organisations that ask.",
      ]
      lines += (help ?? Self.plainHelp).split(separator: "\n").map { "  " + $0 }
    case .coordinator:
      lines.append("Work that needs no story can be offered at any time.")
    case .holder: break
    }
    self.init(subject: NoticeMessage.subject, body: lines.joined(separator: "\n") + "\n")
  }
}
