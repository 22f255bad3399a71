import Glibc

/// The system's own mail: each message is handed to its `sendmail`, which answers for it from then.
struct MailOutbox: Outbox {
  /// The program, by its whole path.
  let program: String
  /// Whom the messages are from, if that is said.
  let sender: String?
  private let environment: [String: String]

  /// - Throws: `Failure.noMailProgram` if there is none at the path.
  init(program: String, sender: String?, environment: [String: String]) throws {
    guard access(program, X_OK) == 0 else { throw Failure.noMailProgram(program) }
    self.program = program
    self.sender = sender
    self.environment = environment
  }

  func reaches(_ address: String) -> Bool { MailAddress.isOne(address) }

  func send(_ message: NoticeMessage, number: String, to address: String) -> Bool {
    var arguments = [program, "-i"]
    if let sender { arguments += ["-f", sender] }
    let text = message.mail(number: number, from: sender, to: address)
    return run(arguments + ["--", address], reading: Array(text.utf8)) == 0
  }

  /// Runs a program to its end with something to read; gives its exit status, if it has one.
  private func run(_ arguments: [String], reading input: [UInt8]) -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    // What it says is not what was asked for: it goes where complaints go.
    posix_spawn_file_actions_adddup2(&actions, 2, 1)
    // This program doesn't mind a reader that has gone away; another one may.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var surroundings: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + surroundings { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, program, &actions, &attributes, &words, &surroundings)
    close(ends[0])
    guard failure == 0 else {
      close(ends[1])
      return nil
    }
    // Whether it has read all of it, its exit status says.
    _ = write(input, to: ends[1])
    close(ends[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
  }
}
