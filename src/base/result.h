// Result, TRY and MUST: failure is a value, and ignoring it does not compile.
#pragma once

#include <type_traits>
#include <utility>
#include <variant>

#include "base/assert.h"

namespace xiezhi::base {

struct Unit {};

/// A failure on its way out of a function; converts to any Result with that error type.
template <typename E>
struct Err {
  E value;
};
template <typename E>
Err(E) -> Err<E>;

/// Either a value or an error. Reading the wrong side is an assertion.
template <typename T, typename E>
class [[nodiscard]] Result {
 public:
  using Value = T;
  using Error = E;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Err<E> error) : state_(std::in_place_index<1>, std::move(error.value)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] const T& value() const& {
    VERIFY(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T& value() & {
    VERIFY(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& value() && {
    VERIFY(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  [[nodiscard]] const E& error() const& {
    VERIFY(!ok());
    return *std::get_if<1>(&state_);
  }
  [[nodiscard]] E&& error() && {
    VERIFY(!ok());
    return std::move(*std::get_if<1>(&state_));
  }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

 private:
  std::variant<T, E> state_;
};

}  // namespace xiezhi::base

/// Yields the value, or returns the error from the enclosing function.
#define TRY(...)                                                  \
  ({                                                              \
    auto&& try_result_ = (__VA_ARGS__);                           \
    if (!try_result_.ok()) [[unlikely]]                           \
      return ::xiezhi::base::Err{std::move(try_result_).error()}; \
    std::move(try_result_).value();                               \
  })

/// Yields the value of a result that cannot be an error here; an error is a bug.
#define MUST(...)                        \
  ({                                     \
    auto&& must_result_ = (__VA_ARGS__); \
    VERIFY(must_result_.ok());           \
    std::move(must_result_).value();     \
  })
