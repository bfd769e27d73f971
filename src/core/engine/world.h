// The streams a decision looks at. A stream that was not loaded is remembered as missing, so the shell loads it and
// asks again; what was consulted is what the entry's based_on names.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/benchmark/state.h"
#include "core/casefile/state.h"
#include "core/dossier/enterprise.h"
#include "core/inspection/state.h"
#include "core/journal/entry.h"
#include "core/org/org.h"
#include "core/regulation/state.h"

namespace xiezhi::core::engine {

using Aggregate = std::variant<org::Body, org::Officer, dossier::Enterprise, inspection::Inspection, casefile::CaseFile,
                               benchmark::Series, regulation::Regulation>;

/// "inspection" of "inspection/0197…"; "" when the name has no slash.
std::string_view kind_of(std::string_view stream);
/// "0197…" of "inspection/0197…".
std::string id_of(std::string_view stream);
/// An empty aggregate of the stream's kind; nothing for an unknown kind.
std::optional<Aggregate> empty_aggregate(std::string_view stream);

struct Loaded {
  std::int64_t version = 0;  ///< 0: the stream has no entries
  std::shared_ptr<const Aggregate> state;
};

class World {
 public:
  void put(const std::string& stream, Loaded loaded) { streams_[stream] = std::move(loaded); }
  [[nodiscard]] const Loaded* find(std::string_view stream) const;

  // Each getter returns null for a stream without entries, and for one not loaded, which it notes as missing.
  const org::Body* body(std::string_view id) const { return get<org::Body>("body", id); }
  const org::Officer* officer(std::string_view id) const { return get<org::Officer>("officer", id); }
  const dossier::Enterprise* enterprise(std::string_view id) const {
    return get<dossier::Enterprise>("enterprise", id);
  }
  const inspection::Inspection* inspection(std::string_view id) const {
    return get<inspection::Inspection>("inspection", id);
  }
  const casefile::CaseFile* casefile(std::string_view id) const { return get<casefile::CaseFile>("case", id); }
  /// The state of the stream acted on; notes it as missing when not loaded.
  const Loaded* target(const std::string& stream) const;

  /// Streams asked for and not loaded, sorted.
  [[nodiscard]] std::vector<std::string> missing() const { return {missing_.begin(), missing_.end()}; }
  void forget_missing() { missing_.clear(); }
  /// Streams looked at, with their versions, sorted by name.
  [[nodiscard]] std::vector<journal::StreamVersion> consulted() const;

 private:
  template <typename State>
  const State* get(std::string_view kind, std::string_view id) const {
    const Loaded* loaded = target(std::string(kind) + "/" + std::string(id));
    if (loaded == nullptr || loaded->version == 0) return nullptr;
    return std::get_if<State>(loaded->state.get());
  }

  std::map<std::string, Loaded, std::less<>> streams_;
  mutable std::set<std::string> missing_;
  mutable std::set<std::string> consulted_;
};

}  // namespace xiezhi::core::engine
