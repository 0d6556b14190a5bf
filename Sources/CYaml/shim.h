#ifndef CHANCERY_CYAML_SHIM_H
#define CHANCERY_CYAML_SHIM_H

#if !__has_include(<yaml.h>)
#error "yaml.h not found: apt-get install libyaml-dev (or run scripts/install-packages)"
#endif
#include <yaml.h>

#endif
