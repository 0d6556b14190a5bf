#pragma once
#include <stddef.h>
#include <stdint.h>

// Arithmetic of the parser's network, compiled for the plain processor and for one with AVX2, of which the one at hand is
// taken at run time. Both give the same bits: sums run in the same order, and nothing is fused.
// All widths and columns are multiples of 8; the pointers need no alignment.

/// output (rows x columns) = input (rows x inner) . weights (inner x columns) + start, where start is a row that is
/// the same for all rows, or NULL.
void chancery_multiply(const float *input, const float *weights, const float *start, float *output, ptrdiff_t rows,
                       ptrdiff_t inner, ptrdiff_t columns);

/// Numbers to integers: so many steps a unit, at most 2047 steps up and down.
void chancery_quantize(const float *input, float steps, int16_t *output, ptrdiff_t count);

/// A matrix (inner x columns, inner even) as `chancery_multiply_integers` reads it: integers of at most 4095, pairs of rows
/// side by side. Returns what one step of its integers stands for.
float chancery_pack(const float *weights, int16_t *output, ptrdiff_t inner, ptrdiff_t columns);

/// output = input (rows x inner, by `chancery_quantize`) . weights (by `chancery_pack`) * step + start, where start is a
/// row or NULL. No sum overflows while inner is at most 256.
void chancery_multiply_integers(const int16_t *input, const int16_t *weights, float step, const float *start,
                                float *output, ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns);

/// weights (inner x columns) += transposed input (inner x rows) . gradient (rows x columns).
void chancery_accumulate(const float *input, const float *gradient, float *weights, ptrdiff_t rows, ptrdiff_t inner,
                         ptrdiff_t columns);

/// One direction of a layer of gated units, in the order of the text (or against it): gates hold `stride` numbers a word,
/// of which candidate, forget and output gate of `units` each are replaced by their values; cells and output hold
/// 2 x units a word, of which `units` are filled in.
void chancery_recur(float *gates, ptrdiff_t stride, float *cells, float *output, ptrdiff_t count, ptrdiff_t units,
                    int backwards);

/// output = the sum of rows of so many columns, and 0 where it is less.
void chancery_rectified_sum(const float *const *rows, ptrdiff_t count, ptrdiff_t columns, float *output);

/// target += source * factor.
void chancery_add(const float *source, float factor, float *target, ptrdiff_t count);

/// One step of Adam (Kingma and Ba 2015) with decays 0.9 and 0.995; clears the gradients.
void chancery_adam(float *values, float *gradients, float *first, float *second, ptrdiff_t count, float rate,
                   float correction1, float correction2);

/// Weights of hashed features, as `SlotTable` and `SparseTable` lay them out; `mask` is the number of slots less one.
typedef struct {
  const uint64_t *bits;
  const uint32_t *ranks;
  const uint32_t *pairs;
  const uint8_t *entries;
  /// Behind the last entry.
  const uint32_t *end;
  /// The weights of each pair's row for all classes, `CHANCERY_DENSE_ROW` bytes, by `chancery_fill_dense`; NULL if there are
  /// more classes, and then the entries are added one by one.
  const int8_t *dense;
  uint32_t classes;
  uint32_t mask;
} chancery_rows;

#define CHANCERY_DENSE_ROW 32

/// Writes out the rows of so many pairs.
void chancery_fill_dense(const chancery_rows *table, ptrdiff_t count, int8_t *dense);

/// Adds the weights of the features, at most 255 of them, to the sums of the classes.
void chancery_add_rows(const chancery_rows *table, const uint64_t *features, ptrdiff_t count, int32_t *sums);
