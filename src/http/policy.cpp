#include "http/policy.h"

#include <algorithm>

namespace xiezhi::http {

bool Policy::permits(const app::Caller& caller) const {
  if (any_of_.empty()) return true;
  return std::any_of(any_of_.begin(), any_of_.end(), [&](core::org::Duty duty) {
    return std::find(caller.duties.begin(), caller.duties.end(), base::enum_name(duty)) != caller.duties.end();
  });
}

app::Scope Policy::scope(const app::Caller& caller) const {
  return reach_ ? app::Scope::of(caller, *reach_) : app::Scope();
}

std::string Policy::text() const {
  if (!reach_) return "public";
  std::string out;
  for (const auto duty : any_of_) {
    if (!out.empty()) out += '|';
    out += base::enum_name(duty);
  }
  if (out.empty()) out = "officer";
  return out + ':' + std::string(base::enum_name(*reach_));
}

}  // namespace xiezhi::http
