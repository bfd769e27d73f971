// How an inspection's state follows from its events. Never reads the law.
#include <algorithm>

#include "core/inspection/events.h"

namespace xiezhi::core::inspection {
namespace {

template <typename Item>
Item* by_id(std::vector<Item>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

Finding& finding_of(Inspection& state, std::string_view id) {
  Finding* found = by_id(state.findings, id);
  VERIFY(found != nullptr);
  return *found;
}

Measure& measure_of(Inspection& state, std::string_view id) {
  Measure* found = by_id(state.measures, id);
  VERIFY(found != nullptr);
  return *found;
}

bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

const Finding* Inspection::finding(std::string_view finding_id) const {
  return by_id(const_cast<std::vector<Finding>&>(findings), finding_id);
}

const Measure* Inspection::measure(std::string_view measure_id) const {
  return by_id(const_cast<std::vector<Measure>&>(measures), measure_id);
}

const Testing* Measure::running_test() const {
  return !testings || testings->back().ended_on ? nullptr : &testings->back();
}

const SupplyStop* Inspection::supply_stop(std::string_view stop_id) const {
  return supply_stops ? by_id(const_cast<std::vector<SupplyStop>&>(*supply_stops), stop_id) : nullptr;
}

const Order* Inspection::correction_order(std::string_view order_id) const {
  return by_id(const_cast<std::vector<Order>&>(orders), order_id);
}

bool Inspection::overdue(std::string_view finding_id) const {
  return std::any_of(reinspections.begin(), reinspections.end(), [&](const Reinspection& seen) {
    if (seen.finding != finding_id || seen.corrected) return false;
    return std::any_of(orders.begin(), orders.end(), [&](const Order& order) {
      return contains(order.findings, finding_id) && seen.done_at.date() > order.deadline;
    });
  });
}

bool Inspection::is_recused(std::string_view officer) const { return contains(recused, officer); }

bool Inspection::has_officer(std::string_view officer) const { return contains(officers, officer); }

bool Inspection::on_site_officer(std::string_view officer) const {
  if (!on_site) return false;
  return std::any_of(on_site->certificates.begin(), on_site->certificates.end(),
                     [&](const ShownCertificate& shown) { return shown.officer == officer; });
}

bool Inspection::signed_off() const {
  if (!on_site || !enterprise_signature) return false;
  return std::all_of(on_site->certificates.begin(), on_site->certificates.end(), [&](const ShownCertificate& shown) {
    return is_recused(shown.officer) || contains(officer_signatures, shown.officer);
  });
}

void evolve(Inspection& state, const InspectionOpened& event, const rule::Meta& meta) {
  state.opened_at = meta.occurred_at;
  state.id = event.id;
  state.body = event.body;
  state.enterprise = event.enterprise;
  state.site = event.site;
  state.division = event.division;
  state.trigger = event.trigger;
  state.trigger_reference = event.trigger_reference;
  state.officers = event.officers;
}

void evolve(Inspection& state, const SchemeApproved& event, const rule::Meta& meta) {
  state.scheme = event.items;
  state.scheme_approved_by = meta.actor;
}

void evolve(Inspection& state, const OnSiteBegun& event, const rule::Meta& meta) {
  state.on_site = OnSite{meta.occurred_at, event.person_in_charge, event.person_role, event.certificates};
}

void evolve(Inspection& state, const ItemRecorded& event) {
  for (ItemRecord& record : state.records) {
    if (record.item == event.item) {
      record = {event.item, event.result, event.note};
      return;
    }
  }
  state.records.push_back({event.item, event.result, event.note});
}

void evolve(Inspection& state, const FindingRecorded& event) {
  state.findings.push_back({event.id, event.item, event.violation, event.description, event.place, event.major_hazard,
                            event.evidence, FindingStatus::open, std::nullopt, std::nullopt});
}

void evolve(Inspection& state, const FindingWithdrawn& event) {
  finding_of(state, event.finding).status = FindingStatus::withdrawn;
}

void evolve(Inspection& state, const FeedbackGiven&, const rule::Meta& meta) { state.feedback_at = meta.occurred_at; }

void evolve(Inspection& state, const FindingCorrectedOnSpot& event) {
  Finding& finding = finding_of(state, event.finding);
  finding.status = FindingStatus::verified;
  finding.evidence.insert(finding.evidence.end(), event.evidence.begin(), event.evidence.end());
}

void evolve(Inspection& state, const CorrectionOrdered& event, const rule::Meta& meta) {
  state.orders.push_back(
      {event.id, event.findings, event.requirements, event.deadline, meta.occurred_at, event.number});
  for (const std::string& id : event.findings) {
    Finding& finding = finding_of(state, id);
    finding.order = event.id;
    finding.status = FindingStatus::ordered;
  }
}

void evolve(Inspection& state, const MeasureTaken& event, const rule::Meta& meta) {
  state.measures.push_back({event.id, event.kind, event.finding, event.object, meta.occurred_at, event.approved_by,
                            event.urgent, event.term, event.seizure, std::nullopt, std::nullopt, event.number});
}

void evolve(Inspection& state, const MeasureApproved& event, const rule::Meta& meta) {
  measure_of(state, event.measure).approved_by = meta.actor;
}

void evolve(Inspection& state, const MeasureExtended& event) {
  Measure& measure = measure_of(state, event.measure);
  VERIFY(measure.term.has_value());
  measure.term->extension += event.days;
}

void evolve(Inspection& state, const TestingBegun& event) {
  Measure& measure = measure_of(state, event.measure);
  VERIFY(measure.term.has_value());
  measure.term->suspensions.push_back({event.from, event.until});
  if (!measure.testings) measure.testings.emplace();
  measure.testings->push_back({event.kind, event.institution, event.from, event.until, event.notice, std::nullopt});
}

void evolve(Inspection& state, const TestingEnded& event) {
  Measure& measure = measure_of(state, event.measure);
  VERIFY(measure.term.has_value() && measure.running_test() != nullptr);
  measure.term->suspensions.back().until = event.ended_on;
  measure.testings->back().ended_on = event.ended_on;
}

void evolve(Inspection& state, const MeasureLifted& event, const rule::Meta& meta) {
  measure_of(state, event.measure).ended_on = meta.occurred_at.date();
}

void evolve(Inspection& state, const ResumptionReviewed& event, const rule::Meta& meta) {
  if (event.agreed) measure_of(state, event.measure).ended_on = meta.occurred_at.date();
}

void evolve(Inspection& state, const SupplyStopped& event, const rule::Meta& meta) {
  if (!state.supply_stops) state.supply_stops.emplace();
  state.supply_stops->push_back({event.id, event.kind, event.measure, event.supplier, meta.occurred_at, std::nullopt});
}

void evolve(Inspection& state, const SupplyRestored& event, const rule::Meta& meta) {
  VERIFY(state.supply_stops.has_value());
  SupplyStop* stop = by_id(*state.supply_stops, event.stop);
  VERIFY(stop != nullptr);
  stop->ended_on = meta.occurred_at.date();
}

void evolve(Inspection& state, const OfficerSigned& event) { state.officer_signatures.push_back(event.officer); }

void evolve(Inspection& state, const EnterpriseSigned& event) {
  state.enterprise_signature = EnterpriseSignature{true, event.person, std::nullopt, std::nullopt};
}

void evolve(Inspection& state, const SigningRefused& event) {
  state.enterprise_signature = EnterpriseSignature{false, event.person, event.reason, event.reported_to};
}

void evolve(Inspection& state, const FindingReinspected& event, const rule::Meta& meta) {
  state.reinspections.push_back(
      {event.finding, event.corrected, event.note, event.officers, meta.occurred_at, event.number});
  Finding& finding = finding_of(state, event.finding);
  const FindingStatus remains = finding.case_id ? FindingStatus::case_filed : FindingStatus::uncorrected;
  finding.status = event.corrected ? FindingStatus::verified : remains;
}

void evolve(Inspection& state, const FindingTransferred& event) {
  finding_of(state, event.finding).status = FindingStatus::transferred;
}

void evolve(Inspection& state, const FindingFiled& event) {
  Finding& finding = finding_of(state, event.finding);
  finding.case_id = event.case_id;
  // A finding under an order stays under it: a case does not take the place of correction (行政处罚法
  // 第二十八条第一款).
  if (finding.status == FindingStatus::open || finding.status == FindingStatus::uncorrected) {
    finding.status = FindingStatus::case_filed;
  }
}

void evolve(Inspection& state, const OfficerRecused& event) { state.recused.push_back(event.officer); }

void evolve(Inspection& state, const OfficerReplaced& event) { state.officers.push_back(event.replacement); }

void evolve(Inspection& state, const OfficerJoined& event) {
  VERIFY(state.on_site.has_value());
  state.on_site->certificates.push_back(event.certificate);
}

void evolve(Inspection& state, const InspectionClosed&, const rule::Meta& meta) { state.closed_at = meta.occurred_at; }

}  // namespace xiezhi::core::inspection
