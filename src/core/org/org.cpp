#include "core/org/org.h"

#include <algorithm>

namespace xiezhi::core::org {

bool Officer::has(Duty duty) const { return std::find(duties.begin(), duties.end(), duty) != duties.end(); }

bool Officer::certified_on(base::Date day) const {
  return std::any_of(certificates.begin(), certificates.end(),
                     [&](const Certificate& certificate) { return certificate.valid_on(day); });
}

bool within(std::string_view division, std::string_view area) { return !area.empty() && division.starts_with(area); }

bool answers_for(const Body& body, std::string_view division) {
  if (within(division, body.division)) return true;
  return std::any_of(body.areas.begin(), body.areas.end(),
                     [&](const std::string& area) { return within(division, area); });
}

const Entrustment* entrustment_for(const Body& body, std::string_view team, std::string_view violation,
                                   base::Date day) {
  for (const Entrustment& entrustment : body.entrustments) {
    if (entrustment.team != team || day < entrustment.from || day > entrustment.until) continue;
    if (entrustment.ended_on && day >= *entrustment.ended_on) continue;
    for (const std::string& prefix : entrustment.items) {
      if (violation.starts_with(prefix)) return &entrustment;
    }
  }
  return nullptr;
}

namespace {

/// Whether a body needs a decision to have the powers of a department: townships and zones do.
bool needs_authorisation(const Body& body) {
  switch (body.level) {
    case Level::province:
    case Level::city:
    case Level::county: return false;
    case Level::township:
    case Level::zone: return true;
  }
  VERIFY_NOT_REACHED();
}

bool in_force(const AuthorisationScope& scope, base::Date day) {
  return day >= scope.from && (!scope.until || day <= *scope.until);
}

}  // namespace

bool has_penalty_power(const Body& body, base::Date day) {
  if (!needs_authorisation(body)) return true;
  return body.penalty_authorisation && (!body.authorisation_scope || in_force(*body.authorisation_scope, day));
}

bool has_penalty_power_over(const Body& body, std::string_view violation, base::Date day) {
  if (!has_penalty_power(body, day)) return false;
  if (!needs_authorisation(body) || !body.authorisation_scope) return true;
  const auto& items = body.authorisation_scope->items;
  return std::any_of(items.begin(), items.end(), [&](const std::string& item) { return violation.starts_with(item); });
}

bool has_compulsion_power(const Body& body, base::Date day) {
  if (body.kind == BodyKind::team) return false;
  if (!needs_authorisation(body)) return true;
  return has_penalty_power(body, day) && body.authorisation_scope && body.authorisation_scope->compulsion;
}

}  // namespace xiezhi::core::org
