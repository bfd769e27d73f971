#include "base/text.h"
#include "core/engine/commands.h"
#include "core/engine/engine.h"

namespace xiezhi::core::engine {
namespace {

using Status = base::Result<base::Unit, base::JsonError>;

template <typename Event>
Status evolve_as(Aggregate& aggregate, const base::Json& payload, const rule::Meta& meta) {
  const Event event = TRY(base::from_json<Event>(payload));
  auto* state = std::get_if<typename Event::State>(&aggregate);
  if (state == nullptr)
    return base::Err{base::JsonError{"/type", "json.out_of_range", "event of another kind of stream"}};
  if constexpr (requires { evolve(*state, event, meta); }) {
    evolve(*state, event, meta);
  } else {
    evolve(*state, event);
  }
  return base::Unit{};
}

struct Entry {
  std::string_view type;
  Status (*evolve)(Aggregate&, const base::Json&, const rule::Meta&);
};

/// Event types in order of name, for a binary search.
template <typename... Event>
constexpr auto table_of(boost::mp11::mp_list<Event...>) {
  std::array<Entry, sizeof...(Event)> table{Entry{Event::kType, evolve_as<Event>}...};
  std::sort(table.begin(), table.end(), [](const Entry& a, const Entry& b) { return a.type < b.type; });
  return table;
}

constexpr auto kTable = table_of(Events{});

}  // namespace

Status evolve(Aggregate& aggregate, std::string_view type, const base::Json& payload, const rule::Meta& meta) {
  if (type == rule::AdvicePassed::kType) return base::Unit{};
  const auto found = std::lower_bound(kTable.begin(), kTable.end(), type,
                                      [](const Entry& a, std::string_view b) { return a.type < b; });
  if (found == kTable.end() || found->type != type) {
    return base::Err{base::JsonError{"/type", "json.out_of_range", "unknown event type " + std::string(type)}};
  }
  return found->evolve(aggregate, payload, meta);
}

std::string state_json(const Aggregate& aggregate) {
  std::string out;
  std::visit([&](const auto& state) { base::write_json(out, state); }, aggregate);
  return out;
}

std::string state_hash(const Aggregate& aggregate) { return base::to_hex(base::sha256(state_json(aggregate))); }

std::string division_of(const World& world, const Aggregate& aggregate) {
  if (const auto* officer = std::get_if<org::Officer>(&aggregate)) {
    const org::Body* body = world.body(officer->body);
    return body == nullptr ? "" : body->division;
  }
  if (const auto* body = std::get_if<org::Body>(&aggregate)) return body->division;
  if (const auto* enterprise = std::get_if<dossier::Enterprise>(&aggregate)) return enterprise->division;
  if (const auto* inspection = std::get_if<inspection::Inspection>(&aggregate)) return inspection->division;
  if (const auto* series = std::get_if<benchmark::Series>(&aggregate)) return series->region;
  if (const auto* list = std::get_if<regulation::Regulation>(&aggregate)) return list->region;
  return std::get_if<casefile::CaseFile>(&aggregate)->division;
}

std::string body_of(const Aggregate& aggregate) {
  if (const auto* inspection = std::get_if<inspection::Inspection>(&aggregate)) return inspection->body;
  if (const auto* casefile = std::get_if<casefile::CaseFile>(&aggregate)) return casefile->body;
  if (const auto* series = std::get_if<benchmark::Series>(&aggregate)) return series->body;
  if (const auto* list = std::get_if<regulation::Regulation>(&aggregate)) return list->body;
  return "";
}

}  // namespace xiezhi::core::engine
