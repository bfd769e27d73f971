#include <cstdio>

#include "app/demo/hazards.h"
#include "app/demo/runner.h"
#include "core/inspection/commands.h"
#include "prepare.h"
#include "store/query.h"

namespace xiezhi::bench {
namespace {

namespace inspection = core::inspection;
using app::demo::CallerPtr;
using app::demo::Step;
using app::demo::step_of;

constexpr std::int64_t kVersionOnSite = 3;  ///< opened, scheme approved, begun on site
constexpr std::int64_t kListed = 4000;

CallerPtr caller_of(const core::org::Officer& officer, const County& county) {
  app::Caller out{officer.id, officer.name, county.body, "", county.code, {}, ""};
  for (const auto duty : officer.duties) out.duties.emplace_back(base::enum_name(duty));
  out.rank = base::enum_name(officer.rank);
  return std::make_shared<const app::Caller>(std::move(out));
}

Outcome<std::size_t> untouched(store::Connection& connection, const County& county) {
  const auto rows =
      TRY_SAID(connection.run(store::query::kInspectionList, {county.code, county.code + ":", "on_site", "", "", "",
                                                              INT64_MAX, "~", kListed, "", ""}));
  std::size_t out = 0;
  for (const store::Row& row : rows) out += store::integer(row[1]) == kVersionOnSite ? 1 : 0;
  return out;
}

std::vector<inspection::SchemeItem> scheme() {
  std::vector<inspection::SchemeItem> items;
  for (const auto& hazard : app::demo::common_hazards()) {
    items.push_back({"item-" + std::to_string(items.size() + 1), hazard.item, hazard.violation});
  }
  return items;
}

void open_one(const County& county, const std::string& id, const std::string& enterprise, base::Instant at,
              std::vector<Step>& steps) {
  const std::string stream = "inspection/" + id;
  const auto& first = county.investigators[0];
  const auto& second = county.investigators[1];
  inspection::OpenInspection open;
  open.body = county.body;
  open.enterprise = enterprise;
  open.division = county.code;
  open.trigger = inspection::TriggerKind::plan;
  open.trigger_reference = "年度安全生产监督检查计划";
  open.officers = {first.id, second.id};
  steps.push_back(step_of(at, caller_of(first, county), stream, open));
  steps.push_back(step_of(at, caller_of(county.approver, county), stream, inspection::ApproveScheme{scheme()}));
  inspection::BeginOnSite begin;
  begin.person_in_charge = {"王示范"};
  begin.person_role = "安全总监";
  begin.certificates = {{first.id, first.certificates.front().number}, {second.id, second.certificates.front().number}};
  steps.push_back(step_of(at, caller_of(first, county), stream, begin));
}

}  // namespace

Done open_inspections(store::Connection& connection, const core::law::Pack& pack, const std::vector<County>& counties,
                      std::size_t wanted) {
  const base::Instant at = wall_clock();
  app::demo::Random random(static_cast<std::uint64_t>(at.ms));
  std::vector<Step> steps;
  for (const County& county : counties) {
    for (std::size_t there = TRY(untouched(connection, county)); there < wanted; ++there) {
      open_one(county, random.uuid(at), random.pick(county.enterprises), at, steps);
    }
  }
  app::demo::Runner runner(connection, pack, random.next());
  return runner.run(std::move(steps), [](const std::string& what) { std::fprintf(stderr, "%s\n", what.c_str()); });
}

}  // namespace xiezhi::bench
