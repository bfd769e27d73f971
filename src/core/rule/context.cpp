#include "core/rule/context.h"

namespace xiezhi::core::rule {
namespace {

calendar::TermUnit unit_of(law::Unit unit) {
  switch (unit) {
    case law::Unit::hours: return calendar::TermUnit::hours;
    case law::Unit::working_days: return calendar::TermUnit::working_days;
    case law::Unit::calendar_days: return calendar::TermUnit::calendar_days;
    case law::Unit::months: return calendar::TermUnit::months;
    case law::Unit::count:
    case law::Unit::fen:
    case law::Unit::years:
    case law::Unit::percent:
    case law::Unit::times: break;
  }
  VERIFY_NOT_REACHED();
}

}  // namespace

calendar::Term Context::term(const std::string& key, base::Instant start, std::string_view division) const {
  const law::Figure* figure = pack->figure(key, start.date(), division);
  VERIFY(figure != nullptr);
  calendar::Term out;
  out.start = start;
  out.unit = unit_of(figure->unit);
  out.length = static_cast<std::int32_t>(figure->value);
  out.basis = key;
  return out;
}

}  // namespace xiezhi::core::rule
