/// What an audit has read, and everything that doesn't agree.
package struct AuditReport: Equatable, Sendable {
  /// How many chains were read.
  package var chains = 0
  /// How many entries were read.
  package var entries = 0
  /// What doesn't agree, chain by chain.
  package var findings: [AuditFinding] = []
}

/// One thing that doesn't agree: where, and what.
package struct AuditFinding: Equatable, Hashable, Sendable {
  /// What can be wrong.
  package enum Fault: String, Sendable {
    /// An entry isn't what its digest was made of.
    case digest
    /// An entry doesn't follow on the one before it.
    case link
    /// A revision is missing, or stands twice.
    case order
    /// An entry was recorded before the one ahead of it.
    case time
    /// An entry can't be read.
    case unreadable
    /// The chain doesn't end where the file says it does.
    case head
    /// A personal text is missing, or isn't what its digest was made of.
    case personal
    /// A row for reading isn't what the entries add up to.
    case projection
    /// The heads of all chains aren't what a daily checkpoint says they were.
    case checkpoint
    /// The chain is shorter than, or different from, an exported head.
    case exportedHead
    /// The file itself is damaged.
    case file
  }

  /// The chain's name; empty for the file as a whole.
  package let chain: String
  /// The revision, where one can be named.
  package let revision: Int?
  /// What is wrong.
  package let fault: Fault

  /// A finding in a chain.
  package init(chain: String, revision: Int?, fault: Fault) {
    self.chain = chain
    self.revision = revision
    self.fault = fault
  }
}
