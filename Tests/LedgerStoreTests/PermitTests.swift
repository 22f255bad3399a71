import ConsentRegistry
import Testing

@testable import LedgerStore

@Suite struct `Numbers of permits` {
  @Test func `a number is found again however it is typed, and a guess finds nothing`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let (ada, yes): (PeerID, EngagementID) = (try Invented.id("ada"), try Invented.id("ada-e1"))
      let number = try ledger.permitNumber(of: yes, of: ada)
      #expect(number.wholeMatch(of: /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}/) != nil)
      for typed in [number, number.lowercased(), number.replacing("-", with: " "), " \(number)\n"] {
        let found = try ledger.permit(numbered: typed)
        #expect(found?.peer == ada && found?.engagement == yes)
      }
      // Only the yes has one: not the ask that was declined, nor the one that waits.
      for other in ["ada-e2", "ada-e3"] {
        let number = try ledger.permitNumber(of: Invented.id(other), of: ada)
        #expect(try ledger.permit(numbered: number) == nil)
      }
      #expect(try ledger.permit(numbered: String(number.dropLast())) == nil)
      #expect(try ledger.permit(numbered: "") == nil)
      // The same ids in another registry have another number.
      let other = try Invented.registry(at: "\(folder)/other.db")
      #expect(try other.permitNumber(of: yes, of: ada) != number)
    }
  }

  @Test func `a registry from before permits had numbers is numbered when it is opened`() throws {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      let number: String
      do {
        let ledger = try Invented.registry(at: path, isOld: true)
        number = try ledger.permitNumber(of: Invented.id("bo-e1"), of: Invented.id("bo"))
      }
      try Invented.takeBack(path)
      let ledger = try Ledger(path: path, tools: Invented.tools)
      #expect(try ledger.permit(numbered: number)?.engagement == Invented.id("bo-e1"))
      #expect(try ledger.audit().findings == [])
    }
  }
}
