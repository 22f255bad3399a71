import Dispatch
import Synchronization

/// Work in numbered pieces on several threads, the results handed over in the order of the pieces.
///
/// A worker takes the next piece only while few are waiting to be handed over, so that what is held
/// in memory stays bounded however slow the taker is.
final class Relay<Output: Sendable>: Sendable {
  private struct State {
    var next = 0
    var done: [Int: Result<Output, any Error>] = [:]
    var isStopped = false
  }

  private let pieces: Int
  private let state = Mutex(State())
  // They begin at 0: one that is let go of below what it began with would trap.
  private let room = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)

  init(pieces: Int) { self.pieces = pieces }

  /// Runs the work with each of some workers, each on a thread of its own, and hands over.
  ///
  /// - Throws: what the work threw, when its piece's turn has come, or what the taker threw.
  func run<Worker: Sendable>(
    _ workers: [Worker], work: @escaping @Sendable (Worker, Int) throws -> Output,
    taker: (Output) throws -> Void
  ) throws {
    let threads = DispatchGroup()
    let queue = DispatchQueue(label: "storyguard.relay", attributes: .concurrent)
    for worker in workers {
      queue.async(group: threads) { self.work(worker, work) }
    }
    for _ in 0..<4 * workers.count { room.signal() }
    defer {
      // Whoever waits for room is let go, and finds nothing left to do.
      state.withLock { $0.isStopped = true }
      for _ in workers { room.signal() }
      threads.wait()
    }
    for piece in 0..<pieces {
      try taker(try result(of: piece).get())
      room.signal()
    }
  }

  private func work<Worker>(
    _ worker: Worker, _ work: (Worker, Int) throws -> Output
  ) {
    while true {
      room.wait()
      let piece: Int? = state.withLock { state in
        guard !state.isStopped, state.next < pieces else { return nil }
        state.next += 1
        return state.next - 1
      }
      guard let piece else { return }
      let result = Result { try work(worker, piece) }
      state.withLock { $0.done[piece] = result }
      finished.signal()
    }
  }

  private func result(of piece: Int) -> Result<Output, any Error> {
    while true {
      if let result = state.withLock({ $0.done.removeValue(forKey: piece) }) { return result }
      finished.wait()
    }
  }
}
