#include "writ/facts.h"

#include "base/codec.h"
#include "base/sha256.h"

namespace xiezhi::writ {
namespace {

template <typename Value>
const Value* find(const std::map<std::string, Value>& values, std::string_view name) {
  const auto found = values.find(std::string(name));
  return found == values.end() ? nullptr : &found->second;
}

base::Json json_of(const Facts& facts) {
  base::Json::Object text;
  for (const auto& [name, value] : facts.text) {
    if (!value.empty()) text.emplace_back(name, base::Json(value));
  }
  base::Json::Object lists;
  for (const auto& [name, rows] : facts.list) {
    base::Json::Array out;
    for (const Facts& row : rows) out.push_back(json_of(row));
    lists.emplace_back(name, base::Json(std::move(out)));
  }
  base::Json::Object images;
  for (const auto& [name, bytes] : facts.image)
    images.emplace_back(name, base::Json(base::to_hex(base::sha256(bytes))));
  base::Json::Object out;
  out.emplace_back("image", base::Json(std::move(images)));
  out.emplace_back("list", base::Json(std::move(lists)));
  out.emplace_back("text", base::Json(std::move(text)));
  return base::Json(std::move(out));
}

}  // namespace

std::string_view Scope::text(std::string_view name) const {
  const std::string* found = find(facts_.text, name);
  if (found != nullptr && !found->empty()) return *found;
  return outer_ == nullptr ? std::string_view() : outer_->text(name);
}

const std::vector<Facts>& Scope::list(std::string_view name) const {
  static const std::vector<Facts> kNone;
  const std::vector<Facts>* found = find(facts_.list, name);
  if (found != nullptr) return *found;
  return outer_ == nullptr ? kNone : outer_->list(name);
}

std::string_view Scope::image(std::string_view name) const {
  const std::string* found = find(facts_.image, name);
  return found == nullptr ? std::string_view() : std::string_view(*found);
}

std::string digest(const Facts& facts) { return base::to_hex(base::sha256(json_of(facts).canonical())); }

}  // namespace xiezhi::writ
