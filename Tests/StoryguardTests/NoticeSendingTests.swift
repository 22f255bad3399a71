import Foundation
import Notation
import Testing

@testable import storyguard

/// Messages as they leave: each once, whatever happens, and with nothing in them.
struct NoticeSendingTests {
  private static let peers = (0..<6).map { "p-\($0)" }
  private static let planted = "Planted"

  @Test func `no message says whom or what it is about, and each is there once`() throws {
    try Outgoing.work { office in
      try office.ask(Self.peers)
      let sent = try office.json("notice", "send", "--folder", office.outbox)
      #expect(sent["sent"]?.items.count == Self.peers.count)
      // Yes, no, withdrawn: the ones who ask have something waiting too.
      for (place, peer) in Self.peers.enumerated() {
        switch place % 3 {
        case 0: try office.does("answer", peer, "yes", "--engagement", "e-\(peer)")
        case 1: try office.does("answer", peer, "not-this-one", "--engagement", "e-\(peer)")
        default: try office.does("consent", "revoke", peer, "--everything")
        }
      }
      try office.does("notice", "send", "--folder", office.outbox)
      let files = try office.files()
      #expect(files.count == 2 * Self.peers.count)
      var subjects: Set<String> = []
      for (name, text) in files {
        #expect(name.wholeMatch(of: /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}\.txt/) != nil)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("To: "))
        subjects.insert(String(lines[1]))
        // The address is for whatever carries it; nothing below it says anything.
        let number = name.dropLast(".txt".count)
        let said = lines.dropFirst().joined(separator: "\n").replacing(number, with: "")
          .lowercased()
        for secret in [
          "planted", "maya", "riverside", "kit", "class", "housing", "p-", "e-p", "s1", "yes",
          "2026", "available", "withdr", "story uses", "pause",
        ] {
          #expect(!said.contains(secret), "\(secret) in \(text)")
        }
        if lines[0].contains("home.example") {
          #expect(text.contains("My person") && text.contains("My independent contact"))
          #expect(text.contains("custodian") && text.contains("emergency number"))
        }
      }
      #expect(subjects == ["Subject: A message is waiting for you"])
      #expect(try office.json("notice", "send", "--folder", office.outbox)["sent"]?.items == [])
      #expect(try office.files().count == files.count)
      // To the custodian the list names nobody.
      let list = try office.does("notice", "list")
      for secret in Self.peers + ["kit", "riverside", Self.planted, "e-p"] {
        #expect(!list.contains(secret), "\(secret) in \(list)")
      }
      try office.does("audit")
    }
  }

