#include "CKernels.h"

// The features of a word lie all over tables of some megabytes. Each step below asks for what the next one reads, for all
// features at once, so that the processor waits for the slowest of them and not for each.

enum { most = 64 };

// Where the pair of a key is; NULL if the table does not have it. Looks from a slot on that is known to be filled.
static inline __attribute__((always_inline)) const uint32_t *find(const chancery_rows *table, uint32_t key, uint32_t slot) {
  for (;;) {
    uint64_t word = table->bits[slot >> 6], bit = (uint64_t)1 << (slot & 63);
    if (!(word & bit)) return NULL;
    const uint32_t *pair =
        table->pairs + 2 * (size_t)(table->ranks[slot >> 6] + (uint32_t)__builtin_popcountll(word & (bit - 1)));
    if (pair[0] == key) return pair;
    slot = (slot + 1) & table->mask;
  }
}

static inline __attribute__((always_inline)) void sum(const chancery_rows *table, const uint64_t *features, ptrdiff_t count, int32_t *sums) {
  const uint32_t *pairs[most];
  uint32_t keys[most], slots[most];
  for (ptrdiff_t index = 0; index < count; index++) {
    uint32_t word = ((uint32_t)(features[index] >> 1) & table->mask) >> 6;
    __builtin_prefetch(table->bits + word);
    __builtin_prefetch(table->ranks + word);
  }
  ptrdiff_t filled = 0;
  for (ptrdiff_t index = 0; index < count; index++) {
    uint32_t slot = (uint32_t)(features[index] >> 1) & table->mask;
    uint64_t word = table->bits[slot >> 6], bit = (uint64_t)1 << (slot & 63);
    pairs[filled] =
        table->pairs + 2 * (size_t)(table->ranks[slot >> 6] + (uint32_t)__builtin_popcountll(word & (bit - 1)));
    keys[filled] = (uint32_t)(features[index] >> 32) | 1;
    slots[filled] = slot;
    __builtin_prefetch(pairs[filled]);
    filled += (word & bit) != 0;
  }
  ptrdiff_t found = 0;
  for (ptrdiff_t index = 0; index < filled; index++) {
    const uint32_t *pair = pairs[index];
    if (pair[0] != keys[index]) pair = find(table, keys[index], (slots[index] + 1) & table->mask);
    if (pair == NULL) continue;
    slots[found] = pair[1];
    __builtin_prefetch(table->entries + 2 * (size_t)(pair[1] >> 8));
    found++;
  }
  for (ptrdiff_t index = 0; index < found; index++) {
    const uint8_t *entry = table->entries + 2 * (size_t)(slots[index] >> 8), *end = entry + 2 * (slots[index] & 0xFF);
    for (; entry < end; entry += 2) sums[entry[0]] += (int8_t)entry[1];
  }
}

static inline __attribute__((always_inline)) void add_rows(const chancery_rows *table, const uint64_t *features,
                                                           ptrdiff_t count, int32_t *sums) {
  for (ptrdiff_t from = 0; from < count; from += most)
    sum(table, features + from, count - from < most ? count - from : most, sums);
}

// Counting bits is one instruction on the processors of the last fifteen years.
#if defined(__x86_64__)
__attribute__((target("popcnt"))) static void add_rows_popcnt(const chancery_rows *table, const uint64_t *features,
                                                              ptrdiff_t count, int32_t *sums) {
  add_rows(table, features, count, sums);
}
#endif

void chancery_add_rows(const chancery_rows *table, const uint64_t *features, ptrdiff_t count, int32_t *sums) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("popcnt")) {
    add_rows_popcnt(table, features, count, sums);
    return;
  }
#endif
  add_rows(table, features, count, sums);
}
