// What the language layer reads: word lists (tables of text) and models.
#ifndef CHANCERY_CRESOURCES_LANGUAGE_H
#define CHANCERY_CRESOURCES_LANGUAGE_H

#include <stddef.h>

extern const unsigned char *const chancery_language_abbreviations;
extern const size_t chancery_language_abbreviations_length;
extern const unsigned char *const chancery_language_contractions;
extern const size_t chancery_language_contractions_length;
extern const unsigned char *const chancery_language_languages;
extern const size_t chancery_language_languages_length;

#endif
