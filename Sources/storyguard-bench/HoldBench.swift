import ConsentRegistry
import LedgerStore

/// A request to its durable hold, beside a bare durable insert of as many bytes on the same disk.
struct HoldBench {
  private let plan: BenchPlan
  private let folder: String

  init(_ plan: BenchPlan, in folder: String) {
    self.plan = plan
    self.folder = folder
  }

  func findings() throws -> [Finding] {
    let registry = try BenchRegistry(path: "\(folder)/hold.db", peers: plan.rounds)
    let desk = try registry.desk(.coordinator)
    let bytes = try sizeOfHold(registry)
    let bare = try Connection(path: "\(folder)/bare.db", mode: .create)
    try bare.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
    let row = [UInt8](repeating: 7, count: bytes)
    var holds: [Double] = []
    var inserts: [Double] = []
    for index in 1..<plan.rounds {
      let peer = try BenchRegistry.peer(index)
      guard let request = BenchWorld.request(in: 10, of: peer.text) else { continue }
      var isHeld = false
      let hold = try ContinuousClock().measure {
        if case .held = try desk.ask(request, of: peer) { isHeld = true }
      }
      guard isHeld else { throw BenchError.unexpected("a request that should pass was refused") }
      let insert = try ContinuousClock().measure {
        try bare.immediate { () throws(LedgerError) in
          do throws(DatabaseError) {
            try bare.execute("INSERT INTO bare (bytes) VALUES (\(row))")
          } catch {
            throw LedgerError(error)
          }
        }
      }
      holds.append(Stopwatch.microseconds(hold))
      inserts.append(Stopwatch.microseconds(insert))
    }
    let (hold, insert) = (Stopwatch.middle(holds), Stopwatch.middle(inserts))
    return [
      Finding(
        what: "request to durable hold", median: hold,
        yardstick: ("bare durable insert, \(bytes) bytes", insert), ratio: insert / hold,
        reach: ">= 0.7 of its rate")
    ]
  }

  /// How many bytes a hold adds: its entry, its personal texts and its rows for reading.
  private func sizeOfHold(_ registry: BenchRegistry) throws -> Int {
    let peer = try BenchRegistry.peer(0)
    guard let request = BenchWorld.request(in: 10, of: peer.text) else { return 0 }
    let before = try registry.ledger.bytes(of: peer)
    _ = try registry.desk().ask(request, of: peer)
    return try registry.ledger.bytes(of: peer) - before
  }
}
