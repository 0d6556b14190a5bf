// Files compiled into the program by C23 #embed, so that the binary is one file.
// Each resource is a byte array and its length in bytes; none ends with a NUL.
#ifndef CHANCERY_CRESOURCES_H
#define CHANCERY_CRESOURCES_H

#include <stddef.h>

#include "CResourcesLanguage.h"

extern const unsigned char *const chancery_schema_sql;
extern const size_t chancery_schema_sql_length;

#endif
