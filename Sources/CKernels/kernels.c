#include "CKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Nothing is fused, so that every machine gets the same trees.
#pragma STDC FP_CONTRACT OFF

typedef float vector __attribute__((vector_size(32)));
typedef int mask __attribute__((vector_size(32)));
typedef int32_t eight __attribute__((vector_size(32)));
typedef int16_t half __attribute__((vector_size(16)));
typedef float unaligned __attribute__((vector_size(32), aligned(4)));

#define load(place) (*(const unaligned *)(place))
#define store(place, value) (*(unaligned *)(place) = (value))
// The numbers of one vector where the mask is set, of another elsewhere.
#define pick(where, one, other) ((vector)(((where) & (mask)(one)) | (~(where) & (mask)(other))))

// Vectors stay within inlined functions, so that how they would be passed does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

// Eight sums of the products of two integers each: those of `pair` with eight pairs of weights.
#if defined(__x86_64__)
static inline __attribute__((always_inline)) eight dot_plain(const int16_t *weights, int32_t pair) {
  __m128i shared = _mm_set1_epi32(pair);
  union {
    __m128i parts[2];
    eight all;
  } sums;
  sums.parts[0] = _mm_madd_epi16(_mm_loadu_si128((const __m128i *)weights), shared);
  sums.parts[1] = _mm_madd_epi16(_mm_loadu_si128((const __m128i *)(weights + 8)), shared);
  return sums.all;
}

static inline __attribute__((always_inline, target("avx2"))) eight dot_avx2(const int16_t *weights, int32_t pair) {
  return (eight)_mm256_madd_epi16(_mm256_loadu_si256((const __m256i *)weights), _mm256_set1_epi32(pair));
}
#else
static inline __attribute__((always_inline)) eight dot_plain(const int16_t *weights, int32_t pair) {
  int16_t two[2];
  __builtin_memcpy(two, &pair, 4);
  eight sums;
  for (int column = 0; column < 8; column++)
    sums[column] = weights[2 * column] * two[0] + weights[2 * column + 1] * two[1];
  return sums;
}
#endif

#define SUFFIX _plain
#include "kernels.inc"
#undef SUFFIX

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define SUFFIX _avx2
#include "kernels.inc"
#undef SUFFIX
#pragma clang attribute pop

#define CHOOSE(name, ...)                                                                                             \
  do {                                                                                                                \
    if (__builtin_cpu_supports("avx2"))                                                                               \
      name##_avx2(__VA_ARGS__);                                                                                       \
    else                                                                                                              \
      name##_plain(__VA_ARGS__);                                                                                      \
  } while (0)
#else
#define CHOOSE(name, ...) name##_plain(__VA_ARGS__)
#endif

void chancery_multiply(const float *input, const float *weights, const float *start, float *output, ptrdiff_t rows,
                       ptrdiff_t inner, ptrdiff_t columns) {
  CHOOSE(multiply, input, weights, start, output, rows, inner, columns);
}

void chancery_quantize(const float *input, float steps, int16_t *output, ptrdiff_t count) {
  CHOOSE(quantize, input, steps, output, count);
}

float chancery_pack(const float *weights, int16_t *output, ptrdiff_t inner, ptrdiff_t columns) {
  float largest = 1e-6f;
  for (ptrdiff_t index = 0; index < inner * columns; index++) {
    float size = __builtin_fabsf(weights[index]);
    if (size > largest) largest = size;
  }
  for (ptrdiff_t row = 0; row < inner; row++)
    for (ptrdiff_t column = 0; column < columns; column++) {
      float value = weights[row * columns + column] / largest * 4095.0f;
      output[(row / 2 * columns + column) * 2 + row % 2] = (int16_t)((int)(value + 8192.5f) - 8192);
    }
  return largest / 4095.0f;
}

void chancery_multiply_integers(const int16_t *input, const int16_t *weights, float step, const float *start,
                                float *output, ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns) {
  CHOOSE(multiply_integers, input, weights, step, start, output, rows, inner, columns);
}

void chancery_accumulate(const float *input, const float *gradient, float *weights, ptrdiff_t rows, ptrdiff_t inner,
                         ptrdiff_t columns) {
  CHOOSE(accumulate, input, gradient, weights, rows, inner, columns);
}

void chancery_recur(float *gates, ptrdiff_t stride, float *cells, float *output, ptrdiff_t count, ptrdiff_t units,
                    int backwards) {
  CHOOSE(recur, gates, stride, cells, output, count, units, backwards);
}

void chancery_rectified_sum(const float *const *rows, ptrdiff_t count, ptrdiff_t columns, float *output) {
  CHOOSE(rectified_sum, rows, count, columns, output);
}

void chancery_add(const float *source, float factor, float *target, ptrdiff_t count) {
  CHOOSE(add, source, factor, target, count);
}

void chancery_adam(float *values, float *gradients, float *first, float *second, ptrdiff_t count, float rate,
                   float correction1, float correction2) {
  CHOOSE(adam, values, gradients, first, second, count, rate, correction1, correction2);
}
