/// The schema of a registry file: every step there ever was, in order.
enum Schema {
  static let migrator = Migrator([
    chains,
    roles,
    placements,
    permits,
    looks,
    records,
    notices,
    toldUses,
    alertMails,
  ])

  /// The first step alone, for making a file as the first version of this program made it.
  static let firstAlone = Migrator([chains])

  /// Chains of entries, the personal texts apart, and the tables for reading.
  private static let chains = Migration(
    number: 1, name: "chains, entries, personal texts and projections",
    statements: [
      // The truth: one chain for the registry (number 0), one for each peer.
      """
      CREATE TABLE chain (
        number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL,
        head BLOB NOT NULL, recorded INTEGER NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE entry (
        chain INTEGER NOT NULL REFERENCES chain, revision INTEGER NOT NULL,
        recorded INTEGER NOT NULL, role TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL,
        version INTEGER NOT NULL, body TEXT NOT NULL, previous BLOB NOT NULL,
        digest BLOB NOT NULL, PRIMARY KEY (chain, revision)
      ) STRICT, WITHOUT ROWID
      """,
      // What people wrote themselves; erasing a row leaves its entry whole.
      """
      CREATE TABLE personal (
        chain INTEGER NOT NULL REFERENCES chain, digest TEXT NOT NULL, salt BLOB NOT NULL,
        texts TEXT NOT NULL, PRIMARY KEY (chain, digest)
      ) STRICT, WITHOUT ROWID
      """,
      // Projections: worked out from the entries, and kept for reading.
      """
      CREATE TABLE peer (
        chain INTEGER PRIMARY KEY REFERENCES chain, id TEXT NOT NULL UNIQUE, zone TEXT NOT NULL,
        claimed INTEGER NOT NULL, revision INTEGER NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE use (
        chain INTEGER NOT NULL REFERENCES chain, day INTEGER NOT NULL, id TEXT NOT NULL,
        engagement TEXT NOT NULL, place INTEGER NOT NULL, story TEXT NOT NULL,
        organisation TEXT NOT NULL, event TEXT, kind INTEGER NOT NULL, channel INTEGER NOT NULL,
        purpose INTEGER, audience INTEGER, last INTEGER NOT NULL, state INTEGER NOT NULL,
        origin INTEGER NOT NULL, lapses INTEGER, revision INTEGER NOT NULL,
        PRIMARY KEY (chain, day, id)
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE own_limits (
        chain INTEGER NOT NULL REFERENCES chain, revision INTEGER NOT NULL,
        day INTEGER NOT NULL, recorded INTEGER NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (chain, revision)
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE organisation (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, revision INTEGER NOT NULL
      ) STRICT
      """,
      // The latest moment recorded anywhere, which never goes back; and a secret of this file.
      """
      CREATE TABLE registry (
        one INTEGER PRIMARY KEY CHECK (one = 1), latest INTEGER NOT NULL, secret BLOB NOT NULL,
        rehearsal INTEGER NOT NULL
      ) STRICT
      """,
    ])

  /// Who belongs to which organisation; `address` is the revision that says how to reach them.
  private static let roles = Migration(
    number: 2, name: "who belongs to which organisation",
    statements: [
      """
      CREATE TABLE role (
        role TEXT NOT NULL, id TEXT NOT NULL, organisation TEXT, revision INTEGER NOT NULL,
        address INTEGER, PRIMARY KEY (role, id)
      ) STRICT, WITHOUT ROWID
      """
    ])

  /// Where recordings and texts are, over all peers.
  private static let placements = Migration(
    number: 3, name: "placements",
    statements: [
      """
      CREATE TABLE placement (
        chain INTEGER NOT NULL REFERENCES chain, id TEXT NOT NULL, holder TEXT,
        organisation TEXT NOT NULL, medium INTEGER NOT NULL, placed INTEGER NOT NULL,
        recall INTEGER, state INTEGER NOT NULL, moved INTEGER, opened INTEGER, deadline INTEGER,
        revision INTEGER NOT NULL, PRIMARY KEY (chain, id)
      ) STRICT, WITHOUT ROWID
      """
    ])

  /// The numbers by which hosts verify permits; a yes given earlier gets its number on opening.
  private static let permits = Migration(
    number: 4, name: "the numbers by which permits are verified",
    statements: [
      """
      CREATE TABLE permit (
        chain INTEGER NOT NULL REFERENCES chain, engagement TEXT NOT NULL, number TEXT UNIQUE,
        revision INTEGER NOT NULL, PRIMARY KEY (chain, engagement)
      ) STRICT, WITHOUT ROWID
      """,
      """
      INSERT INTO permit (chain, engagement, revision)
      SELECT chain, body ->> '$.engagement', min(revision) FROM entry
      WHERE kind = 'use.answered' AND body ->> '$.answer' = 'yes' GROUP BY 1, 2
      """,
    ])

