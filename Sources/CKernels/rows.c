#include "CKernels.h"

// The features of a word lie all over tables of some megabytes. Each step below asks for what the next one reads, for all
// features at once, so that the processor waits for the slowest of them and not for each.

enum { most = 64, row_size = CHANCERY_DENSE_ROW };

typedef int8_t bytes __attribute__((vector_size(16)));
typedef int16_t sixteen __attribute__((vector_size(32)));

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

// Four pairs from a place on: a bit for each that has the key.
static inline __attribute__((always_inline)) uint32_t among_four(const uint32_t *pairs, uint32_t key) {
  return (uint32_t)(pairs[0] == key) | (uint32_t)(pairs[2] == key) << 1 | (uint32_t)(pairs[4] == key) << 2 |
         (uint32_t)(pairs[6] == key) << 3;
}

// Finds the pairs of features, into `found`; returns how many there are. There are no branches that the processor would guess
// wrong: whether a slot is filled and where its key lies is as good as random.
static inline __attribute__((always_inline)) ptrdiff_t locate(const chancery_rows *table, const uint64_t *features,
                                                              ptrdiff_t count, const uint32_t **found) {
  const uint32_t *pairs[most];
  uint32_t keys[most], slots[most], runs[most];
  ptrdiff_t filled = 0;
  for (ptrdiff_t index = 0; index < count; index++) {
    uint32_t slot = (uint32_t)(features[index] >> 1) & table->mask;
    uint64_t word = table->bits[slot >> 6], bit = (uint64_t)1 << (slot & 63);
    pairs[filled] =
        table->pairs + 2 * (size_t)(table->ranks[slot >> 6] + (uint32_t)__builtin_popcountll(word & (bit - 1)));
    keys[filled] = (uint32_t)(features[index] >> 32) | 1;
    slots[filled] = slot;
    // How many slots from here on are filled, up to the end of the word: their pairs lie one behind the other.
    uint64_t behind = ~(word >> (slot & 63));
    runs[filled] = behind ? (uint32_t)__builtin_ctzll(behind) : 64;
    __builtin_prefetch(pairs[filled]);
    filled += (word & bit) != 0;
  }
  ptrdiff_t there = 0;
  for (ptrdiff_t index = 0; index < filled; index++) {
    const uint32_t *pair = pairs[index];
    uint32_t run = runs[index], here = 0;
    if (__builtin_expect(pair + 8 <= table->end, 1))
      here = among_four(pair, keys[index]) & (run < 4 ? (1u << run) - 1 : 15);
    else
      run = 64;
    pair += 2 * (__builtin_ctz(here | 8) & 3);
    if (__builtin_expect(!here && (run > 4 || (slots[index] & 63) + run > 63), 0)) {
      const uint32_t *far = find(table, keys[index], slots[index]);
      if (far == NULL) continue;
      pair = far;
      here = 1;
    }
    found[there] = pair;
    if (table->dense)
      __builtin_prefetch(table->dense + row_size * (size_t)((pair - table->pairs) / 2));
    else
      __builtin_prefetch(table->entries + 2 * (size_t)(pair[1] >> 8));
    there += here != 0;
  }
  return there;
}

static inline __attribute__((always_inline)) void sum(const chancery_rows *table, const uint64_t *features,
                                                      ptrdiff_t count, int32_t *sums) {
  const uint32_t *found[most];
  ptrdiff_t there = locate(table, features, count, found);
  if (table->dense) {
    sixteen low = {0}, high = {0};
    for (ptrdiff_t index = 0; index < there; index++) {
      const int8_t *row = table->dense + row_size * (size_t)((found[index] - table->pairs) / 2);
      bytes weights;
      __builtin_memcpy(&weights, row, sizeof weights);
      low += __builtin_convertvector(weights, sixteen);
      __builtin_memcpy(&weights, row + 16, sizeof weights);
      high += __builtin_convertvector(weights, sixteen);
    }
    int16_t both[row_size];
    __builtin_memcpy(both, &low, sizeof low);
    __builtin_memcpy(both + 16, &high, sizeof high);
    for (uint32_t index = 0; index < table->classes; index++) sums[index] += both[index];
    return;
  }
  for (ptrdiff_t index = 0; index < there; index++) {
    const uint8_t *entry = table->entries + 2 * (size_t)(found[index][1] >> 8), *end = entry + 2 * (found[index][1] & 0xFF);
    for (; entry < end; entry += 2) sums[entry[0]] += (int8_t)entry[1];
  }
}

static inline __attribute__((always_inline)) void add_rows(const chancery_rows *table, const uint64_t *features,
                                                           ptrdiff_t count, int32_t *sums) {
  for (ptrdiff_t from = 0; from < count; from += most)
    sum(table, features + from, count - from < most ? count - from : most, sums);
}

void chancery_fill_dense(const chancery_rows *table, ptrdiff_t count, int8_t *dense) {
  __builtin_memset(dense, 0, (size_t)count * row_size);
  for (ptrdiff_t index = 0; index < count; index++) {
    uint32_t value = table->pairs[2 * index + 1];
    const uint8_t *entry = table->entries + 2 * (size_t)(value >> 8), *end = entry + 2 * (value & 0xFF);
    for (; entry < end; entry += 2)
      if (entry[0] < row_size) dense[row_size * index + entry[0]] += (int8_t)entry[1];
  }
}

// Counting bits is one instruction on the processors of the last fifteen years.
#if defined(__x86_64__)
__attribute__((target("avx2,bmi,bmi2,popcnt"))) static void add_rows_avx2(const chancery_rows *table,
                                                                          const uint64_t *features, ptrdiff_t count,
                                                                          int32_t *sums) {
  add_rows(table, features, count, sums);
}

__attribute__((target("popcnt"))) static void add_rows_popcnt(const chancery_rows *table, const uint64_t *features,
                                                              ptrdiff_t count, int32_t *sums) {
  add_rows(table, features, count, sums);
}
#endif

void chancery_add_rows(const chancery_rows *table, const uint64_t *features, ptrdiff_t count, int32_t *sums) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
    add_rows_avx2(table, features, count, sums);
    return;
  }
  if (__builtin_cpu_supports("popcnt")) {
    add_rows_popcnt(table, features, count, sums);
    return;
  }
#endif
  add_rows(table, features, count, sums);
}
