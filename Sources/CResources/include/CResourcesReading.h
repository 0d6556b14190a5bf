// What Reading knows of the layout of pages (Sources/CResources/reading).
#ifndef CHANCERY_CRESOURCES_READING_H
#define CHANCERY_CRESOURCES_READING_H

#include <stddef.h>

extern const unsigned char *const chancery_reading_pages;
extern const size_t chancery_reading_pages_length;

#endif
