// Everything a rule may look at besides the state it guards. Time, actor, law and randomness are arguments, never
// fetched.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "core/calendar/calendar.h"
#include "core/law/pack.h"

namespace xiezhi::core::engine {
class World;
}

namespace xiezhi::core::rule {

struct Context {
  base::Instant now;          ///< the server's clock: when the act is recorded
  base::Instant occurred_at;  ///< when the step was done; procedure law of that day applies
  std::string actor;          ///< officer id
  std::string stream;         ///< the stream acted on
  const law::Pack* pack = nullptr;
  const engine::World* world = nullptr;                              ///< the other streams, as read under lock
  const std::map<std::string, std::string>* acknowledged = nullptr;  ///< advice code → reason; may be null
  std::string_view focus;                                            ///< `next` only: the party asked about
  std::string_view skip_guard;  ///< set by mutation tests alone: this guard does not look

  [[nodiscard]] base::Date today() const { return occurred_at.date(); }
  /// Value of a figure in force on the day of the step for a division.
  [[nodiscard]] std::int64_t figure(std::string_view key, std::string_view division) const {
    return pack->value(key, today(), division);
  }
  /// The term that a figure gives, as the law of the day of its start has it: its unit and its rule of holidays are
  /// data.
  [[nodiscard]] calendar::Term term(std::string_view key, base::Instant start, std::string_view division) const {
    return pack->term(key, start, division);
  }
};

}  // namespace xiezhi::core::rule
