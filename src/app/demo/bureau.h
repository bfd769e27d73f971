// The organisation of the demonstration: a bureau for each division, its officers, and entrusted teams.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "app/demo/random.h"
#include "app/demo/step.h"
#include "core/law/pack.h"
#include "core/org/org.h"

namespace xiezhi::app::demo {

struct Person {
  CallerPtr caller;
  std::string certificate;  ///< number; "" without one

  [[nodiscard]] const std::string& id() const { return caller->officer; }
};

struct Firm {
  std::string id;
  std::string name;
  std::string credit_code;
  std::string division;
  std::string workplace;
  std::string representative;
  bool operating = true;
};

struct Bureau {
  std::string code;   ///< of its division, and id of its body
  std::string name;   ///< 哈尔滨市道里区应急管理局
  std::string place;  ///< 黑龙江省哈尔滨市道里区
  core::org::DivisionKind kind = core::org::DivisionKind::county;
  Person head;
  Person deputy;
  Person reviewer;
  Person second_reviewer;  ///< of the province, where benchmarks are made; else nobody
  Person presider;
  Person registrar;
  Person administrator;
  std::vector<Person> investigators;
  std::vector<Person> team;  ///< of the entrusted team; may be empty
  std::vector<Firm> firms;
};

/// The divisions that a small demonstration has.
bool in_small_set(std::string_view code);

class Founding {
 public:
  /// `day` is a day before everything else.
  Founding(const core::law::Pack& pack, base::Date day, std::uint64_t seed);

  /// Every division of the pack, or those of the small set, superior before inferior.
  std::vector<Bureau> found(bool small);
  /// Enterprises of an bureau, registered on the next day.
  void register_firms(Bureau& bureau, std::size_t count);
  std::vector<Step> take_steps() { return std::move(steps_); }

 private:
  Bureau found_one(const core::org::Division& division);
  void entrust(Bureau& bureau);
  Person appoint(const std::string& body, const Bureau& bureau, core::org::Rank rank,
                 std::vector<core::org::Duty> duties, bool certified);
  void certify(Person& person, const std::string& code);
  std::string short_name_for(const core::org::Division& division);
  template <typename Command>
  void command(const std::string& stream, const Command& payload);

  const core::law::Pack& pack_;
  base::Date day_;
  base::Instant at_;
  Random random_;
  Random beside_;
  CallerPtr founder_;  ///< the system for the first entries, then the province's administrator
  std::set<std::string> short_names_;
  std::size_t people_ = 0;
  std::size_t certificates_ = 0;
  std::size_t firms_ = 0;
  std::vector<Step> steps_;
};

}  // namespace xiezhi::app::demo
