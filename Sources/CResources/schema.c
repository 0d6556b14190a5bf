#include "CResources.h"

static const unsigned char bytes[] = {
#embed "../../schema.sql"
};

const unsigned char *const chancery_schema_sql = bytes;
const size_t chancery_schema_sql_length = sizeof bytes;
