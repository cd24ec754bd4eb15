/* Stands between a program and the system: notes what it does to the files of one folder, kills it
   before the nth change, or gives it no locks. Loaded with LD_PRELOAD.

   FAULT_FOLDER  the folder, as realpath gives it
   FAULT_LOG     where each call is noted, see record
   FAULT_KILL    before which change the program is killed, counted from 1
   FAULT_LOCKS   set: locks on files of the folder are refused, as on a drive without them
*/
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 4096
enum { OPEN = 1, WRITE, TRUNCATE, SYNC, CLOSE, UNLINK, RENAME, SAY, LINK };

static char folder[PATH_MAX];
static size_t folder_length;
static int log_file = -1;
static long kill_at, changes;
static int refuses_locks;
static unsigned char watched[MOST];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("FAULT_FOLDER");
  if (!text) return;
  snprintf(folder, sizeof folder, "%s", text);
  folder_length = strlen(folder);
  if ((text = getenv("FAULT_KILL"))) kill_at = atol(text);
  refuses_locks = getenv("FAULT_LOCKS") != NULL;
  if ((text = getenv("FAULT_LOG"))) {
    int file = NEXT(open)(text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    log_file = fcntl(file, F_DUPFD_CLOEXEC, 900);
    NEXT(close)(file);
  }
}

/* The whole path where it is in the folder or the folder itself, else NULL. */
static const char *within(const char *path, char *whole) {
  if (!folder_length || !path) return NULL;
  char copy[PATH_MAX], parent[PATH_MAX];
  snprintf(copy, sizeof copy, "%s", path);
  char *slash = strrchr(copy, '/');
  const char *name = slash ? slash + 1 : copy;
  if (slash) *slash = 0;
  if (!realpath(slash ? (slash == copy ? "/" : copy) : ".", parent)) return NULL;
  snprintf(whole, PATH_MAX, "%.2000s/%.255s", parent, name);
  if (strncmp(whole, folder, folder_length)) return NULL;
  return whole[folder_length] == '/' || !whole[folder_length] ? whole : NULL;
}

/* 6 little-endian numbers of 8 bytes: kind, process, descriptor, offset, length of the path, length
   of the data; then the path and the data. */
static void record(int kind, int descriptor, uint64_t offset, const char *path, const void *data,
                   size_t size) {
  if (log_file < 0) return;
  uint64_t head[6] = {kind, getpid(), (uint64_t)descriptor, offset, path ? strlen(path) : 0, size};
  struct iovec parts[3] = {
      {head, sizeof head}, {(void *)path, head[4]}, {(void *)data, size}};
  if (NEXT(writev)(log_file, parts, 3) < 0) abort();
}

/* Called with the turn taken. */
static void change(void) {
  changes++;
  if (kill_at && changes == kill_at) {
    kill(getpid(), SIGKILL);
    pause();
  }
}

static int watch(int descriptor, const char *path, int flags, int was_there) {
  if (descriptor >= 0 && descriptor < MOST && path) {
    watched[descriptor] = 1;
    uint64_t how = (was_there ? 0 : 1) | ((flags & O_TRUNC) ? 2 : 0);
    record(OPEN, descriptor, how, path, NULL, 0);
  }
  return descriptor;
}

#define OPENING(name, declared, given)                                          \
  int name declared {                                                           \
    mode_t mode = 0;                                                            \
    if (flags & (O_CREAT | __O_TMPFILE)) {                                      \
      va_list rest;                                                             \
      va_start(rest, flags);                                                    \
      mode = va_arg(rest, mode_t);                                              \
      va_end(rest);                                                             \
    }                                                                           \
    char whole[PATH_MAX];                                                       \
    const char *found = within(path, whole);                                    \
    if (!found) return NEXT(name) given;                                        \
    pthread_mutex_lock(&turn);                                                  \
    int was_there = access(found, F_OK) == 0;                                   \
    if (!was_there && (flags & O_CREAT)) change();                              \
    int descriptor = watch(NEXT(name) given, found, flags, was_there);          \
    int code = errno;                                                           \
    pthread_mutex_unlock(&turn);                                                \
    errno = code;                                                               \
    return descriptor;                                                          \
  }

OPENING(open, (const char *path, int flags, ...), (path, flags, mode))
OPENING(open64, (const char *path, int flags, ...), (path, flags, mode))
OPENING(openat, (int at, const char *path, int flags, ...), (at, path, flags, mode))
OPENING(openat64, (int at, const char *path, int flags, ...), (at, path, flags, mode))

static int is_watched(int descriptor) {
  return descriptor >= 0 && descriptor < MOST && watched[descriptor];
}

static void note_write(int descriptor, uint64_t offset, const void *data, ssize_t size) {
  if (size > 0) record(WRITE, descriptor, offset, NULL, data, size);
}

ssize_t write(int descriptor, const void *data, size_t size) {
  if (descriptor == 1 || descriptor == 2) record(SAY, descriptor, 0, NULL, data, size);
  if (!is_watched(descriptor)) return NEXT(write)(descriptor, data, size);
  pthread_mutex_lock(&turn);
  change();
  uint64_t offset = lseek(descriptor, 0, SEEK_CUR);
  ssize_t done = NEXT(write)(descriptor, data, size);
  int code = errno;
  note_write(descriptor, offset, data, done);
  pthread_mutex_unlock(&turn);
  errno = code;
  return done;
}

