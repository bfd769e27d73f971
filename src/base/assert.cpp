#include "base/assert.h"

#ifndef __wasm__
#include <cstdio>
#include <cstdlib>
#endif

namespace xiezhi::base {

void assertion_failed([[maybe_unused]] const char* condition, [[maybe_unused]] const char* file,
                      [[maybe_unused]] int line) {
#ifdef __wasm__
  __builtin_trap();
#else
  std::fprintf(stderr, "xiezhi: assertion failed: %s (%s:%d)\n", condition, file, line);
  std::abort();
#endif
}

}  // namespace xiezhi::base
