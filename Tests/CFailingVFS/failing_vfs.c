#include "CFailingVFS.h"

#include <sqlite3.h>
#include <string.h>

// One thread uses it at a time: the tests that do are serialized.
static long countdown = 0, writes = 0;
static int manner = 0, crashed = 0;
static sqlite3_vfs vfs;
static sqlite3_vfs *real = 0;

typedef struct {
  sqlite3_file base;
  sqlite3_file *file;
} Failing;

static sqlite3_file *inner(sqlite3_file *file) { return ((Failing *)file)->file; }

// What is to be done about a write: 0 to go on, else the error; sets `half` where part of it shall be written.
static int verdict(int *half) {
  writes++;
  *half = 0;
  if (crashed) return SQLITE_IOERR_WRITE;
  if (countdown == 0 || writes != countdown) return SQLITE_OK;
  switch (manner) {
    case FAILING_VFS_FULL: return SQLITE_FULL;
    case FAILING_VFS_SHORT: *half = 1; return SQLITE_IOERR_WRITE;
    case FAILING_VFS_CRASH: crashed = 1; return SQLITE_IOERR_WRITE;
    default: return SQLITE_IOERR_WRITE;
  }
}

static int f_close(sqlite3_file *f) {
  int code = inner(f)->pMethods ? inner(f)->pMethods->xClose(inner(f)) : SQLITE_OK;
  return code;
}
static int f_read(sqlite3_file *f, void *p, int n, sqlite3_int64 o) { return inner(f)->pMethods->xRead(inner(f), p, n, o); }
static int f_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 o) {
  int half;
  int code = verdict(&half);
  if (half) inner(f)->pMethods->xWrite(inner(f), p, n / 2, o);
  return code ? code : inner(f)->pMethods->xWrite(inner(f), p, n, o);
}
static int f_truncate(sqlite3_file *f, sqlite3_int64 n) {
  return crashed ? SQLITE_IOERR_TRUNCATE : inner(f)->pMethods->xTruncate(inner(f), n);
}
static int f_sync(sqlite3_file *f, int flags) {
  return crashed ? SQLITE_IOERR_FSYNC : inner(f)->pMethods->xSync(inner(f), flags);
}
static int f_size(sqlite3_file *f, sqlite3_int64 *n) { return inner(f)->pMethods->xFileSize(inner(f), n); }
static int f_lock(sqlite3_file *f, int l) { return inner(f)->pMethods->xLock(inner(f), l); }
static int f_unlock(sqlite3_file *f, int l) { return inner(f)->pMethods->xUnlock(inner(f), l); }
static int f_reserved(sqlite3_file *f, int *r) { return inner(f)->pMethods->xCheckReservedLock(inner(f), r); }
static int f_control(sqlite3_file *f, int op, void *p) { return inner(f)->pMethods->xFileControl(inner(f), op, p); }
static int f_sector(sqlite3_file *f) { return inner(f)->pMethods->xSectorSize(inner(f)); }
static int f_traits(sqlite3_file *f) { return inner(f)->pMethods->xDeviceCharacteristics(inner(f)); }

// Version 1: neither shared memory nor mapping, so that all writes come by here.
static const sqlite3_io_methods methods = {1,       f_close, f_read,   f_write,    f_truncate, f_sync,   f_size,
                                           f_lock,  f_unlock, f_reserved, f_control, f_sector,   f_traits};

static int v_open(sqlite3_vfs *v, const char *name, sqlite3_file *file, int flags, int *out) {
  (void)v;
  Failing *failing = (Failing *)file;
  memset(failing, 0, sizeof *failing);
  failing->file = (sqlite3_file *)&failing[1];
  int code = real->xOpen(real, name, failing->file, flags, out);
  // SQLite closes only what has methods.
  if (failing->file->pMethods) failing->base.pMethods = &methods;
  return code;
}
static int v_delete(sqlite3_vfs *v, const char *name, int sync) {
  (void)v;
  return crashed ? SQLITE_IOERR_DELETE : real->xDelete(real, name, sync);
}
static int v_access(sqlite3_vfs *v, const char *name, int flags, int *out) {
  (void)v;
  return real->xAccess(real, name, flags, out);
}
static int v_path(sqlite3_vfs *v, const char *name, int n, char *out) {
  (void)v;
  return real->xFullPathname(real, name, n, out);
}

int failing_vfs_register(void) {
  if (real) return 0;
  real = sqlite3_vfs_find(0);
  if (!real) return 1;
  vfs = *real;
  vfs.zName = "failing";
  vfs.pNext = 0;
  vfs.szOsFile = (int)sizeof(Failing) + real->szOsFile;
  vfs.xOpen = v_open;
  vfs.xDelete = v_delete;
  vfs.xAccess = v_access;
  vfs.xFullPathname = v_path;
  return sqlite3_vfs_register(&vfs, 0);
}

void failing_vfs_arm(long n, int how) {
  countdown = n;
  manner = how;
  writes = 0;
  crashed = 0;
}

long failing_vfs_writes(void) { return writes; }
