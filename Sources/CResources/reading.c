#include "CResources.h"

static const unsigned char bytes[] = {
#embed "reading/pages.tsv"
};

const unsigned char *const chancery_reading_pages = bytes;
const size_t chancery_reading_pages_length = sizeof bytes;
