#include "CResources.h"

// The knowledge that the rules of extraction lean on; see docs/rules.md for the columns of each file.

static const unsigned char countries[] = {
#embed "data/countries.tsv"
};
const unsigned char *const chancery_data_countries = countries;
const size_t chancery_data_countries_length = sizeof countries;

static const unsigned char cities[] = {
#embed "data/cities.tsv"
};
const unsigned char *const chancery_data_cities = cities;
const size_t chancery_data_cities_length = sizeof cities;

static const unsigned char seats[] = {
#embed "data/seats.tsv"
};
const unsigned char *const chancery_data_seats = seats;
const size_t chancery_data_seats_length = sizeof seats;

static const unsigned char bodies[] = {
#embed "data/bodies.tsv"
};
const unsigned char *const chancery_data_bodies = bodies;
const size_t chancery_data_bodies_length = sizeof bodies;

static const unsigned char offices[] = {
#embed "data/offices.tsv"
};
const unsigned char *const chancery_data_offices = offices;
const size_t chancery_data_offices_length = sizeof offices;

static const unsigned char portfolios[] = {
#embed "data/portfolios.tsv"
};
const unsigned char *const chancery_data_portfolios = portfolios;
const size_t chancery_data_portfolios_length = sizeof portfolios;

static const unsigned char honorifics[] = {
#embed "data/honorifics.tsv"
};
const unsigned char *const chancery_data_honorifics = honorifics;
const size_t chancery_data_honorifics_length = sizeof honorifics;

static const unsigned char topics[] = {
#embed "data/topics.tsv"
};
const unsigned char *const chancery_data_topics = topics;
const size_t chancery_data_topics_length = sizeof topics;

static const unsigned char groupings[] = {
#embed "data/groupings.tsv"
};
const unsigned char *const chancery_data_groupings = groupings;
const size_t chancery_data_groupings_length = sizeof groupings;

static const unsigned char groups[] = {
#embed "data/groups.tsv"
};
const unsigned char *const chancery_data_groups = groups;
const size_t chancery_data_groups_length = sizeof groups;

static const unsigned char venues[] = {
#embed "data/venues.tsv"
};
const unsigned char *const chancery_data_venues = venues;
const size_t chancery_data_venues_length = sizeof venues;

static const unsigned char given[] = {
#embed "data/given.tsv"
};
const unsigned char *const chancery_data_given = given;
const size_t chancery_data_given_length = sizeof given;

static const unsigned char combining[] = {
#embed "data/combining.tsv"
};
const unsigned char *const chancery_data_combining = combining;
const size_t chancery_data_combining_length = sizeof combining;

static const unsigned char stopnames[] = {
#embed "data/stopnames.tsv"
};
const unsigned char *const chancery_data_stopnames = stopnames;
const size_t chancery_data_stopnames_length = sizeof stopnames;

static const unsigned char words[] = {
#embed "data/words.tsv"
};
const unsigned char *const chancery_data_words = words;
const size_t chancery_data_words_length = sizeof words;

static const unsigned char meeting_verbs[] = {
#embed "data/meeting-verbs.tsv"
};
const unsigned char *const chancery_data_meeting_verbs = meeting_verbs;
const size_t chancery_data_meeting_verbs_length = sizeof meeting_verbs;

static const unsigned char meeting_nouns[] = {
#embed "data/meeting-nouns.tsv"
};
const unsigned char *const chancery_data_meeting_nouns = meeting_nouns;
const size_t chancery_data_meeting_nouns_length = sizeof meeting_nouns;
