import ConsentRegistry
import LedgerStore

/// A decision through the store, 20 uses a peer: it should cost the same with many peers as with few.
struct StoreBench {
  private let plan: BenchPlan
  private let folder: String

  init(_ plan: BenchPlan, in folder: String) {
    self.plan = plan
    self.folder = folder
  }

  func findings() throws -> [Finding] {
    let registries = try plan.peers.enumerated().map { place, peers in
      try BenchRegistry(path: "\(folder)/store-\(place).db", peers: peers)
    }
    let desks = try registries.map { try $0.desk() }
    // First times read a peer's pages from wherever they lie; second times find them in memory.
    var cold = registries.map { _ in [Double]() }
    var warm = registries.map { _ in [Double]() }
    var turn = SystemRandomNumberGenerator()
    guard let request = BenchWorld.request(in: 10) else { return [] }
    // In turns, so that the machine's drift touches all sizes alike.
    for _ in 0..<plan.rounds * 4 {
      for (place, desk) in desks.enumerated() {
        let peer = try BenchRegistry.peer(.random(in: 0..<registries[place].peers, using: &turn))
        cold[place].append(try time(desk, request, peer))
        warm[place].append(try time(desk, request, peer))
      }
    }
    return lines(cold.map(Stopwatch.middle), "a peer not looked at before")
      + lines(warm.map(Stopwatch.middle), "one looked at just before")
  }

  private func time(
    _ desk: Desk<Ledger>, _ request: UseRequest, _ peer: PeerID
  ) throws -> Double {
    let time = try ContinuousClock().measure { _ = try desk.check(request, of: peer) }
    return Stopwatch.microseconds(time)
  }

  private func lines(_ medians: [Double], _ which: String) -> [Finding] {
    medians.indices.map { place in
      Finding(
        what: "decision through the store, \(plan.peers[place]) peers: \(which)",
        median: medians[place],
        yardstick: place == 0 ? nil : ("with \(plan.peers[0]) peers", medians[0]),
        ratio: place == 0 ? nil : medians[place] / medians[0], reach: place == 0 ? "" : "<= 1.2")
    }
  }
}
