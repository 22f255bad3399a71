#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

// Only what Swift cannot say itself: variadic calls, macros it does not see, system error numbers.

static const int csqlite_error_missing = ENOENT;
static const int csqlite_error_exists = EEXIST;
static const int csqlite_error_access = EACCES;
static const int csqlite_error_not_permitted = EPERM;
static const int csqlite_error_read_only = EROFS;
static const int csqlite_error_no_space = ENOSPC;
static const int csqlite_error_quota = EDQUOT;
static const int csqlite_error_folder = EISDIR;

// Turns one of SQLite's on/off settings on or off.
static inline int csqlite_set(sqlite3 *database, int setting, int on) {
  return sqlite3_db_config(database, setting, on, (int *)0);
}

// Binds a copy of UTF-8 text. A null pointer is empty text, not NULL.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const void *bytes,
                                    sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, bytes ? (const char *)bytes : "", count,
                             SQLITE_TRANSIENT, SQLITE_UTF8);
}

// Binds a copy of bytes. A null pointer is an empty blob, not NULL.
static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes,
                                    sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

// Whether SQLite words this extended code from names of tables, columns and constraints alone, and
// so cannot quote a bound value. Triggers and extensions are absent: they raise any text they like.
static inline int csqlite_names_only_schema(int code) {
  switch (code) {
    case SQLITE_CONSTRAINT_CHECK:
    case SQLITE_CONSTRAINT_DATATYPE:
    case SQLITE_CONSTRAINT_FOREIGNKEY:
    case SQLITE_CONSTRAINT_NOTNULL:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
    case SQLITE_CONSTRAINT_UNIQUE:
      return 1;
    default:
      return 0;
  }
}

// Makes a new, empty file that only its owner may read and write: 0, or the system's error number.
// It never opens a file that exists: closing it again would drop SQLite's locks on that file.
static inline int csqlite_create_private_file(const char *path) {
  int file;
  do {
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  } while (file < 0 && errno == EINTR);
  if (file < 0) return errno;
  close(file);
  return 0;
}

// Removes a file that csqlite_create_private_file made.
static inline void csqlite_remove_file(const char *path) { unlink(path); }

#endif
