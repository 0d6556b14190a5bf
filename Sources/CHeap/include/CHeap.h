#pragma once

/// Sets the allocator up for a run of milliseconds: what it will need is taken from the kernel in huge pages (as far as
/// transparent_hugepage is `madvise` or `always`), and what is freed is kept. A question touches a thousand small pages
/// otherwise, at one and a half microseconds each. To be called before there is a second thread.
void chancery_heap_for_short_run(void);
