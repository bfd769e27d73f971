#include "core/casefile/guards.h"

namespace xiezhi::core::casefile {

// 行政处罚法(2021) 第四十二条第一款、第四十三条第一款.
std::size_t able_officers(const std::vector<std::string>& ids, std::string_view body,
                          const std::vector<std::string>& recused, const Context& context) {
  std::set<std::string> able;
  for (const std::string& id : ids) {
    const org::Officer* officer = context.world->officer(id);
    const bool out = std::find(recused.begin(), recused.end(), id) != recused.end();
    if (!out && officer != nullptr && officer->certified_on(context.today()) && officer->serves_on(context.today()) &&
        org::acts_for(*context.world, *officer, body, context.today())) {
      able.insert(id);
    }
  }
  return able.size();
}

bool is_recused(const CaseFile& state, std::string_view officer) {
  return std::find(state.recused.begin(), state.recused.end(), officer) != state.recused.end();
}

bool investigated(const CaseFile& state, std::string_view officer) {
  const auto has = [&](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), officer) != list.end();
  };
  return has(state.investigators) || is_recused(state, officer) || (state.collectors && has(*state.collectors));
}

const inspection::Inspection* source_of(const std::optional<std::string>& inspection, const Context& context) {
  return inspection ? context.world->inspection(*inspection) : nullptr;
}

Verdict finding_unknown(const inspection::Inspection* source, const std::vector<Charge>& charges) {
  if (source == nullptr) return std::nullopt;
  for (const Charge& charge : charges) {
    if (charge.finding && source->finding(*charge.finding) == nullptr) return Facts{{"finding", *charge.finding}};
  }
  return std::nullopt;
}

namespace {

/// A case that was broken off without a decision holds its findings no longer.
bool let_go(const std::string& case_id, const Context& context) {
  const CaseFile* file = context.world->casefile(case_id);
  return file != nullptr && file->terminated_at && !file->closed_at;
}

}  // namespace

Verdict finding_filed_already(const inspection::Inspection* source, const std::vector<Charge>& charges,
                              const Context& context) {
  if (source == nullptr) return std::nullopt;
  for (const Charge& charge : charges) {
    const inspection::Finding* finding = charge.finding ? source->finding(*charge.finding) : nullptr;
    if (finding != nullptr && finding->case_id && !let_go(*finding->case_id, context)) {
      return Facts{{"finding", finding->id}, {"case", *finding->case_id}};
    }
  }
  return std::nullopt;
}

Verdict outside_entrustment(const std::vector<std::string>& officers, std::string_view body,
                            const std::vector<Charge>& charges, const Context& context) {
  const org::Body* principal = context.world->body(body);
  if (principal == nullptr) return std::nullopt;
  for (const std::string& id : officers) {
    const org::Officer* officer = context.world->officer(id);
    if (officer == nullptr || officer->body == body) continue;
    const org::Body* team = context.world->body(officer->body);
    if (team == nullptr || team->kind != org::BodyKind::team) continue;
    for (const Charge& charge : charges) {
      if (org::entrustment_for(*principal, team->id, charge.violation, context.today()) == nullptr) {
        return Facts{{"team", team->name}, {"violation", charge.violation}, {"day", context.today().iso()}};
      }
    }
  }
  return std::nullopt;
}

Verdict outside_authorisation(std::string_view body, const std::vector<Charge>& charges, const Context& context) {
  const org::Body* authority = context.world->body(body);
  if (authority == nullptr || !org::has_penalty_power(*authority, context.today())) return std::nullopt;
  for (const Charge& charge : charges) {
    if (!org::has_penalty_power_over(*authority, charge.violation, context.today())) {
      return Facts{{"body", authority->name}, {"violation", charge.violation}};
    }
  }
  return std::nullopt;
}

}  // namespace xiezhi::core::casefile
