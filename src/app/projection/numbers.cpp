#include "app/projection/numbers.h"

#include <algorithm>

#include "core/text/fold.h"

namespace xiezhi::app {
namespace {

void add(std::vector<std::string>& out, const std::optional<std::string>& number) {
  if (number && !number->empty()) out.push_back(*number);
}

std::vector<std::string> distinct(std::vector<std::string> list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::vector<std::string> numbers_of(const core::inspection::Inspection& state) {
  std::vector<std::string> out;
  for (const auto& order : state.orders) add(out, order.number);
  for (const auto& measure : state.measures) {
    add(out, measure.number);
    if (measure.seizure) add(out, measure.seizure->number);
  }
  for (const auto& looked : state.reinspections) add(out, looked.number);
  return distinct(std::move(out));
}

std::vector<std::string> numbers_of(const core::casefile::CaseFile& state) {
  std::vector<std::string> out;
  for (const auto& party : state.parties) {
    if (party.track.decision) add(out, party.track.decision->number);
  }
  return distinct(std::move(out));
}

std::optional<std::string> number_key(std::string_view number) {
  const std::string folded = core::text::fold(number);
  std::vector<std::string> runs;
  bool inside = false;
  for (const char c : folded) {
    if (is_digit(c)) {
      if (!inside) runs.emplace_back();
      runs.back() += c;
    }
    inside = is_digit(c);
  }
  if (runs.size() < 2) return std::nullopt;
  return runs[runs.size() - 2] + "-" + runs.back();
}

}  // namespace xiezhi::app
