// Assertions that stay on in every build. A failed assertion is a bug, never a condition of the world.
#pragma once

namespace xiezhi::base {

/// Native: prints the place and aborts. WebAssembly: traps, so that the module needs no import.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace xiezhi::base

#define VERIFY(condition)                                                       \
  do {                                                                          \
    if (!(condition)) [[unlikely]]                                              \
      ::xiezhi::base::assertion_failed(#condition, XIEZHI_FILE_NAME, __LINE__); \
  } while (false)

#define VERIFY_NOT_REACHED() ::xiezhi::base::assertion_failed("not reached", XIEZHI_FILE_NAME, __LINE__)

#ifdef __FILE_NAME__
#define XIEZHI_FILE_NAME __FILE_NAME__
#else
#define XIEZHI_FILE_NAME __FILE__
#endif