  /// The start days that organisations have asked about.
  ///
  /// The one table that isn't worked out from entries: it has to be alike for peers who are known
  /// and for those who aren't, and these have no chain.
  private static let looks = Migration(
    number: 5, name: "start days asked about",
    statements: [
      """
      CREATE TABLE look (
        organisation TEXT NOT NULL, peer TEXT NOT NULL, starts INTEGER NOT NULL,
        day INTEGER NOT NULL, PRIMARY KEY (organisation, peer, starts)
      ) STRICT, WITHOUT ROWID
      """
    ])

  /// Records that were joined or worded anew, and where copies of the registry have been written.
  private static let records = Migration(
    number: 6, name: "joined records, words anew, files written",
    statements: [
      // Projections: where the words are that a peer gave after the first; where records went.
      """
      CREATE TABLE reworded (
        chain INTEGER PRIMARY KEY REFERENCES chain, revision INTEGER NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE merged (
        chain INTEGER PRIMARY KEY REFERENCES chain, id TEXT NOT NULL UNIQUE, target TEXT NOT NULL,
        words INTEGER NOT NULL, revision INTEGER NOT NULL
      ) STRICT
      """,
      // Files with somebody's words in them that were written elsewhere, for when they are erased.
      """
      CREATE TABLE written_file (
        id INTEGER PRIMARY KEY, chain INTEGER REFERENCES chain, path TEXT NOT NULL,
        what TEXT NOT NULL, day INTEGER NOT NULL, digest BLOB
      ) STRICT
      """,
    ])

  /// What waits to be told, from now on.
  ///
  /// `claimed` is until when a run has it, `ended` when it was sent or had nothing left to tell,
  /// and `sent` which of the two: no entry knows of them, so no audit compares them.
  private static let notices = Migration(
    number: 7, name: "notices, and since when each chain has had them",
    statements: [
      """
      CREATE TABLE notice (
        number TEXT PRIMARY KEY, chain INTEGER NOT NULL REFERENCES chain,
        revision INTEGER NOT NULL, place INTEGER NOT NULL, role TEXT NOT NULL,
        reader TEXT NOT NULL, code TEXT NOT NULL, organisation TEXT, engagement TEXT,
        due INTEGER NOT NULL, lapsed INTEGER NOT NULL, created INTEGER NOT NULL,
        claimed INTEGER, ended INTEGER, sent INTEGER NOT NULL DEFAULT 0,
        UNIQUE (chain, revision, place)
      ) STRICT, WITHOUT ROWID
      """,
      "CREATE INDEX notice_waiting ON notice (created) WHERE ended IS NULL",
      """
      CREATE TABLE notice_since (
        chain INTEGER PRIMARY KEY REFERENCES chain, revision INTEGER NOT NULL
      ) STRICT
      """,
      "INSERT INTO notice_since SELECT number, revision FROM chain WHERE number > 0",
    ])

  /// What took place, packed for searches through all uses: one row a peer, read instead of all
  /// rows of their uses.
  ///
  /// `ToldUses` says how it is packed. No row is as good as one: a search then reads the peer's
  /// uses. So those of before need nothing done to them, and have theirs with their next use.
  private static let toldUses = Migration(
    number: 8, name: "what took place, packed for searching",
    statements: [
      """
      CREATE TABLE told_uses (
        chain INTEGER PRIMARY KEY REFERENCES chain, uses BLOB NOT NULL
      ) STRICT
      """
    ])

  /// Messages to custodians that there is something to look at.
  ///
  /// Neither chain nor peer stands in it: `number` is a keyed digest of all items at once, and the
  /// rest are counts and moments. An erasure empties it all the same, as whoever has the file could
  /// try out what such a digest is made of. No entry knows of it, so no audit compares it.
  private static let alertMails = Migration(
    number: 9, name: "messages about alerts",
    statements: [
      """
      CREATE TABLE alert_mail (
        number TEXT PRIMARY KEY, custodian TEXT NOT NULL, critical INTEGER NOT NULL,
        warning INTEGER NOT NULL, notice INTEGER NOT NULL, known INTEGER NOT NULL, since INTEGER,
        day INTEGER, severity TEXT, created INTEGER NOT NULL, claimed INTEGER, ended INTEGER,
        sent INTEGER NOT NULL DEFAULT 0
      ) STRICT, WITHOUT ROWID
      """
    ])
}
