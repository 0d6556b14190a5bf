// What the rules for agreements know; CResources.h says how resources are laid out.
#ifndef CHANCERY_CRESOURCES_AGREEMENTS_H
#define CHANCERY_CRESOURCES_AGREEMENTS_H

#include <stddef.h>

extern const unsigned char *const chancery_agreements_nouns;
extern const size_t chancery_agreements_nouns_length;
extern const unsigned char *const chancery_agreements_names;
extern const size_t chancery_agreements_names_length;
extern const unsigned char *const chancery_agreements_known;
extern const size_t chancery_agreements_known_length;
extern const unsigned char *const chancery_agreements_acts;
extern const size_t chancery_agreements_acts_length;
extern const unsigned char *const chancery_agreements_words;
extern const size_t chancery_agreements_words_length;

#endif
