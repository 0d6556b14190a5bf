// A file system for SQLite in which the n-th write fails: for tests only.
#ifndef CHANCERY_CFAILINGVFS_H
#define CHANCERY_CFAILINGVFS_H

// How a write fails.
enum {
  FAILING_VFS_FULL = 0,   // no room: nothing is written
  FAILING_VFS_IOERR = 1,  // an input/output error: nothing is written
  FAILING_VFS_SHORT = 2,  // half of it is written, then an error
  FAILING_VFS_CRASH = 3   // this and every later write, truncation, deletion and sync is lost, with an error
};

// Registers the file system under the name "failing"; 0 on success.
int failing_vfs_register(void);
// Lets the n-th write (counted from 1; 0 for none) to files that are opened through "failing" fail from now on.
void failing_vfs_arm(long n, int how);
// How many writes there were since it was armed.
long failing_vfs_writes(void);

#endif
