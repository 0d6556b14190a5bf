// What chancery ask reads questions with (Sources/CResources/questions).
#ifndef CHANCERY_CRESOURCES_QUESTIONS_H
#define CHANCERY_CRESOURCES_QUESTIONS_H

#include <stddef.h>

extern const unsigned char *const chancery_questions_grammar;
extern const size_t chancery_questions_grammar_length;
extern const unsigned char *const chancery_questions_grammar_image;
extern const size_t chancery_questions_grammar_image_length;
extern const unsigned char *const chancery_questions_names_image;
extern const size_t chancery_questions_names_image_length;
extern const unsigned char *const chancery_questions_time;
extern const size_t chancery_questions_time_length;
extern const unsigned char *const chancery_questions_offices;
extern const size_t chancery_questions_offices_length;
extern const unsigned char *const chancery_questions_places;
extern const size_t chancery_questions_places_length;
extern const unsigned char *const chancery_questions_words;
extern const size_t chancery_questions_words_length;
extern const unsigned char *const chancery_questions_forms;
extern const size_t chancery_questions_forms_length;
extern const unsigned char *const chancery_questions_regions;
extern const size_t chancery_questions_regions_length;

#endif
