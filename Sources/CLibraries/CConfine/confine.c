#define _GNU_SOURCE
#include "CConfine.h"

#include <errno.h>
#include <stddef.h>

#if defined(__linux__)

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int confine_no_new_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno;
}

int confine_no_network(void) {
  // Without a user namespace where that is allowed: with one, root would lose its way to files.
  if (unshare(CLONE_NEWNET) == 0) return 0;
  return unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 ? 0 : errno;
}

void confine_descriptors(void) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, 3U, ~0U, 0U) == 0) return;
#endif
  for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
}

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define NUMBER offsetof(struct seccomp_data, nr)
#define ARCHITECTURE offsetof(struct seccomp_data, arch)
#define DENY(name)                                       \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 1), \
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)

#define FLAGS_OF_OPEN (offsetof(struct seccomp_data, args) + 1 * sizeof(uint64_t))
#define FLAGS_OF_OPENAT (offsetof(struct seccomp_data, args) + 2 * sizeof(uint64_t))
#define DENY_WRITING(name, flags)                                                         \
  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, NUMBER),                                             \
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 3),                              \
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, flags),                                          \
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1), \
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)

#if defined(OWN_ARCHITECTURE)
static int install(struct sock_filter *program, size_t count) {
  struct sock_fprog filter = {.len = (unsigned short)count, .filter = program};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0 ? 0 : errno;
}

static int refuse_writing(void) {
  struct sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, NUMBER),
#if defined(__x86_64__)
      DENY(creat), DENY(unlink), DENY(rename), DENY(mkdir), DENY(rmdir), DENY(link),
      DENY(symlink), DENY(chmod), DENY(chown),
#endif
      DENY(unlinkat), DENY(renameat2), DENY(mkdirat), DENY(linkat), DENY(symlinkat),
      DENY(mknodat), DENY(truncate), DENY(ftruncate), DENY(fchmod), DENY(fchmodat),
      DENY(fchown), DENY(fchownat), DENY(memfd_create),
#ifdef SYS_renameat
      DENY(renameat),
#endif
#ifdef SYS_openat2
      DENY(openat2),
#endif
#if defined(__x86_64__)
      DENY_WRITING(open, FLAGS_OF_OPEN),
#endif
      DENY_WRITING(openat, FLAGS_OF_OPENAT),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  return install(program, sizeof(program) / sizeof(program[0]));
}
#endif

int confine_system_calls(int may_write) {
#ifndef OWN_ARCHITECTURE
  (void)may_write;
  return ENOSYS;
#else
  struct sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, ARCHITECTURE),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, NUMBER),
#if defined(__x86_64__)
      // The 32-bit calls of a 64-bit process go by other numbers.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000U, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
#endif
      DENY(socket), DENY(socketpair), DENY(connect), DENY(bind), DENY(sendto), DENY(sendmsg),
      DENY(execve), DENY(execveat), DENY(ptrace), DENY(process_vm_readv),
      DENY(process_vm_writev), DENY(mount), DENY(umount2), DENY(bpf), DENY(keyctl),
      DENY(add_key), DENY(request_key), DENY(perf_event_open), DENY(setns), DENY(unshare),
#ifdef SYS_io_uring_setup
      DENY(io_uring_setup),
#endif
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  int error = install(program, sizeof(program) / sizeof(program[0]));
  return error == 0 && !may_write ? refuse_writing() : error;
#endif
}

// The numbers and layouts of Landlock are part of the kernel's promise; headers may be older.
#define LANDLOCK_CREATE_RULESET 444
#define LANDLOCK_ADD_RULE 445
#define LANDLOCK_RESTRICT_SELF 446
#define LANDLOCK_VERSION_FLAG 1U
#define RULE_PATH_BENEATH 1
#define EXECUTE (1ULL << 0)
#define WRITE_FILE (1ULL << 1)
#define READ_FILE (1ULL << 2)
#define READ_FOLDER (1ULL << 3)
#define FIRST_VERSION_RIGHTS ((1ULL << 13) - 1)
#define REFER (1ULL << 13)
#define TRUNCATE (1ULL << 14)

struct ruleset_attributes {
  uint64_t handled_access_fs;
};

struct path_beneath {
  uint64_t allowed_access;
  int32_t parent_fd;
} __attribute__((packed));

static int allow(int ruleset, const char *path, uint64_t rights) {
  int folder = open(path, O_PATH | O_CLOEXEC);
  if (folder < 0) return 0;
  struct stat state;
  // A plain file takes the rights of files alone.
  if (fstat(folder, &state) == 0 && !S_ISDIR(state.st_mode))
    rights &= EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE;
  struct path_beneath rule = {.allowed_access = rights, .parent_fd = folder};
  long outcome = syscall(LANDLOCK_ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0);
  int error = outcome == 0 ? 0 : errno;
  close(folder);
  return error;
}

int confine_files(const char *const *readable, const char *const *writable) {
  long version = syscall(LANDLOCK_CREATE_RULESET, NULL, 0, LANDLOCK_VERSION_FLAG);
  if (version < 0) return errno;
  uint64_t handled = FIRST_VERSION_RIGHTS;
  if (version >= 2) handled |= REFER;
  if (version >= 3) handled |= TRUNCATE;
  struct ruleset_attributes attributes = {.handled_access_fs = handled};
  long ruleset = syscall(LANDLOCK_CREATE_RULESET, &attributes, sizeof(attributes), 0);
  if (ruleset < 0) return errno;
  int error = 0;
  for (; error == 0 && readable != NULL && *readable != NULL; readable++)
    error = allow((int)ruleset, *readable, EXECUTE | READ_FILE | READ_FOLDER);
  for (; error == 0 && writable != NULL && *writable != NULL; writable++)
    error = allow((int)ruleset, *writable, handled);
  if (error == 0 && syscall(LANDLOCK_RESTRICT_SELF, ruleset, 0) != 0) error = errno;
  close((int)ruleset);
  return error;
}

#else

int confine_no_new_privileges(void) { return ENOSYS; }
int confine_no_network(void) { return ENOSYS; }
int confine_system_calls(int may_write) {
  (void)may_write;
  return ENOSYS;
}
int confine_files(const char *const *readable, const char *const *writable) {
  (void)readable;
  (void)writable;
  return ENOSYS;
}
void confine_descriptors(void) {}

#endif
