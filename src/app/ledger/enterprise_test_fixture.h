// For the tests of lists and projections: a few enterprises put in through their entries.
#pragma once

#include "app/ledger/enterprise_row.h"
#include "app/ledger/import_test_fixture.h"
#include "app/ledger/projection.h"
#include "core/journal/format.h"

namespace xiezhi::app::ledger {

class EnterpriseTest : public ImportTest {
 protected:
  template <typename Event>
  core::journal::Entry entry(const std::string& id, std::int64_t version, const Event& event) {
    core::journal::Entry out;
    out.stream = "enterprise/" + id;
    out.version = version;
    out.type = Event::kType;
    out.recorded_at = base::Instant{1000 * version};
    out.payload = MUST(base::Json::parse(base::to_json(event)));
    return out;
  }
  template <typename Event>
  void put(const std::string& id, std::int64_t version, const Event& event) {
    std::vector<store::Call> calls;
    project_enterprise(entry(id, version, event), calls);
    const auto done = db_->run_all(calls);
    ASSERT_TRUE(done.ok()) << done.error().message;
  }
  /// The number orders the list; the id is made from it.
  std::string put_named(int number, const std::string& name, const std::string& division,
                        const std::string& code = "") {
    const std::int64_t first = std::int64_t{1'700'000'000'000} << kNumberBits;
    return put_with_id(enterprise_id(first + number, 1), name, division, code);
  }
  std::string put_with_id(const std::string& id, const std::string& name, const std::string& division,
                          const std::string& code = "") {
    core::dossier::EnterpriseRegistered event;
    event.id = id;
    event.name = name;
    event.division = division;
    if (!code.empty()) event.credit_code = code;
    put(event.id, 1, event);
    return event.id;
  }

  std::vector<std::string> names(const std::string& text, const std::string& division = "") {
    std::vector<std::string> out;
    for (const auto& item : find(text, division)) out.push_back(item.name);
    return out;
  }
  static Scope scope_of(const std::string& division) {
    Caller caller;
    caller.division = division;
    return Scope::of(caller, Reach::subtree);
  }
};

}  // namespace xiezhi::app::ledger
