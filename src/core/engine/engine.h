// The pure machine: decide, evolve, next. The same in the server, on the handheld and in the browser.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/engine/world.h"
#include "core/law/pack.h"
#include "core/rule/command.h"
#include "core/rule/refusal.h"

namespace xiezhi::core::engine {

/// Version of the rules, as an entry names it.
inline constexpr std::string_view kCoreVersion = "1";

/// A command with everything it is decided on, besides the streams.
struct Input {
  std::string command;  ///< name, for example "RecordFinding"
  std::string stream;
  std::string actor;  ///< officer id
  base::Instant now;
  base::Instant occurred_at;
  std::map<std::string, std::string> acknowledged;  ///< advice code → reason
  std::vector<std::string> salts;                   ///< 16 bytes each, rule::kSaltsPerCommand of them
  base::Json payload;
  std::string skip_guard;  ///< mutation tests alone
};

/// Exactly one of: malformed, missing streams to load, refusals, or events.
struct Answer {
  std::optional<base::JsonError> malformed;
  std::vector<std::string> missing;
  rule::Refusals refusals;
  std::vector<rule::Emitted> events;
  std::vector<journal::PrivateValue> private_values;

  [[nodiscard]] bool accepted() const { return !malformed && missing.empty() && refusals.empty(); }
};

/// Decides a command. When `missing` is not empty the caller loads those streams into the world and asks again.
Answer decide(const World& world, const Input& input, const law::Pack& pack);

/// Folds one event into its stream's aggregate. An unknown type or payload is a damaged journal.
base::Result<base::Unit, base::JsonError> evolve(Aggregate& aggregate, std::string_view type, const base::Json& payload,
                                                 const rule::Meta& meta);

/// One command of a stream's kind: lawful now when `refusals` is empty; advices do not make it unlawful.
struct Step {
  std::string command;
  bool lawful = false;
  rule::Refusals refusals;
};
BOOST_DESCRIBE_STRUCT(Step, (), (command, lawful, refusals))

struct Next {
  std::vector<std::string> missing;
  std::vector<Step> steps;
};

/// What the actor may do on a stream now. `focus` is the party asked about in a case with several.
Next next(const World& world, const std::string& stream, const std::string& actor, base::Instant now,
          std::string_view focus, const law::Pack& pack);

/// Whether the core knows the command.
bool known_command(std::string_view name);
/// "inspection" for "RecordFinding"; "" for an unknown command.
std::string_view stream_kind_of(std::string_view command);

/// Canonical JSON of an aggregate's state, and its SHA-256 in hex.
std::string state_json(const Aggregate& aggregate);
std::string state_hash(const Aggregate& aggregate);

/// The division an aggregate belongs to, and the body in whose name acts on it are done ("" where there is none).
std::string division_of(const World& world, const Aggregate& aggregate);
std::string body_of(const Aggregate& aggregate);

/// One guard of one command, as `xiezhi law guards` lists it.
struct GuardInfo {
  std::string code;
  std::string severity;
  std::string command;
  std::vector<law::Citation> articles;
};
BOOST_DESCRIBE_STRUCT(GuardInfo, (), (code, severity, command, articles))

std::vector<GuardInfo> list_guards();

}  // namespace xiezhi::core::engine
