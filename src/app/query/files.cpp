// Views of inspections and cases.
#include <algorithm>

#include "app/query/file_rows.h"
#include "app/query/query_tools.h"
#include "app/service.h"
#include "core/casefile/range.h"
#include "core/casefile/weighing.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using core::casefile::CaseFile;
using core::inspection::Inspection;

void add(std::vector<std::string>& list, const core::rule::Commitment& commitment) {
  if (!commitment.hex.empty()) list.push_back(commitment.hex);
}

std::vector<std::string> commitments_of(const Inspection& state) {
  std::vector<std::string> out;
  if (state.on_site) add(out, state.on_site->person_in_charge);
  if (state.enterprise_signature) add(out, state.enterprise_signature->person);
  return out;
}

std::vector<std::string> commitments_of(const CaseFile& state) {
  std::vector<std::string> out;
  for (const auto& party : state.parties) {
    if (party.party.person_name) add(out, *party.party.person_name);
    if (party.party.id_number) add(out, *party.party.id_number);
  }
  return out;
}

std::vector<std::string> streams_named(const Inspection& state) {
  std::vector<std::string> out = {"body/" + state.body, "enterprise/" + state.enterprise};
  for (const auto& list : {state.officers, state.officer_signatures}) {
    for (const std::string& officer : list) out.push_back("officer/" + officer);
  }
  if (state.scheme_approved_by) out.push_back("officer/" + *state.scheme_approved_by);
  return out;
}

std::vector<std::string> streams_named(const CaseFile& state) {
  std::vector<std::string> out = {"body/" + state.body};
  for (const std::string& officer : state.investigators) out.push_back("officer/" + officer);
  for (const auto& party : state.parties) {
    if (party.party.enterprise) out.push_back("enterprise/" + *party.party.enterprise);
    if (party.track.decision) out.push_back("officer/" + party.track.decision->decided_by);
    if (party.track.hearing && party.track.hearing->presider)
      out.push_back("officer/" + *party.track.hearing->presider);
  }
  if (state.review) out.push_back("officer/" + state.review->reviewer);
  if (state.deliberation) {
    for (const std::string& member : state.deliberation->members) out.push_back("officer/" + member);
  }
  return out;
}

std::vector<std::string> distinct(std::vector<std::string> list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

std::vector<RangeView> ranges_of(const CaseFile& state, const core::law::Pack& pack) {
  std::vector<RangeView> out;
  for (const auto& party : state.parties) {
    for (const auto& charge : state.charges) {
      const bool named =
          std::find(charge.parties.begin(), charge.parties.end(), party.party.id) != charge.parties.end();
      const auto* violation = pack.violation(charge.violation, charge.act_until);
      if (!named || violation == nullptr) continue;
      const auto clause = core::casefile::clause_for(*violation, party.subject, charge, pack, state.division);
      RangeView view;
      view.charge = charge.id;
      view.party = party.party.id;
      view.title = violation->title;
      view.article = pack.cite(violation->penalty);
      if (clause.fine) {
        view.has_fine = true;
        view.known = clause.fine->known;
        view.min_fen = clause.fine->min;
        view.max_fen = clause.fine->max;
      }
      for (const auto* measure : clause.measures) view.measures.emplace_back(base::enum_name(measure->kind));
      const auto daily = core::casefile::daily_range(charge, pack, state.division);
      if (daily.known) view.daily_fen = daily.max;
      view.weighable = core::casefile::weighable(state, party.party.id, charge.id, pack);
      view.unweighed = core::casefile::unweighed(state, party.party.id, charge.id, pack) &&
                       core::casefile::heaviest_of_act(state, party.party.id, charge.id, pack);
      out.push_back(std::move(view));
    }
  }
  return out;
}

}  // namespace

QueryResult<InspectionView> Service::inspection(const std::string& id) {
  InspectionView view;
  view.stream = "inspection/" + id;
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const auto loaded = TRY(load(connection, view.stream));
    view.version = loaded.version;
    view.state = *std::get_if<Inspection>(loaded.state.get());
    view.names = TRY(names(connection, distinct(streams_named(view.state))));
    view.personal = TRY(values_of(connection, commitments_of(view.state)));
    return base::Unit{};
  }));
  if (view.version == 0) return not_found("inspection " + id);
  return view;
}

QueryResult<CaseView> Service::casefile(const std::string& id) {
  CaseView view;
  view.stream = "case/" + id;
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const auto loaded = TRY(load(connection, view.stream));
    view.version = loaded.version;
    view.state = *std::get_if<CaseFile>(loaded.state.get());
    view.names = TRY(names(connection, distinct(streams_named(view.state))));
    view.personal = TRY(values_of(connection, commitments_of(view.state)));
    return base::Unit{};
  }));
  if (view.version == 0) return not_found("case " + id);
  const base::Date today = now().date();
  view.ranges = ranges_of(view.state, live_.held()->pack);
  view.decide_by = core::calendar::last_day_of(view.state.decision_term, pack_.calendar());
  for (const auto& party : view.state.parties) {
    if (!party.track.to_decide_anew()) continue;
    view.decide_by = core::calendar::last_day_of(party.track.remand->term, pack_.calendar());
  }
  const auto* disclosure = pack_.figure("disclosure.days", today, view.state.division);
  for (const auto& party : view.state.parties) {
    view.balances[party.party.id] = core::casefile::balance_on(party.track, today, pack_, view.state.division);
    if (!party.track.decision || disclosure == nullptr) continue;
    const auto due = pack_.calendar().add_working_days(party.track.decision->decided_at.date(),
                                                       static_cast<std::int32_t>(disclosure->value));
    if (due) view.disclose_by[party.party.id] = *due;
  }
  return view;
}

}  // namespace xiezhi::app
