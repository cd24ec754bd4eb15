#ifndef CDEFEND_H
#define CDEFEND_H

// SQLite's settings of one connection that Swift can't call, since they take any number of
// arguments; each gives 0, or SQLite's code of why not.

struct sqlite3;

/// The file's schema may not write, call unsafe functions, run triggers or misspell names as texts.
int defend_reading(struct sqlite3 *database);
/// A name that is misspelt is no text, and functions of other libraries can't be loaded.
int defend_writing(struct sqlite3 *database);

#endif
