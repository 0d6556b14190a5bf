#include "CResources.h"

// What chancery ask reads questions with; see docs/questions.md.

static const unsigned char grammar[] = {
#embed "questions/grammar.txt"
};
const unsigned char *const chancery_questions_grammar = grammar;
const size_t chancery_questions_grammar_length = sizeof grammar;

static const unsigned char grammar_image[] = {
#embed "questions/grammar.image"
};
const unsigned char *const chancery_questions_grammar_image = grammar_image;
const size_t chancery_questions_grammar_image_length = sizeof grammar_image;

// Numbers of eight bytes stand in it.
_Alignas(16) static const unsigned char names_image[] = {
#embed "questions/names.image"
};
const unsigned char *const chancery_questions_names_image = names_image;
const size_t chancery_questions_names_image_length = sizeof names_image;

static const unsigned char time_words[] = {
#embed "questions/time.tsv"
};
const unsigned char *const chancery_questions_time = time_words;
const size_t chancery_questions_time_length = sizeof time_words;

static const unsigned char offices[] = {
#embed "questions/offices.tsv"
};
const unsigned char *const chancery_questions_offices = offices;
const size_t chancery_questions_offices_length = sizeof offices;

static const unsigned char places[] = {
#embed "questions/places.tsv"
};
const unsigned char *const chancery_questions_places = places;
const size_t chancery_questions_places_length = sizeof places;

static const unsigned char words[] = {
#embed "questions/words.tsv"
};
const unsigned char *const chancery_questions_words = words;
const size_t chancery_questions_words_length = sizeof words;

static const unsigned char forms[] = {
#embed "questions/forms.tsv"
};
const unsigned char *const chancery_questions_forms = forms;
const size_t chancery_questions_forms_length = sizeof forms;

static const unsigned char regions[] = {
#embed "questions/regions.tsv"
};
const unsigned char *const chancery_questions_regions = regions;
const size_t chancery_questions_regions_length = sizeof regions;
