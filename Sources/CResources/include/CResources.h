// Files compiled into the program by C23 #embed, so that the binary is one file.
// Each resource is a byte array and its length in bytes; none ends with a NUL.
#ifndef CHANCERY_CRESOURCES_H
#define CHANCERY_CRESOURCES_H

#include <stddef.h>

#include "CResourcesAgreements.h"
#include "CResourcesDates.h"
#include "CResourcesKnowledge.h"
#include "CResourcesLanguage.h"
#include "CResourcesQuestions.h"
#include "CResourcesReading.h"

extern const unsigned char *const chancery_schema_sql;
extern const size_t chancery_schema_sql_length;

// Knowledge of names and words (Sources/CResources/data).
extern const unsigned char *const chancery_data_countries;
extern const size_t chancery_data_countries_length;
extern const unsigned char *const chancery_data_cities;
extern const size_t chancery_data_cities_length;
extern const unsigned char *const chancery_data_seats;
extern const size_t chancery_data_seats_length;
extern const unsigned char *const chancery_data_bodies;
extern const size_t chancery_data_bodies_length;
extern const unsigned char *const chancery_data_offices;
extern const size_t chancery_data_offices_length;
extern const unsigned char *const chancery_data_portfolios;
extern const size_t chancery_data_portfolios_length;
extern const unsigned char *const chancery_data_honorifics;
extern const size_t chancery_data_honorifics_length;
extern const unsigned char *const chancery_data_topics;
extern const size_t chancery_data_topics_length;
extern const unsigned char *const chancery_data_groupings;
extern const size_t chancery_data_groupings_length;
extern const unsigned char *const chancery_data_groups;
extern const size_t chancery_data_groups_length;
extern const unsigned char *const chancery_data_venues;
extern const size_t chancery_data_venues_length;
extern const unsigned char *const chancery_data_given;
extern const size_t chancery_data_given_length;
extern const unsigned char *const chancery_data_combining;
extern const size_t chancery_data_combining_length;
extern const unsigned char *const chancery_data_stopnames;
extern const size_t chancery_data_stopnames_length;
extern const unsigned char *const chancery_data_words;
extern const size_t chancery_data_words_length;
extern const unsigned char *const chancery_data_meeting_verbs;
extern const size_t chancery_data_meeting_verbs_length;
extern const unsigned char *const chancery_data_meeting_nouns;
extern const size_t chancery_data_meeting_nouns_length;

// Words near which a meeting may be told, and the learned model that weighs them.
extern const unsigned char *const chancery_meeting_cues;
extern const size_t chancery_meeting_cues_length;
extern const unsigned char *const chancery_leaders;
extern const size_t chancery_leaders_length;
extern const unsigned char *const chancery_meetings_model;
extern const size_t chancery_meetings_model_length;

// Verbs of saying, sources, media.
extern const unsigned char *const chancery_speech_tsv;
extern const size_t chancery_speech_tsv_length;

// The canned queries: name, SQL with its header, length in bytes.
struct chancery_file {
  const char *name;
  const unsigned char *bytes;
  size_t length;
};
extern const size_t chancery_queries_count;
/// The canned query at an index below the count, else NULL.
const struct chancery_file *chancery_query(size_t index);

// What Datasette shows of tables and views besides their comments in schema.sql.
extern const unsigned char *const chancery_tables_tsv;
extern const size_t chancery_tables_tsv_length;

#endif