  @Test func `to the custodian a no has no day, whether it waits or was sent`() throws {
    try Outgoing.work { office in
      // One says yes and one no on 5 May, whose time to answer ends with 11 May; one is silent.
      try office.ask(["p-0", "p-1", "p-2"])
      let day = "2026-05-05T12:00:00Z"
      try office.does("answer", "p-0", "yes", "--engagement", "e-p-0", now: day)
      try office.does("answer", "p-1", "not-this-one", "--engagement", "e-p-1", now: day)
      for now in ["2026-05-05T13:00:00Z", "2026-05-12T13:00:00Z"] {
        let list = try office.does("notice", "list", now: now)
        let rows = list.split(separator: "\n").filter { $0.contains("coordinator") }
        #expect(rows.count == (now.hasPrefix("2026-05-05") ? 2 : 3))
        for row in rows { #expect(!row.contains("2026-") && !row.contains("vailable")) }
        #expect(rows.allSatisfy { !$0.contains("confirmed") })
        let kept = try JSON.parse(
          Array(try office.does("notice", "list", "--format", "json", now: now).utf8)
        ).items.filter { $0["role"]?.words == "coordinator" }
        #expect(kept.count == rows.count)
        for notice in kept {
          for key in ["code", "day", "sent"] { #expect(notice[key] == .null) }
        }
        try office.does("notice", "send", "--folder", office.outbox, now: now)
      }
      let sent = try office.does("notice", "list", now: "2026-05-12T14:00:00Z")
      for row in sent.split(separator: "\n") where row.contains("coordinator") {
        #expect(row.hasSuffix("sent"))
      }
    }
  }

  @Test func `a peer hears nothing during a pause, and afterwards only what still holds`() throws {
    try Outgoing.work { office in
      try office.ask(["p-0", "p-1"])
      try office.does("pause", "set", "p-0", "--until", "2026-05-06", "--keep", "e-p-0")
      try office.does("pause", "set", "p-1", "--until", "2026-05-20", "--keep", "e-p-1")
      try office.does("notice", "send", "--folder", office.outbox)
      #expect(try office.files().isEmpty)
      try office.does("notice", "send", "--folder", office.outbox, now: "2026-05-07T12:00:00Z")
      #expect(try office.files().map(\.text).filter { $0.contains("p-0@home.example") }.count == 1)
      try office.does("notice", "send", "--folder", office.outbox, now: "2026-05-21T12:00:00Z")
      // Both asks have lapsed by now: two messages for kit, and none for the one who paused longer.
      let texts = try office.files().map(\.text)
      #expect(texts.count == 3 && !texts.contains { $0.contains("p-1@home.example") })
    }
  }

  @Test func `four runs at once send each message exactly once`() throws {
    try Outgoing.work { office in
      try office.ask(Self.peers)
      let program = try office.sendmail()
      let runs = try (0..<4).map { _ in
        try Started(
          office.line(["notice", "send", "--sendmail", "--program", program]), in: office.folder)
      }
      for run in runs { #expect(try run.ended().status == 0) }
      let ids = try office.messageIDs()
      #expect(ids.count == Self.peers.count && Set(ids).count == ids.count)
    }
  }

  @Test func `where half of the mails fail nothing is lost and nothing is doubled`() throws {
    try Outgoing.work { office in
      try office.ask(Self.peers)
      let program = try office.sendmail(failing: "[ $(($(wc -l < tries) % 2)) -eq 0 ] && exit 75")
      var runs = 0
      while runs < 10 {
        runs += 1
        let run = try office.run(
          office.line(["notice", "send", "--sendmail", "--program", program]))
        if run.status == 0 { break }
        #expect(run.status == 1 && run.err.contains("Nothing is lost; run it again"))
      }
      #expect(runs > 1)
      let ids = try office.messageIDs()
      #expect(ids.count == Self.peers.count && Set(ids).count == ids.count)
    }
  }

  @Test func `a run killed while it sends is made up for, with the same Message-ID`() throws {
    try Outgoing.work { office in
      try office.ask(["p-0"])
      let program = try office.sendmail(
        failing: "[ -e killed ] || { touch killed; kill -9 $PPID; }")
      let send = ["notice", "send", "--sendmail", "--program", program]
      #expect(try office.run(office.line(send)).status != 0)
      // Its claim still stands; after ten minutes it is tried again.
      try office.does(send)
      #expect(try office.messageIDs().count == 1)
      try office.does(send, now: "2026-05-04T12:30:00Z")
      try office.does(send, now: "2026-05-04T12:50:00Z")
      let ids = try office.messageIDs()
      #expect(ids.count == 2 && Set(ids).count == 1)
    }
  }

  @Test func `who has no address waits, and gets it as soon as there is one`() throws {
    try Outgoing.work { office in
      try office.ask(["p-0"])
      try office.does("peer", "address", "p-0", "--none")
      #expect(try office.does("notice", "send", "--folder", office.outbox).contains("No address"))
      #expect(try office.does("notice", "list").contains("no address"))
      // What is no address for mail is none to the system's mail, and nothing else either.
      let program = try office.sendmail()
      let send = ["notice", "send", "--sendmail", "--program", program]
      for bad in ["555 0134", "-oQ/tmp@x", "a@b, c@d", "a@b>", "a@b@c"] {
        try office.does(["peer", "address", "p-0", "--", bad])
        try office.does(send)
      }
      #expect(try office.messageIDs().isEmpty)
      try office.does("peer", "address", "p-0", "new@home.example")
      try office.does(send)
      let mail = try String(contentsOfFile: office.folder + "/mails", encoding: .utf8)
      #expect(mail.contains("ARGS -i -- new@home.example\n"))
      #expect(mail.contains("\nTo: new@home.example\nSubject: A message is waiting for you\n"))
    }
  }

  @Test func `a folder that isn't there and a program that isn't there lose nothing`() throws {
    try Outgoing.work { office in
      try office.ask(["p-0"])
      for line in [["--folder", "nowhere"], ["--sendmail", "--program", "/nowhere/sendmail"]] {
        let result = try office.run(office.line(["notice", "send"] + line))
        #expect(result.status == 1 && result.out.isEmpty)
      }
      #expect(
        try office.json("notice", "send", "--folder", office.outbox)["sent"]?.items.count == 1)
      let peer = try office.run(
        office.line(["notice", "send", "--folder", "x", "--as", "peer:p-0"]))
      #expect(peer.status == 1)
    }
  }
}

/// A rehearsal registry on 4 May 2026, its outbox, and a mail program that notes what it gets.
private struct Outgoing {
  let folder: String
  var outbox: String { folder + "/outbox" }

  static func work<Result>(_ work: (Outgoing) throws -> Result) throws -> Result {
    try Places.inFolder { folder in
      let office = Outgoing(folder: folder)
      try FileManager.default.createDirectory(
        atPath: office.outbox, withIntermediateDirectories: true)
      try office.does("init", "--rehearsal")
      try office.does(
        "role", "set", "coordinator", "kit", "--organisation", "riverside", "--contact",
        "kit@work.example")
      return try work(office)
    }
  }

  func line(_ words: [String], now: String = "2026-05-04T12:00:00Z") -> [String] {
    let end = words.firstIndex(of: "--") ?? words.endIndex
    return words[..<end] + ["--registry", folder + "/office.db", "--now", now] + words[end...]
  }

  func run(_ line: [String]) throws -> (status: Int32, out: String, err: String) {
    try Running.storyguard(line, in: folder)
  }

  @discardableResult
  func does(_ words: String..., now: String = "2026-05-04T12:00:00Z") throws -> String {
    try does(words, now: now)
  }

  @discardableResult
  func does(_ words: [String], now: String = "2026-05-04T12:00:00Z") throws -> String {
    let result = try run(line(words, now: now))
    try #require(result.status == 0, "\(words): \(result.err)\(result.out)")
    return result.out
  }

  func json(_ words: String...) throws -> JSON {
    try JSON.parse(Array(does(words + ["--format", "json"]).utf8))
  }

  /// Peers with a planted word in every field, each asked something.
  func ask(_ peers: [String]) throws {
    for peer in peers {
      try does(
        "peer", "add", peer, "--zone", "UTC", "--name", "Maya Planted", "--introduce-as",
        "Planted", "--ask-me-about", "Planted", "--contact", "\(peer)@home.example")
      try does(
        "story", "add", peer, "s1", "--label", "Planted label", "--share", "housing planted")
      try does(
        "consent", "grant", peer, "s1", "--organisation", "riverside", "--purpose", "training",
        "--channel", "inPerson", "--audience", "students", "--attribution", "firstName", "--until",
        "2026-12-31")
      let request = """
        {"peer":"\(peer)","story":"s1","organisation":"riverside","coordinator":"kit",
         "event":{"id":"class","name":"Planted class","place":"Planted hall","zone":"UTC"},
         "sessions":[{"kind":"telling","channel":"inPerson","start":"2026-06-15T10:00","minutes":15}],
         "purpose":"training","audience":"students","attribution":"firstName",
         "topics":["housing planted"],"aim":"Planted","noStoryConsidered":"Planted",
         "support":{"person":"Planted","debriefOn":"2026-06-16"},
         "offer":{"remuneration":{"minor":15000,"currency":"USD"},"preparation":"Planted"}}
        """
      try Data(request.utf8).write(to: URL(filePath: folder + "/ask.json"))
      try does("request", "ask.json", "--id", "e-\(peer)", "--as", "coordinator:kit")
    }
  }

  func files() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: outbox).sorted().map {
      ($0, try String(contentsOfFile: outbox + "/" + $0, encoding: .utf8))
    }
  }

  /// A mail program that notes how it was called and what it was given, then may fail.
  func sendmail(failing: String = "") throws -> String {
    let path = folder + "/sendmail"
    for file in ["mails", "tries"] { try Data().write(to: URL(filePath: folder + "/" + file)) }
    let script = """
      #!/bin/sh
      cd '\(folder)'
      mail=$(cat)
      (
        flock 9
        echo try >> tries
        \(failing.contains("exit") ? failing : "")
        printf 'ARGS %s\\n%s\\n' "$*" "$mail" >> mails
      ) 9>> lock || exit 75
      \(failing.contains("exit") ? "" : failing)
      exit 0
      """
    try Data(script.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  func messageIDs() throws -> [String] {
    try String(contentsOfFile: folder + "/mails", encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("Message-ID: ") }.map(String.init)
  }
}
