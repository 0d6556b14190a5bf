#include "CResources.h"

static const unsigned char bytes[] = {
#embed "dates/dates.tsv"
};

const unsigned char *const chancery_dates_tsv = bytes;
const size_t chancery_dates_tsv_length = sizeof bytes;
