// The words of date expressions; CResources.h says how resources are laid out.
#ifndef CHANCERY_CRESOURCES_DATES_H
#define CHANCERY_CRESOURCES_DATES_H

#include <stddef.h>

extern const unsigned char *const chancery_dates_tsv;
extern const size_t chancery_dates_tsv_length;

#endif
