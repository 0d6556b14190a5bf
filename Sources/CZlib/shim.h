#ifndef CHANCERY_CZLIB_SHIM_H
#define CHANCERY_CZLIB_SHIM_H

#if !__has_include(<zlib.h>)
#error "zlib.h not found: apt-get install zlib1g-dev (or run scripts/install-packages)"
#endif
#include <zlib.h>

// inflateInit2 is a macro. 15 + 16: the largest window, gzip headers only.
static inline int chancery_inflate_init(z_streamp stream) { return inflateInit2(stream, 15 + 16); }

#endif
