#include "CResources.h"

static const unsigned char bytes[] = {
#embed "data/speech.tsv"
};

const unsigned char *const chancery_speech_tsv = bytes;
const size_t chancery_speech_tsv_length = sizeof bytes;
