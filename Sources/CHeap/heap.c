#define _GNU_SOURCE
#include "CHeap.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

void chancery_heap_for_short_run(void) {
  const size_t page = 2 << 20, room = 3 * page;
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, (int)room);
  mallopt(M_TRIM_THRESHOLD, INT32_MAX);
  mallopt(M_MMAP_THRESHOLD, (int)room);
  // The heap grows by that room at once, behind what it holds.
  const uintptr_t before = (uintptr_t)sbrk(0);
  void *volatile first = malloc(1 << 19);
  free(first);
  const uintptr_t after = (uintptr_t)sbrk(0);
  const uintptr_t start = (before + page - 1) & ~(page - 1), end = after & ~(page - 1);
  if (start >= end) return;
  madvise((void *)start, end - start, MADV_HUGEPAGE);
  // What lies before the first large page would be had small page by small page: it is taken and never touched.
  const uintptr_t top = (uintptr_t)first, header = 2 * sizeof(size_t);
  if (top + 4 * header < start) {
    void *volatile gap = malloc(start - top - header);
    (void)gap;
  }
}
