#include <cstdio>

#include "app/demo/random.h"
#include "prepare.h"
#include "store/query.h"

namespace xiezhi::bench {
namespace {

constexpr std::size_t kAtOnce = 5000;
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::uint64_t kDays = 730;  ///< the inspections began within two years

struct Authority {
  std::string body;
  std::string division;
};

Outcome<std::vector<Authority>> authorities(store::Connection& connection) {
  std::vector<Authority> out;
  for (const store::Row& row : TRY_SAID(connection.run(store::query::kBodyList, {}))) {
    if (store::text(row[3]) == "authority") out.push_back({store::text(row[0]), store::text(row[4])});
  }
  if (out.empty()) return base::Err{std::string("no bodies")};
  return out;
}

/// A row of the read table as an inspection would leave it: most are closed, some are under way, some are late.
store::Call row_of(app::demo::Random& random, const Authority& place, base::Instant now) {
  const base::Instant opened{now.ms - static_cast<std::int64_t>(random.next() % kDays) * kDayMs};
  const std::uint64_t stage = random.next() % 100;
  const char* status = stage < 88 ? "closed" : stage < 92 ? "correcting" : stage < 96 ? "on_site" : "scheme_approved";
  const auto findings = static_cast<std::int64_t>(stage < 96 ? random.next() % 9 : 0);
  const std::int64_t open = stage < 88 ? 0 : findings;
  store::Value due;
  if (stage >= 88 && stage < 92) due = now.date().plus_days(static_cast<std::int32_t>(random.next() % 40) - 10).iso();
  return {&store::query::kInspectionUpsert,
          {random.uuid(opened), std::int64_t{4}, random.uuid(opened), place.division, place.body, std::string(status),
           opened.ms, findings, open, std::move(due)}};
}

}  // namespace

Done fill_inspections(store::Connection& connection, std::size_t count) {
  const auto places = TRY(authorities(connection));
  const base::Instant now = wall_clock();
  app::demo::Random random(1);
  for (std::size_t done = 0; done < count;) {
    std::vector<store::Call> calls;
    for (; calls.size() < kAtOnce && done < count; ++done) calls.push_back(row_of(random, random.pick(places), now));
    TRY_SAID(connection.begin(store::Access::write));
    TRY_SAID(connection.run_all(calls));
    TRY_SAID(connection.commit());
    if (done % 200'000 == 0) std::fprintf(stderr, "%zu inspections\n", done);
  }
  return base::Unit{};
}

}  // namespace xiezhi::bench
