#include "CResources.h"

static const unsigned char bytes[] = {
#embed "models/meetings.model"
};

const unsigned char *const chancery_meetings_model = bytes;
const size_t chancery_meetings_model_length = sizeof bytes;
