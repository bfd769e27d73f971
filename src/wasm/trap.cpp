// The ways a C++ library gives up, each made a trap. The library's own versions print first, and printing is an import.
#include <__verbose_abort>

void std::__libcpp_verbose_abort(const char*, ...) { __builtin_trap(); }

extern "C" [[noreturn]] void abort() { __builtin_trap(); }

// Division of 128 bits comes from the compiler's own library, which Debian builds with a stack protector.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the names are the compiler's
extern "C" {
extern const unsigned long __stack_chk_guard;
const unsigned long __stack_chk_guard = 0x9E3779B9;
[[noreturn]] void __stack_chk_fail() { __builtin_trap(); }
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)
