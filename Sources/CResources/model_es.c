#include "CResources.h"

// Aligned, because the tables in it are read where they lie.
_Alignas(16) static const unsigned char bytes[] = {
#embed "models/es.model"
};

const unsigned char *const chancery_model_es = bytes;
const size_t chancery_model_es_length = sizeof bytes;
