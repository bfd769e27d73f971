// What of the province a caller may see. Every query about files of the province carries one; the router fills it in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/command.h"

namespace xiezhi::app {

/// How far a permission reaches.
enum class Reach : std::uint8_t {
  province,  ///< everything
  subtree,   ///< the division of the caller's body and all below it
  body,      ///< files of the caller's own body
  self       ///< what is the caller's own
};
BOOST_DESCRIBE_ENUM(Reach, province, subtree, body, self)

/// Where a file belongs. The view of one file declares `Place place_of(const View&)` beside it.
struct Place {
  std::string_view division;
  std::string_view body;
};

/// Admits nothing until made from a caller: a query that forgot its scope finds nothing.
class Scope {
 public:
  Scope() = default;
  static Scope of(const Caller& caller, Reach reach) {
    Scope out;
    out.granted_ = true;
    if (reach == Reach::province) return out;
    out.division_ = caller.division;
    if (reach == Reach::body || reach == Reach::self) out.body_ = caller.body;
    if (reach == Reach::self) out.officer_ = caller.officer;
    out.granted_ = !out.division_.empty();
    return out;
  }

  /// Whether anything may be seen at all.
  [[nodiscard]] bool granted() const { return granted_; }
  /// Codes that begin with this are within; "" is the whole province.
  [[nodiscard]] const std::string& division() const { return division_; }
  /// Only this body; "" is any.
  [[nodiscard]] const std::string& body() const { return body_; }
  /// Only this officer; "" is any.
  [[nodiscard]] const std::string& officer() const { return officer_; }
  /// Whether a file of that division and body is within.
  [[nodiscard]] bool admits(std::string_view division, std::string_view body) const {
    return granted_ && division.starts_with(division_) && (body_.empty() || body == body_);
  }

 private:
  bool granted_ = false;
  std::string division_;
  std::string body_;
  std::string officer_;
};

}  // namespace xiezhi::app
