#include "defend.h"
#include <sqlite3.h>

static int defend_both(sqlite3 *database) {
  int fault = sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
  if (!fault) fault = sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  if (!fault)
    fault = sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
  if (!fault)
    fault = sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, (int *)0);
  if (!fault) fault = sqlite3_db_config(database, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, (int *)0);
  return fault;
}

int defend_reading(sqlite3 *database) {
  int fault = defend_both(database);
  if (!fault) fault = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (!fault) fault = sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  if (!fault) fault = sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  return fault;
}

int defend_writing(sqlite3 *database) { return defend_both(database); }
