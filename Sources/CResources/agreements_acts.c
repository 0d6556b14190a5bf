#include "CResources.h"

static const unsigned char bytes[] = {
#embed "agreements/acts.tsv"
};

const unsigned char *const chancery_agreements_acts = bytes;
const size_t chancery_agreements_acts_length = sizeof bytes;
