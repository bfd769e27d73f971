// Strong identifiers: an InspectionId cannot be passed where a CaseId is wanted.
#pragma once

#include <compare>
#include <string>
#include <utility>

namespace xiezhi::base {

/// Text identifier of one kind of thing. Form: 1 to 64 of [0-9A-Za-z_.-], checked where it enters (valid_id).
template <typename Tag>
struct Id {
  std::string value;

  Id() = default;
  explicit Id(std::string text) : value(std::move(text)) {}
  [[nodiscard]] bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
  bool operator==(const Id&) const = default;
};

template <typename T>
inline constexpr bool kIsId = false;
template <typename Tag>
inline constexpr bool kIsId<Id<Tag>> = true;

/// Whether a text may serve as an identifier.
inline bool valid_id(const std::string& text) {
  if (text.empty() || text.size() > 64) return false;
  for (const char c : text) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
    if (!plain) return false;
  }
  return true;
}

}  // namespace xiezhi::base
