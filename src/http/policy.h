// Who may use a route, and how far into the province. A route cannot be declared without one.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "app/scope.h"
#include "core/org/org.h"

namespace xiezhi::http {

/// Anybody, signed in or not.
struct Public {};

/// Any officer with a session.
struct AnyOfficer {
  explicit AnyOfficer(app::Reach how_far) : reach(how_far) {}
  app::Reach reach;
};

/// An officer who has at least one of these duties.
struct Duty {
  Duty(std::initializer_list<core::org::Duty> duties, app::Reach how_far) : any_of(duties), reach(how_far) {
    VERIFY(!any_of.empty());
  }
  std::vector<core::org::Duty> any_of;
  app::Reach reach;
};

class Policy {
 public:
  Policy(Public) {}
  Policy(AnyOfficer rule) : reach_(rule.reach) {}
  Policy(Duty rule) : reach_(rule.reach), any_of_(std::move(rule.any_of)) {}

  [[nodiscard]] bool is_public() const { return !reach_.has_value(); }
  /// Whether an officer passes; his reach is a matter of scope(). Public passes everybody.
  [[nodiscard]] bool permits(const app::Caller& caller) const;
  /// What of the province he sees through the route. Nothing for a public one: it has no caller.
  [[nodiscard]] app::Scope scope(const app::Caller& caller) const;
  /// For people: "public", "officer:subtree", "investigator|registrar:body".
  [[nodiscard]] std::string text() const;

 private:
  std::optional<app::Reach> reach_;
  std::vector<core::org::Duty> any_of_;
};

}  // namespace xiezhi::http
