#include "app/query/dues.h"

#include "app/projection/terms.h"

namespace xiezhi::app {
namespace {

/// Whose terms are looked at: those of the party in focus, of the first without one.
std::string party_in(const core::engine::Aggregate& aggregate, std::string_view focus) {
  const auto* casefile = std::get_if<core::casefile::CaseFile>(&aggregate);
  if (casefile == nullptr || casefile->parties.empty()) return "";
  const auto* party = casefile->party(focus);
  return (party == nullptr ? casefile->parties.front() : *party).party.id;
}

}  // namespace

std::optional<std::int32_t> working_days_left(const core::calendar::Calendar& calendar, base::Date today,
                                              base::Date due) {
  if (due >= today) return calendar.working_days_between(today, due);
  const auto past = calendar.working_days_between(due, today);
  return past ? std::optional(-*past) : std::nullopt;
}

std::vector<StepDue> dues_of(const core::engine::Aggregate& aggregate, std::string_view focus,
                             const core::law::Pack& pack, base::Date today) {
  const std::string party = party_in(aggregate, focus);
  std::vector<StepDue> out;
  for (FileTerm& term : terms_of(aggregate, pack)) {
    if (!term.party.empty() && term.party != party) continue;
    const auto left = working_days_left(pack.calendar(), today, term.day);
    out.push_back({std::move(term.command), std::move(term.subject), term.day, left});
  }
  return out;
}

}  // namespace xiezhi::app
