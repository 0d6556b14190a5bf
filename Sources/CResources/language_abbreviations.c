#include "CResources.h"

static const unsigned char bytes[] = {
#embed "language/abbreviations.tsv"
};

const unsigned char *const chancery_language_abbreviations = bytes;
const size_t chancery_language_abbreviations_length = sizeof bytes;
