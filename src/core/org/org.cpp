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

bool has_penalty_power(const Body& body) {
  switch (body.level) {
    case Level::province:
    case Level::city:
    case Level::county: return true;
    case Level::township:
    case Level::zone: return body.penalty_authorisation.has_value();
  }
  VERIFY_NOT_REACHED();
}

}  // namespace xiezhi::core::org
