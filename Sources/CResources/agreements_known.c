#include "CResources.h"

static const unsigned char bytes[] = {
#embed "agreements/known.tsv"
};

const unsigned char *const chancery_agreements_known = bytes;
const size_t chancery_agreements_known_length = sizeof bytes;
