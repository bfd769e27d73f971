#include "app/query/dues.h"

#include <algorithm>

#include "core/casefile/fine.h"

namespace xiezhi::app {
namespace {

using core::casefile::CaseFile;
using core::casefile::CaseParty;
using core::inspection::Inspection;

constexpr std::int64_t kHourMs = 3'600'000;

/// Collects dues: one without a known day is left out, never guessed.
class Dues {
 public:
  Dues(const core::law::Pack& pack, base::Date today) : pack_(pack), today_(today) {}

  void add(std::string command, std::string subject, const std::optional<base::Date>& day) {
    if (!day) return;
    out_.push_back({std::move(command), std::move(subject), *day, working_days_left(pack_.calendar(), today_, *day)});
  }
  /// So many working days after the day of `start`, by a figure of the law.
  [[nodiscard]] std::optional<base::Date> after(base::Date start, std::string_view key,
                                                const std::string& division) const {
    const auto* figure = pack_.figure(key, today_, division);
    if (figure == nullptr) return std::nullopt;
    return pack_.calendar().add_working_days(start, static_cast<std::int32_t>(figure->value));
  }
  [[nodiscard]] std::optional<base::Date> last_day(const core::calendar::Term& term) const {
    return core::calendar::last_day_of(term, pack_.calendar());
  }
  [[nodiscard]] const core::law::Pack& pack() const { return pack_; }
  [[nodiscard]] base::Date today() const { return today_; }
  std::vector<StepDue> take() {
    std::stable_sort(out_.begin(), out_.end(), [](const StepDue& a, const StepDue& b) { return a.day < b.day; });
    return std::move(out_);
  }

 private:
  const core::law::Pack& pack_;
  base::Date today_;
  std::vector<StepDue> out_;
};

void add_of(const Inspection& state, Dues& dues) {
  if (state.closed_at) return;
  for (const auto& order : state.orders) {
    const bool waits = std::any_of(order.findings.begin(), order.findings.end(), [&](const std::string& id) {
      const auto* finding = state.finding(id);
      return finding != nullptr && finding->order == order.id &&
             finding->status == core::inspection::FindingStatus::ordered;
    });
    if (waits) dues.add("Reinspect", order.id, order.deadline);
  }
  for (const auto& measure : state.measures) {
    if (measure.ended_on) continue;
    if (measure.term) dues.add("LiftMeasure", measure.id, dues.last_day(*measure.term));
    // 行政强制法(2011) 第十九条
    const auto* hours = dues.pack().figure("compulsion.report_hours", dues.today(), state.division);
    if (measure.urgent && !measure.approved_by && hours != nullptr)
      dues.add("ApproveMeasure", measure.id, base::Instant{measure.taken_at.ms + hours->value * kHourMs}.date());
  }
}

void add_of(const CaseParty& party, const CaseFile& state, Dues& dues) {
  const auto& track = party.track;
  if (!track.decision) return;
  const base::Date decided = track.decision->decided_at.date();
  const std::string& id = party.party.id;
  if (track.decision->revoked_at) {
    // 行政处罚法(2021) 第四十八条第二款
    if (track.disclosed_on && !track.disclosure_withdrawn_on)
      dues.add("WithdrawDisclosure", id,
               dues.after(track.decision->revoked_at->date(), "disclosure.withdraw_days", state.division));
    return;
  }
  // 行政处罚法(2021) 第六十一条第一款
  if (!track.service && !track.decision->summary)
    dues.add("ServeDecision", id, dues.after(decided, "service.days", state.division));
  // 安全生产法(2021) 第七十八条第二款: of decisions against units
  if (!track.disclosed_on && track.decision->punishes() && party.party.kind == core::dossier::PartyKind::unit)
    dues.add("DiscloseDecision", id, dues.after(decided, "disclosure.days", state.division));
  const auto balance = core::casefile::balance_on(track, dues.today(), dues.pack(), state.division);
  if (balance.due_fen.fen > 0) dues.add("RecordPayment", id, balance.pay_by);
}

void add_of(const CaseFile& state, std::string_view focus, Dues& dues) {
  if (state.over()) return;
  const bool undecided = std::any_of(state.parties.begin(), state.parties.end(),
                                     [](const CaseParty& party) { return !party.track.decision; });
  if (undecided && !state.summary_procedure) dues.add("Decide", "", dues.last_day(state.decision_term));
  for (const auto& kept : state.preservations) {
    if (!kept.disposition) dues.add("DisposePreservation", kept.id, dues.last_day(kept.term));
  }
  const CaseParty* party = state.party(focus);
  if (party == nullptr && !state.parties.empty()) party = &state.parties.front();
  if (party != nullptr) add_of(*party, state, dues);
}

}  // namespace

std::optional<std::int32_t> working_days_left(const core::calendar::Calendar& calendar, base::Date today,
                                              base::Date due) {
  if (due >= today) return calendar.working_days_between(today, due);
  const auto past = calendar.working_days_between(due, today);
  return past ? std::optional(-*past) : std::nullopt;
}

std::vector<StepDue> dues_of(const core::engine::Aggregate& aggregate, std::string_view focus,
                             const core::law::Pack& pack, base::Date today) {
  Dues dues(pack, today);
  if (const auto* inspection = std::get_if<Inspection>(&aggregate)) add_of(*inspection, dues);
  if (const auto* casefile = std::get_if<CaseFile>(&aggregate)) add_of(*casefile, focus, dues);
  return dues.take();
}

}  // namespace xiezhi::app