#define WRITING(name, kind)                                                     \
  ssize_t name(int descriptor, const void *data, size_t size, kind offset) {    \
    if (!is_watched(descriptor)) return NEXT(name)(descriptor, data, size, offset); \
    pthread_mutex_lock(&turn);                                                  \
    change();                                                                   \
    ssize_t done = NEXT(name)(descriptor, data, size, offset);                  \
    int code = errno;                                                           \
    note_write(descriptor, offset, data, done);                                 \
    pthread_mutex_unlock(&turn);                                                \
    errno = code;                                                               \
    return done;                                                                \
  }

WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  if (!is_watched(descriptor)) return NEXT(writev)(descriptor, parts, count);
  ssize_t all = 0;
  for (int part = 0; part < count; part++) {
    ssize_t done = write(descriptor, parts[part].iov_base, parts[part].iov_len);
    if (done < 0) return all ? all : done;
    all += done;
    if ((size_t)done < parts[part].iov_len) break;
  }
  return all;
}

#define CHANGING(name, declared, given, descriptor_, noted)                     \
  int name declared {                                                           \
    if (!is_watched(descriptor_)) return NEXT(name) given;                      \
    pthread_mutex_lock(&turn);                                                  \
    change();                                                                   \
    int done = NEXT(name) given;                                                \
    int code = errno;                                                           \
    if (!done) noted;                                                           \
    pthread_mutex_unlock(&turn);                                                \
    errno = code;                                                               \
    return done;                                                                \
  }

CHANGING(ftruncate, (int file, off_t size), (file, size), file,
         record(TRUNCATE, file, size, NULL, NULL, 0))
CHANGING(ftruncate64, (int file, off64_t size), (file, size), file,
         record(TRUNCATE, file, size, NULL, NULL, 0))
CHANGING(fsync, (int file), (file), file, record(SYNC, file, 0, NULL, NULL, 0))
CHANGING(fdatasync, (int file), (file), file, record(SYNC, file, 0, NULL, NULL, 0))

int close(int descriptor) {
  if (is_watched(descriptor)) {
    watched[descriptor] = 0;
    record(CLOSE, descriptor, 0, NULL, NULL, 0);
  }
  return NEXT(close)(descriptor);
}

#define REMOVING(name, declared, given)                                         \
  int name declared {                                                           \
    char whole[PATH_MAX];                                                       \
    const char *found = within(path, whole);                                    \
    if (!found) return NEXT(name) given;                                        \
    pthread_mutex_lock(&turn);                                                  \
    change();                                                                   \
    int done = NEXT(name) given;                                                \
    int code = errno;                                                           \
    if (!done) record(UNLINK, -1, 0, found, NULL, 0);                           \
    pthread_mutex_unlock(&turn);                                                \
    errno = code;                                                               \
    return done;                                                                \
  }

REMOVING(unlink, (const char *path), (path))
REMOVING(unlinkat, (int at, const char *path, int flags), (at, path, flags))
REMOVING(remove, (const char *path), (path))

#define NAMING(name, declared, given, kind)                                     \
  int name declared {                                                           \
    char whole[PATH_MAX], other[PATH_MAX];                                      \
    const char *source = within(from, whole), *target = within(to, other);      \
    if (!source || !target) return NEXT(name) given;                            \
    pthread_mutex_lock(&turn);                                                  \
    change();                                                                   \
    int done = NEXT(name) given;                                                \
    int code = errno;                                                           \
    if (!done) record(kind, -1, 0, source, target, strlen(target));             \
    pthread_mutex_unlock(&turn);                                                \
    errno = code;                                                               \
    return done;                                                                \
  }

NAMING(rename, (const char *from, const char *to), (from, to), RENAME)
NAMING(renameat, (int a, const char *from, int b, const char *to), (a, from, b, to), RENAME)
NAMING(renameat2, (int a, const char *from, int b, const char *to, unsigned flags),
       (a, from, b, to, flags), RENAME)
NAMING(link, (const char *from, const char *to), (from, to), LINK)

#define LOCKING(name)                                                           \
  int name(int descriptor, int command, ...) {                                  \
    va_list rest;                                                               \
    va_start(rest, command);                                                    \
    void *argument = va_arg(rest, void *);                                      \
    va_end(rest);                                                               \
    int is_lock = command == F_SETLK || command == F_SETLKW || command == F_GETLK || \
                  command == F_OFD_SETLK || command == F_OFD_GETLK;             \
    if (refuses_locks && is_lock && is_watched(descriptor)) {                   \
      struct flock *lock = argument;                                            \
      if (command == F_GETLK || lock->l_type != F_UNLCK) {                      \
        errno = ENOLCK;                                                         \
        return -1;                                                              \
      }                                                                         \
    }                                                                           \
    return NEXT(name)(descriptor, command, argument);                           \
  }

LOCKING(fcntl)
LOCKING(fcntl64)
