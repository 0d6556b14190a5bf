#include "CResourcesKnowledge.h"

static const unsigned char nicknames[] = {
#embed "knowledge/nicknames.tsv"
};

static const unsigned char regnal[] = {
#embed "knowledge/regnal.tsv"
};

static const unsigned char title_words[] = {
#embed "knowledge/title-words.tsv"
};

const unsigned char *const chancery_nicknames = nicknames;
const size_t chancery_nicknames_length = sizeof nicknames;
const unsigned char *const chancery_regnal = regnal;
const size_t chancery_regnal_length = sizeof regnal;
const unsigned char *const chancery_title_words = title_words;
const size_t chancery_title_words_length = sizeof title_words;
