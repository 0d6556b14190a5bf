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

// Four pairs from a place on: a bit for each that has the key.
static inline __attribute__((always_inline)) uint32_t among_four(const uint32_t *pairs, uint32_t key) {
  return (uint32_t)(pairs[0] == key) | (uint32_t)(pairs[2] == key) << 1 | (uint32_t)(pairs[4] == key) << 2 |
         (uint32_t)(pairs[6] == key) << 3;
}

// Adds up to four entries of a row. Those behind its end weigh nothing, which takes no branch that the processor would guess
// wrong: rows are of all lengths.
static inline __attribute__((always_inline)) void add_four(const uint8_t *entry, uint32_t count, int32_t *sums) {
  uint64_t four;
  __builtin_memcpy(&four, entry, sizeof four);
  four &= count < 4 ? ((uint64_t)1 << (16 * count)) - 1 : ~(uint64_t)0;
  sums[four & 0xFF] += (int8_t)(four >> 8);
  sums[four >> 16 & 0xFF] += (int8_t)(four >> 24);
  sums[four >> 32 & 0xFF] += (int8_t)(four >> 40);
  sums[four >> 48 & 0xFF] += (int8_t)(four >> 56);
}

static inline __attribute__((always_inline)) void sum(const chancery_rows *table, const uint64_t *features, ptrdiff_t count, int32_t *sums) {
  const uint32_t *pairs[most];
  uint32_t keys[most], slots[most], values[most], runs[most];
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
    // How many slots from here on are filled, up to the end of the word: their pairs lie one behind the other.
    uint64_t behind = ~(word >> (slot & 63));
    runs[filled] = behind ? (uint32_t)__builtin_ctzll(behind) : 64;
    __builtin_prefetch(pairs[filled]);
    filled += (word & bit) != 0;
  }
  ptrdiff_t found = 0;
  for (ptrdiff_t index = 0; index < filled; index++) {
    const uint32_t *pair = pairs[index];
    uint32_t key = keys[index], run = runs[index];
    uint32_t here = 0, value = 0;
    if (__builtin_expect(pair + 8 <= table->end, 1)) {
      here = among_four(pair, key) & (run < 4 ? (1u << run) - 1 : 15);
      value = pair[2 * (__builtin_ctz(here | 8) & 3) + 1] & -(uint32_t)(here != 0);
    } else {
      run = 64;
    }
    if (__builtin_expect(!here && (run > 4 || (slots[index] & 63) + run > 63), 0)) {
      pair = find(table, key, slots[index]);
      value = pair ? pair[1] : 0;
    }
    values[found] = value;
    __builtin_prefetch(table->entries + 2 * (size_t)(value >> 8));
    found += value != 0;
  }
  for (ptrdiff_t index = 0; index < found; index++) {
    const uint8_t *entry = table->entries + 2 * (size_t)(values[index] >> 8);
    uint32_t left = values[index] & 0xFF;
    if (__builtin_expect(entry + 2 * left + 8 > (const uint8_t *)table->end, 0)) {
      for (; left; entry += 2, left--) sums[entry[0]] += (int8_t)entry[1];
      continue;
    }
    add_four(entry, left, sums);
    while (left > 4) {
      entry += 8;
      left -= 4;
      add_four(entry, left, sums);
    }
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
