#ifndef CCONFINE_H
#define CCONFINE_H

// What the system calls need that Swift can't say; each gives 0, or the errno of why not.

/// Never gains rights by running another program.
int confine_no_new_privileges(void);
/// A network namespace of its own, in which nothing but a dead loopback is.
int confine_no_network(void);
/// Refuses sockets, other programs, tracing and mounting by a system call filter; where nothing may
/// be written also all that makes, changes or removes a file.
int confine_system_calls(int may_write);
/// Reads beneath the readable folders and writes beneath the writable ones alone.
///
/// Both lists end with NULL; folders that are not there are passed over.
int confine_files(const char *const *readable, const char *const *writable);
/// Closes all that was left open besides standard input, output and error.
void confine_descriptors(void);

#endif
