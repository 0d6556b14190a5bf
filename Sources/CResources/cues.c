#include "CResources.h"

static const unsigned char bytes[] = {
#embed "data/meeting-cues.tsv"
};

const unsigned char *const chancery_meeting_cues = bytes;
const size_t chancery_meeting_cues_length = sizeof bytes;

static const unsigned char leaders[] = {
#embed "data/leaders.tsv"
};

const unsigned char *const chancery_leaders = leaders;
const size_t chancery_leaders_length = sizeof leaders;
