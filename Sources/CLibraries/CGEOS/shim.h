// Only the reentrant functions reach Swift: each takes a context, one context a thread.
#define GEOS_USE_ONLY_R_API 1
#include <geos_c.h>
