#include "CResources.h"

static const unsigned char bytes[] = {
#embed "language/languages.tsv"
};

const unsigned char *const chancery_language_languages = bytes;
const size_t chancery_language_languages_length = sizeof bytes;
