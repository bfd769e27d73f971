#include "core/org/divisions.h"

#include <algorithm>

namespace xiezhi::core::org {
namespace {

constexpr std::size_t kCityLength = 4;
constexpr std::size_t kCountyLength = 6;

using Index = std::vector<std::pair<std::string, std::size_t>>;

std::optional<std::size_t> look_up(const Index& index, std::string_view code) {
  const auto at = std::lower_bound(index.begin(), index.end(), code,
                                   [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  if (at == index.end() || at->first != code) return std::nullopt;
  return at->second;
}

std::optional<std::string> first_double(const Index& sorted) {
  const auto at =
      std::adjacent_find(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
  if (at == sorted.end()) return std::nullopt;
  return at->first;
}

base::Err<base::JsonError> bad(const std::string& path, const std::string& message) {
  return base::Err{base::JsonError{path, "divisions.invalid", message}};
}

bool right_length(const Division& division) {
  switch (division.kind) {
    case DivisionKind::province: return division.code.size() == 2;
    case DivisionKind::city: return division.code.size() == kCityLength;
    case DivisionKind::county:
    case DivisionKind::zone: return division.code.size() == kCountyLength;
  }
  VERIFY_NOT_REACHED();
}

}  // namespace

base::Result<Divisions, base::JsonError> Divisions::load(std::string_view json) {
  return from(TRY(base::parse_json<DivisionFile>(json)));
}

base::Result<Divisions, base::JsonError> Divisions::from(DivisionFile file) {
  Divisions out;
  std::vector<std::string_view> seen;
  for (std::size_t i = 0; i < file.divisions.size(); ++i) {
    const Division& division = file.divisions[i];
    const std::string path = "/divisions/" + std::to_string(i);
    if (!right_length(division)) return bad(path + "/code", "the code does not fit the kind");
    const std::string_view superior = std::string_view(division.code).substr(0, division.code.size() - 2);
    if (!superior.empty() && std::find(seen.begin(), seen.end(), superior) == seen.end()) {
      return bad(path + "/code", "the superior division does not stand before it");
    }
    seen.push_back(division.code);
    out.by_code_.emplace_back(division.code, i);
    if (division.other_codes) {
      for (const std::string& code : *division.other_codes) out.by_other_code_.emplace_back(code, i);
    }
  }
  std::sort(out.by_code_.begin(), out.by_code_.end());
  std::sort(out.by_other_code_.begin(), out.by_other_code_.end());
  if (const auto code = first_double(out.by_code_)) return bad("/divisions", "code " + *code + " twice");
  if (const auto code = first_double(out.by_other_code_)) return bad("/divisions", "other code " + *code + " twice");
  for (const auto& [code, at] : out.by_other_code_) {
    if (look_up(out.by_code_, code)) return bad("/divisions", "other code " + code + " is a current code");
  }
  out.file_ = std::move(file);
  return out;
}

const Division* Divisions::find(std::string_view code) const {
  const auto at = look_up(by_code_, code);
  return at ? &file_.divisions[*at] : nullptr;
}

const Division* Divisions::of_register_code(std::string_view six_digits) const {
  if (six_digits.size() != kCountyLength) return nullptr;
  if (const Division* county = find(six_digits)) return county;
  if (const auto at = look_up(by_other_code_, six_digits)) return &file_.divisions[*at];
  return find(six_digits.substr(0, kCityLength));
}

std::vector<const Division*> Divisions::path(std::string_view code) const {
  std::vector<const Division*> out;
  if (find(code) == nullptr) return out;
  for (std::size_t length = 2; length <= code.size(); length += 2) out.push_back(find(code.substr(0, length)));
  return out;
}

std::string_view city_of(std::string_view code) { return code.substr(0, std::min(code.size(), kCityLength)); }

}  // namespace xiezhi::core::org
