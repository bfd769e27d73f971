// What an accepted command yields: events for one or more streams, and the private values they commit to.
#pragma once

#include <string>
#include <vector>

#include "base/codec.h"
#include "core/journal/entry.h"

namespace xiezhi::core::rule {

/// Personal data on its way in. In an event it stands as a commitment only.
struct Personal {
  std::string value;
};

/// SHA-256(salt ‖ value), hex; "" for a value that was not given.
struct Commitment {
  std::string hex;
  bool operator==(const Commitment&) const = default;
};

struct Emitted {
  std::string stream;
  std::string type;
  std::string payload;  ///< canonical JSON
};
BOOST_DESCRIBE_STRUCT(Emitted, (), (stream, type, payload))

/// Collects the outcome of a command while it is decided.
class Outcome {
 public:
  /// `salts` are fresh 16-byte values, one for each personal datum that the command may carry.
  Outcome(std::string stream, std::vector<std::string> salts) : stream_(std::move(stream)), salts_(std::move(salts)) {}

  template <typename Event>
  void emit(const Event& event) {
    emit_to(stream_, event);
  }
  template <typename Event>
  void emit_to(const std::string& stream, const Event& event) {
    events.push_back({stream, std::string(Event::kType), base::to_json(event)});
  }
  /// Commits to a personal value and keeps it apart; an empty value stays empty. Running out of salts is a bug.
  Commitment commit(const Personal& personal);

  std::vector<Emitted> events;
  std::vector<journal::PrivateValue> private_values;

 private:
  std::string stream_;
  std::vector<std::string> salts_;
};

/// Salts that a caller must provide for one command.
inline constexpr std::size_t kSaltsPerCommand = 32;

}  // namespace xiezhi::core::rule

template <>
struct xiezhi::base::CustomCodec<xiezhi::core::rule::Personal> {
  static constexpr bool kDefined = true;
  static void write(std::string& out, const core::rule::Personal& value) { append_json_string(out, value.value); }
  static bool read(const Json& json, const Place& place, core::rule::Personal& out, JsonError& problem) {
    return read_string(json, place, out.value, problem);
  }
};

template <>
struct xiezhi::base::CustomCodec<xiezhi::core::rule::Commitment> {
  static constexpr bool kDefined = true;
  static void write(std::string& out, const core::rule::Commitment& value) { append_json_string(out, value.hex); }
  static bool read(const Json& json, const Place& place, core::rule::Commitment& out, JsonError& problem) {
    return read_string(json, place, out.hex, problem);
  }
};
