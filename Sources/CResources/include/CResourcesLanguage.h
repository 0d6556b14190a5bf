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

// Models of train-language, at addresses that are multiples of 16.
extern const unsigned char *const chancery_model_en;
extern const size_t chancery_model_en_length;
extern const unsigned char *const chancery_model_es;
extern const size_t chancery_model_es_length;

#endif
