// How a command is declared: its guards and what it yields stand beside each other, found by the command's type.
#pragma once

#include <span>

#include "core/rule/decision.h"
#include "core/rule/guard.h"

/// Declares the two functions that make a command: its guards in order of precedence, and the events of its success.
#define XIEZHI_COMMAND(Command)                                                                                 \
  std::span<const ::xiezhi::core::rule::Guard<Command::State, Command>> guards_of(const Command*);              \
  void apply(const Command::State& state, const Command& command, const ::xiezhi::core::rule::Context& context, \
             ::xiezhi::core::rule::Outcome& out)

/// Defines the guards of a command, in order of precedence.
#define XIEZHI_GUARDS(Command, ...)                                                                  \
  std::span<const ::xiezhi::core::rule::Guard<Command::State, Command>> guards_of(const Command*) {  \
    static constexpr ::xiezhi::core::rule::Guard<Command::State, Command> kGuards[] = {__VA_ARGS__}; \
    return kGuards;                                                                                  \
  }                                                                                                  \
  static_assert(true)

namespace xiezhi::core::rule {

/// What an event carries besides its payload.
struct Meta {
  base::Instant occurred_at;
  std::string actor;
  std::int64_t version = 0;
};

/// An advice was passed, with the reason given. Changes no state; stands in the stream it concerns.
struct AdvicePassed {
  static constexpr std::string_view kType = "advice_passed.1";
  std::string code;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AdvicePassed, (), (code, reason))

}  // namespace xiezhi::core::rule
