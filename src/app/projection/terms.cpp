#include "app/projection/terms.h"

#include <algorithm>

#include "core/casefile/fine.h"

namespace xiezhi::app {
namespace {

using core::casefile::CaseFile;
using core::casefile::CaseParty;
using core::inspection::Inspection;

constexpr std::int64_t kHourMs = 3'600'000;

/// Collects terms: one without a known day is left out, never guessed.
class Terms {
 public:
  Terms(const core::law::Pack& pack, const std::string& division) : pack_(pack), division_(division) {}

  void add(std::string command, std::string subject, const std::optional<base::Date>& day, std::string party = "") {
    if (day) out_.push_back({std::move(command), std::move(subject), std::move(party), *day});
  }
  void add(std::string command, const CaseParty& party, const std::optional<base::Date>& day) {
    add(std::move(command), party.party.id, day, party.party.id);
  }
  /// So many working days after the day of `start`, by a figure of the law.
  [[nodiscard]] std::optional<base::Date> after(base::Date start, std::string_view key) const {
    const auto* figure = pack_.figure(key, start, division_);
    if (figure == nullptr) return std::nullopt;
    return pack_.calendar().add_working_days(start, static_cast<std::int32_t>(figure->value));
  }
  [[nodiscard]] std::optional<base::Date> last_day(const core::calendar::Term& term) const {
    return core::calendar::last_day_of(term, pack_.calendar());
  }
  [[nodiscard]] const core::law::Pack& pack() const { return pack_; }
  std::vector<FileTerm> take() {
    std::stable_sort(out_.begin(), out_.end(), [](const FileTerm& a, const FileTerm& b) { return a.day < b.day; });
    return std::move(out_);
  }

 private:
  const core::law::Pack& pack_;
  const std::string& division_;
  std::vector<FileTerm> out_;
};

void add_of(const Inspection& state, Terms& terms) {
  if (state.closed_at) return;
  for (const auto& order : state.orders) {
    const bool waits = std::any_of(order.findings.begin(), order.findings.end(), [&](const std::string& id) {
      const auto* finding = state.finding(id);
      return finding != nullptr && finding->order == order.id &&
             finding->status == core::inspection::FindingStatus::ordered;
    });
    if (waits) terms.add("Reinspect", order.id, order.deadline);
  }
  for (const auto& measure : state.measures) {
    if (measure.ended_on) continue;
    if (measure.term) terms.add("LiftMeasure", measure.id, terms.last_day(*measure.term));
    // 行政强制法(2011) 第十九条
    const auto* hours = terms.pack().figure("compulsion.report_hours", measure.taken_at.date(), state.division);
    if (measure.urgent && !measure.approved_by && hours != nullptr)
      terms.add("ApproveMeasure", measure.id, base::Instant{measure.taken_at.ms + hours->value * kHourMs}.date());
  }
}

/// Whether something is left to pay. What had been paid in full stays so: the day of the last payment tells it.
bool owes(const core::casefile::Track& track, const CaseFile& state, const core::law::Pack& pack) {
  base::Date day = track.decision->decided_at.date();
  for (const auto& payment : track.payments) day = std::max(day, payment.paid_on);
  return core::casefile::balance_on(track, day, pack, state.division).due_fen.fen > 0;
}

void add_of(const CaseParty& party, const CaseFile& state, Terms& terms) {
  const auto& track = party.track;
  if (!track.decision) return;
  const base::Date decided = track.decision->decided_at.date();
  if (track.decision->revoked_at) {
    // 行政处罚法(2021) 第四十八条第二款
    if (track.disclosed_on && !track.disclosure_withdrawn_on)
      terms.add("WithdrawDisclosure", party,
                terms.after(track.decision->revoked_at->date(), "disclosure.withdraw_days"));
    if (track.to_decide_anew()) terms.add("Decide", party, terms.last_day(track.remand->term));
    return;
  }
  // 行政处罚法(2021) 第六十一条第一款
  if (!track.service && !track.decision->summary)
    terms.add("ServeDecision", party, terms.after(decided, "service.days"));
  // 安全生产法(2021) 第七十八条第二款: of decisions against units
  if (!track.disclosed_on && track.decision->punishes() && party.party.kind == core::dossier::PartyKind::unit)
    terms.add("DiscloseDecision", party, terms.after(decided, "disclosure.days"));
  if (!track.execution_ended_on && owes(track, state, terms.pack()))
    terms.add("RecordPayment", party, core::casefile::next_due(track, terms.pack(), state.division));
}

void add_of(const CaseFile& state, Terms& terms) {
  if (state.over()) return;
  const bool undecided = std::any_of(state.parties.begin(), state.parties.end(),
                                     [](const CaseParty& party) { return !party.track.decision; });
  if (undecided && !state.summary_procedure) terms.add("Decide", "", terms.last_day(state.decision_term));
  for (const auto& kept : state.preservations) {
    if (!kept.disposition) terms.add("DisposePreservation", kept.id, terms.last_day(kept.term));
  }
  for (const CaseParty& party : state.parties) add_of(party, state, terms);
}

}  // namespace

std::vector<FileTerm> terms_of(const Inspection& state, const core::law::Pack& pack) {
  Terms terms(pack, state.division);
  add_of(state, terms);
  return terms.take();
}

std::vector<FileTerm> terms_of(const CaseFile& state, const core::law::Pack& pack) {
  Terms terms(pack, state.division);
  add_of(state, terms);
  return terms.take();
}

std::vector<FileTerm> terms_of(const core::engine::Aggregate& aggregate, const core::law::Pack& pack) {
  if (const auto* inspection = std::get_if<Inspection>(&aggregate)) return terms_of(*inspection, pack);
  if (const auto* casefile = std::get_if<CaseFile>(&aggregate)) return terms_of(*casefile, pack);
  return {};
}

}  // namespace xiezhi::app
