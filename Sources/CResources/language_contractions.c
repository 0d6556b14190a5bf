#include "CResources.h"

static const unsigned char bytes[] = {
#embed "language/contractions.tsv"
};

const unsigned char *const chancery_language_contractions = bytes;
const size_t chancery_language_contractions_length = sizeof bytes;
