#pragma once

// For kernel files, before anything of Highway: three levels are enough, what every processor has, AVX2, and AVX-512 with a
// population count. No guard: it holds nothing but macros.
#if defined(__x86_64__)
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3)
#define HWY_WANT_AVX3_DL 1
#else  // Vectors whose width is known only at run time do not fit what the kernels do.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#endif

// The name of the level that is being compiled.
#define VERTEBRA_LEVEL (HWY_TARGET == HWY_AVX3_DL ? "AVX-512" : HWY_TARGET == HWY_AVX2 ? "AVX2" : "portable")
