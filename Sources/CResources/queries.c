#include "CResources.h"

// The canned queries, in the order in which they are listed; docs/queries.md tells how one is written.

static const unsigned char who_met_whom[] = {
#embed "queries/who-met-whom.sql"
};

static const unsigned char calendar[] = {
#embed "queries/calendar.sql"
};

static const unsigned char counterparts[] = {
#embed "queries/counterparts.sql"
};

static const unsigned char country_network[] = {
#embed "queries/country-network.sql"
};

static const unsigned char between_countries[] = {
#embed "queries/between-countries.sql"
};

static const unsigned char most_active_pairs[] = {
#embed "queries/most-active-pairs.sql"
};

static const unsigned char most_active_people[] = {
#embed "queries/most-active-people.sql"
};

static const unsigned char meetings_by_month[] = {
#embed "queries/meetings-by-month.sql"
};

static const unsigned char meetings_in_place[] = {
#embed "queries/meetings-in-place.sql"
};

static const unsigned char meetings_on_topic[] = {
#embed "queries/meetings-on-topic.sql"
};

static const unsigned char meetings_without_date[] = {
#embed "queries/meetings-without-date.sql"
};

static const unsigned char planned_meetings[] = {
#embed "queries/planned-meetings.sql"
};

static const unsigned char cancelled_meetings[] = {
#embed "queries/cancelled-meetings.sql"
};

static const unsigned char calls[] = {
#embed "queries/calls.sql"
};

static const unsigned char entourage[] = {
#embed "queries/entourage.sql"
};

static const unsigned char mediators[] = {
#embed "queries/mediators.sql"
};

static const unsigned char visits_abroad[] = {
#embed "queries/visits-abroad.sql"
};

static const unsigned char visitors[] = {
#embed "queries/visitors.sql"
};

static const unsigned char agreements_by_country_and_year[] = {
#embed "queries/agreements-by-country-and-year.sql"
};

static const unsigned char agreements_of[] = {
#embed "queries/agreements-of.sql"
};

static const unsigned char agreements_between[] = {
#embed "queries/agreements-between.sql"
};

static const unsigned char agreements_on[] = {
#embed "queries/agreements-on.sql"
};

static const unsigned char open_agreements[] = {
#embed "queries/open-agreements.sql"
};

static const unsigned char statements_of[] = {
#embed "queries/statements-of.sql"
};

static const unsigned char statements_on[] = {
#embed "queries/statements-on.sql"
};

static const unsigned char who_spoke_about[] = {
#embed "queries/who-spoke-about.sql"
};

static const unsigned char statements_by_medium[] = {
#embed "queries/statements-by-medium.sql"
};

static const unsigned char contradictions[] = {
#embed "queries/contradictions.sql"
};

static const unsigned char sources_by_outlet[] = {
#embed "queries/sources-by-outlet.sql"
};

static const unsigned char articles_without_finds[] = {
#embed "queries/articles-without-finds.sql"
};

static const unsigned char best_sourced_meetings[] = {
#embed "queries/best-sourced-meetings.sql"
};

static const unsigned char evidence_of_article[] = {
#embed "queries/evidence-of-article.sql"
};

static const unsigned char names_of[] = {
#embed "queries/names-of.sql"
};

static const unsigned char roles_of[] = {
#embed "queries/roles-of.sql"
};

static const unsigned char doubtful_pairs[] = {
#embed "queries/doubtful-pairs.sql"
};

static const unsigned char timeline[] = {
#embed "queries/timeline.sql"
};

static const struct chancery_file queries[] = {
    {"who-met-whom", who_met_whom, sizeof who_met_whom},
    {"calendar", calendar, sizeof calendar},
    {"counterparts", counterparts, sizeof counterparts},
    {"country-network", country_network, sizeof country_network},
    {"between-countries", between_countries, sizeof between_countries},
    {"most-active-pairs", most_active_pairs, sizeof most_active_pairs},
    {"most-active-people", most_active_people, sizeof most_active_people},
    {"meetings-by-month", meetings_by_month, sizeof meetings_by_month},
    {"meetings-in-place", meetings_in_place, sizeof meetings_in_place},
    {"meetings-on-topic", meetings_on_topic, sizeof meetings_on_topic},
    {"meetings-without-date", meetings_without_date, sizeof meetings_without_date},
    {"planned-meetings", planned_meetings, sizeof planned_meetings},
    {"cancelled-meetings", cancelled_meetings, sizeof cancelled_meetings},
    {"calls", calls, sizeof calls},
    {"entourage", entourage, sizeof entourage},
    {"mediators", mediators, sizeof mediators},
    {"visits-abroad", visits_abroad, sizeof visits_abroad},
    {"visitors", visitors, sizeof visitors},
    {"agreements-by-country-and-year", agreements_by_country_and_year, sizeof agreements_by_country_and_year},
    {"agreements-of", agreements_of, sizeof agreements_of},
    {"agreements-between", agreements_between, sizeof agreements_between},
    {"agreements-on", agreements_on, sizeof agreements_on},
    {"open-agreements", open_agreements, sizeof open_agreements},
    {"statements-of", statements_of, sizeof statements_of},
    {"statements-on", statements_on, sizeof statements_on},
    {"who-spoke-about", who_spoke_about, sizeof who_spoke_about},
    {"statements-by-medium", statements_by_medium, sizeof statements_by_medium},
    {"contradictions", contradictions, sizeof contradictions},
    {"sources-by-outlet", sources_by_outlet, sizeof sources_by_outlet},
    {"articles-without-finds", articles_without_finds, sizeof articles_without_finds},
    {"best-sourced-meetings", best_sourced_meetings, sizeof best_sourced_meetings},
    {"evidence-of-article", evidence_of_article, sizeof evidence_of_article},
    {"names-of", names_of, sizeof names_of},
    {"roles-of", roles_of, sizeof roles_of},
    {"doubtful-pairs", doubtful_pairs, sizeof doubtful_pairs},
    {"timeline", timeline, sizeof timeline},
};
const size_t chancery_queries_count = sizeof queries / sizeof *queries;

const struct chancery_file *chancery_query(size_t index) {
  return index < chancery_queries_count ? &queries[index] : NULL;
}

static const unsigned char tables[] = {
#embed "queries/tables.tsv"
};
const unsigned char *const chancery_tables_tsv = tables;
const size_t chancery_tables_tsv_length = sizeof tables;
