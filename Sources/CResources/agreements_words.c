#include "CResources.h"

static const unsigned char bytes[] = {
#embed "agreements/words.tsv"
};

const unsigned char *const chancery_agreements_words = bytes;
const size_t chancery_agreements_words_length = sizeof bytes;
