#ifndef CHANCERY_CZSTD_SHIM_H
#define CHANCERY_CZSTD_SHIM_H

#if !__has_include(<zstd.h>)
#error "zstd.h not found: apt-get install libzstd-dev (or run scripts/install-packages)"
#endif
#include <zstd.h>

#endif
