#include "CResources.h"

static const unsigned char bytes[] = {
#embed "agreements/names.tsv"
};

const unsigned char *const chancery_agreements_names = bytes;
const size_t chancery_agreements_names_length = sizeof bytes;
