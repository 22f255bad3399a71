import Foundation
import Notation
import Testing

@testable import storyguard

/// The page that travels with a permit, and the number on it.
struct HostPageTests {
  private static let secrets = [
    "Lindqvist", "home.example", "Quillback", "hospital", "kit", "riverside", "Tarn",
  ]

  @Test func `the page says how the peer wants it and how to stop, and nothing more of them`()
    throws
  {
    try Office.work { office in
      try office.booked()
      let text = try office.run(
        "host", "page", "p-7", "--engagement", "e1", "--as", "coordinator:kit")
      #expect(text.status == 0)
      for wanted in [
        "Introduce me as  Maya of the garden", "Ask me about     choirs", "housing", "court",
        "anything that isn't on this page", "45 minutes", "NOT recorded", "We stop here",
        "at any time", "Room 2", "named by first name alone", "Stands by        Sam",
      ] {
        #expect(text.out.contains(wanted), "\(wanted)")
      }
      for secret in Self.secrets { #expect(!text.out.contains(secret), "\(secret)") }
      #expect(text.out.split(separator: "\n").allSatisfy { $0.count <= 78 })
      #expect(text.out.split(separator: "\n").count <= 60)
      // The custodian and the peer read the same page.
      #expect(try office.run("host", "page", "p-7", "--engagement", "e1").out == text.out)
      #expect(
        try office.run("host", "page", "p-7", "--engagement", "e1", "--as", "peer:p-7").out
          == text.out)
      let strangers = ["coordinator:lee", "coordinator"]
      for stranger in strangers {
        let none = try office.run("host", "page", "p-7", "--engagement", "e1", "--as", stranger)
        let nobody = try office.run("host", "page", "p-8", "--engagement", "e1", "--as", stranger)
        #expect(none.status == 1 && none.out.isEmpty && none == nobody)
      }
    }
  }

  @Test func `to a host a permit stands or doesn't, and why it doesn't isn't told`() throws {
    try Office.work { office in
      try office.booked()
      let page = try office.json("host", "page", "p-7", "--engagement", "e1")
      let number = try #require(page["permit"]?.words)
      let stands = try office.run("host", "verify", number, "--as", "coordinator:anybody")
      #expect(stands.status == 0 && stands.out == "A permit of this number stands.\n")
      let never = try office.run("host", "verify", "2345-6789-ABCD")
      #expect(never.status == 2 && never.out == "No permit of this number stands.\n")
      let mistyped = try office.run("host", "verify", "maya")
      #expect(mistyped == never)
      let over = try office.run("host", "verify", number, "--today", "2099-12-31")
      #expect(over == never)
      #expect(try office.run("consent", "revoke", "p-7", "--everything").status == 0)
      #expect(try office.run("host", "verify", number) == never)
      #expect(try office.run("audit").status == 0)
    }
  }
}

extension Office {
  /// A confirmed booking four weeks ahead, with a secret in every field that has no business on it.
  fileprivate func booked() throws {
    let day = Calendar(identifier: .gregorian).date(byAdding: .day, value: 28, to: Date())
    let start = try #require(day).formatted(.iso8601.year().month().day())
    let request = """
      {"peer":"p-7","story":"s1","organisation":"riverside","coordinator":"kit",
       "event":{"id":"class","name":"Second-year class","place":"Room 2","zone":"UTC"},
       "sessions":[{"kind":"telling","channel":"inPerson","start":"\(start)T10:00","minutes":45}],
       "purpose":"training","audience":"students","attribution":"firstName","topics":["housing"],
       "aim":"Tarn","noStoryConsidered":"Tarn","as":"employee",
       "support":{"person":"Sam","debriefOn":"2099-01-01"},
       "offer":{"remuneration":{"minor":15000,"currency":"USD"},"preparation":"Tarn"}}
      """
    try Data(request.utf8).write(to: URL(filePath: folder + "/ask.json"))
    for line in [
      """
      peer add p-7 --zone UTC --name Lindqvist --contact maya@home.example \
      --introduce-as "Maya of the garden" --ask-me-about choirs
      """,
      "story add p-7 s1 --label Quillback --share housing --share hospital --off-limits court",
      """
      consent grant p-7 s1 --organisation riverside --purpose training --channel inPerson \
      --audience students --attribution firstName --until \(start)
      """,
      "request ask.json --id e1 --as coordinator:kit",
      "answer p-7 yes --engagement e1 --as peer:p-7",
    ] {
      let result = try run(Demo.words(in: line))
      try #require(result.status == 0, "\(line): \(result.err)\(result.out)")
    }
  }
}
