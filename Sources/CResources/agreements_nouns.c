#include "CResources.h"

static const unsigned char bytes[] = {
#embed "agreements/nouns.tsv"
};

const unsigned char *const chancery_agreements_nouns = bytes;
const size_t chancery_agreements_nouns_length = sizeof bytes;
