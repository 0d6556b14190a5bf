// Tables of words that mean the same, for telling who is who across articles.
#ifndef CHANCERY_CRESOURCES_KNOWLEDGE_H
#define CHANCERY_CRESOURCES_KNOWLEDGE_H

#include <stddef.h>

extern const unsigned char *const chancery_nicknames;
extern const size_t chancery_nicknames_length;
extern const unsigned char *const chancery_regnal;
extern const size_t chancery_regnal_length;
extern const unsigned char *const chancery_title_words;
extern const size_t chancery_title_words_length;

#endif
