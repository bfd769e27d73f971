// A case's tale from the notice to the decision.
#include <algorithm>

#include "app/demo/case_tale.h"
#include "core/casefile/range.h"

namespace xiezhi::app::demo {
namespace {

namespace casefile = core::casefile;
using core::law::MeasureKind;

/// Whole hundreds of yuan.
constexpr std::int64_t kRoundFen = 10'000;

/// In a year whose holidays are not published nobody can reckon the party's days: the head vouches for them.
Acknowledged term_vouched_for(const core::calendar::Calendar& calendar, base::Date today) {
  constexpr std::int32_t kAround = 30;
  const bool known = calendar.is_working_day(today.plus_days(-kAround)).has_value() &&
                     calendar.is_working_day(today.plus_days(kAround)).has_value();
  if (known) return {};
  return {{"decision.response_term_unknown", "节假日安排尚未公布，已按工作日逐日核对，期限届满"}};
}

base::Money fine_within(const casefile::FineRange& range, int percent) {
  const std::int64_t fen = range.min.fen + (range.max.fen - range.min.fen) * percent / 100;
  return {std::max(range.min.fen, fen / kRoundFen * kRoundFen)};
}

}  // namespace

std::int64_t CaseTale::figure(const char* key) const {
  return story_.pack().value(key, story_.today(), story_.firm().division);
}

std::vector<casefile::Sanction> CaseTale::sanctions_of(const Party& party, int percent) const {
  std::vector<casefile::Sanction> out;
  for (const casefile::Charge& charge : charges_) {
    if (charge.parties.front() != party.input.id) continue;
    const core::law::Violation* violation = story_.pack().violation(charge.violation, charge.act_until);
    VERIFY(violation != nullptr);
    const casefile::Clause clause =
        casefile::clause_for(*violation, party.input.subject, charge, story_.pack(), story_.firm().division);
    const auto weighed = weighed_.find(charge.id);
    if (clause.fine) {
      const auto amount = weighed != weighed_.end() ? weighed->second : fine_within(*clause.fine, percent);
      out.push_back({charge.id, MeasureKind::fine, amount});
    }
    for (const core::law::Measure* measure : clause.measures) {
      if (measure->kind == MeasureKind::ban_from_post) continue;
      const bool due = measure->duty == core::law::Duty::shall && casefile::decided_by_department(*measure) &&
                       measure->kind != MeasureKind::confiscate_gains;
      if (due) out.push_back({charge.id, measure->kind, std::nullopt});
    }
    const core::law::Measure* ban = casefile::strictest_ban(clause);
    if (ban != nullptr && ban->duty == core::law::Duty::shall) {
      out.push_back({charge.id, ban->kind, std::nullopt, ban->ban_years, ban->for_life});
    }
  }
  return out;
}

bool CaseTale::hearing_due(const Party& party) const {
  return casefile::hearing_required(party.sanctions, party.input.kind, story_.pack(), story_.today(),
                                    story_.firm().division);
}

void CaseTale::notice(int percent) {
  for (Party& party : parties_) {
    party.sanctions = sanctions_of(party, percent);
    casefile::GiveNotice command;
    command.id = story_.id();
    command.party = party.input.id;
    command.facts = charges_.front().facts;
    command.grounds = "依据《中华人民共和国安全生产法》，拟作出行政处罚";
    command.sanctions = party.sanctions;
    command.defence_offered = true;
    command.hearing_offered = hearing_due(party);
    act(story_.first(), command);
  }
}

void CaseTale::waive() {
  for (const Party& party : parties_) {
    const bool hearing = hearing_due(party);
    const char* words = hearing ? "当事人书面表示放弃陈述、申辩，不要求听证" : "当事人书面表示放弃陈述、申辩";
    act(story_.first(), casefile::WaiveDefence{party.input.id, words, hearing});
  }
}

void CaseTale::defend() {
  Party& party = parties_.front();
  party.pending = story_.id();
  act(story_.first(), casefile::RecordDefence{party.pending, party.input.id, "已着手整改，经营困难，请求从轻处罚"});
}

void CaseTale::review_defence(bool adopted) {
  const Party& party = parties_.front();
  const char* reason = adopted ? "整改情况属实，采纳从轻处罚的意见" : "事实清楚，所述理由不影响违法行为的认定";
  act(story_.second(), casefile::ReviewDefence{party.input.id, party.pending, adopted, reason});
}

void CaseTale::request_hearing() { act(story_.first(), casefile::RequestHearing{parties_.front().input.id}); }

// 行政处罚法(2021) 第六十四条第二项.
void CaseTale::notify_hearing() {
  casefile::NotifyHearing command;
  command.party = parties_.front().input.id;
  hearing_on_ = story_.workday_after(static_cast<int>(figure("hearing.notice_days")) + 1);
  command.scheduled_on = hearing_on_;
  command.place = story_.bureau().name + "听证室";
  command.presider = story_.bureau().presider.id();
  act(story_.first(), command);
}

void CaseTale::hold_hearing() {
  story_.wait_past(hearing_on_.plus_days(-1));
  act(story_.bureau().presider, casefile::HoldHearing{parties_.front().input.id, false, "听证笔录经当事人核对签字"});
}

void CaseTale::review() {
  act(story_.bureau().reviewer, casefile::ReviewLegality{true, "程序合法，适用法律正确，裁量适当"});
}

void CaseTale::deliberate() {
  const Bureau& bureau = story_.bureau();
  act(bureau.head, casefile::Deliberate{{bureau.head.id(), bureau.deputy.id()}, "同意拟处罚意见"});
}

void CaseTale::refer() {
  act(story_.bureau().head, casefile::ReferToPolice{"公安机关（演示）", "涉嫌危险作业罪，依法移送", std::nullopt});
}

void CaseTale::wait_for_answer() {
  const bool hearing =
      std::any_of(parties_.begin(), parties_.end(), [&](const Party& party) { return hearing_due(party); });
  story_.wait_days(static_cast<int>(figure(hearing ? "hearing.request_days" : "defence.days")) + 1);
}

std::vector<casefile::ChargeVerdict> CaseTale::verdicts_of(const Party& party, casefile::Ruling ruling) const {
  std::vector<casefile::ChargeVerdict> out;
  for (const casefile::Charge& charge : charges_) {
    if (charge.parties.front() != party.input.id) continue;
    casefile::ChargeVerdict verdict;
    verdict.charge = charge.id;
    verdict.ruling = ruling;
    verdict.reason = "证据确凿，裁量适当";
    if (ruling == casefile::Ruling::no_penalty_first) {
      verdict.conditions = {casefile::Condition::first_time, casefile::Condition::harm_slight,
                            casefile::Condition::corrected_in_time};
      verdict.reason = "初次违法，危害后果轻微并及时改正";
    }
    out.push_back(std::move(verdict));
  }
  return out;
}

casefile::RemedyStatement CaseTale::remedies(bool reconsideration_first) const {
  const auto days = static_cast<std::int32_t>(figure("reconsideration.days"));
  const auto months = static_cast<std::int32_t>(figure("litigation.months"));
  return {days, months, reconsideration_first};
}

void CaseTale::decide() {
  for (Party& party : parties_) {
    casefile::Decide command;
    command.number = "auto";
    command.party = party.input.id;
    command.verdicts = verdicts_of(party, casefile::Ruling::penalty);
    command.sanctions = party.sanctions;
    command.correction = casefile::Correction::ordered;
    command.remedies = remedies(false);
    casefile::Decision decision;
    decision.sanctions = party.sanctions;
    for (const casefile::Sanction& sanction : party.sanctions) {
      decision.total_fine_fen = decision.total_fine_fen + sanction.amount_fen.value_or(base::Money{});
    }
    party.track.decision = std::move(decision);
    Step& step = act(story_.bureau().head, command);
    step.acknowledged = term_vouched_for(story_.pack().calendar(), story_.today());
  }
}

void CaseTale::decide_no_penalty() {
  for (Party& party : parties_) {
    casefile::DecideNoPenalty command;
    command.number = "auto";
    command.party = party.input.id;
    command.verdicts = verdicts_of(party, casefile::Ruling::no_penalty_first);
    command.educated = true;
    command.remedies = remedies(false);
    act(story_.bureau().head, command);
  }
}

// 行政处罚法(2021) 第五十一条: up to three thousand yuan for a unit.
void CaseTale::decide_summarily(const Hazard& hazard) {
  add_unit();
  add_charge(hazard.violation, hazard.description, story_.today(), "party-1");
  casefile::DecideSummarily command;
  command.number = "auto";
  command.body = story_.bureau().code;
  command.division = story_.firm().division;
  command.party = parties_.front().input;
  command.charge = charges_.front();
  command.kind = MeasureKind::fine;
  command.fine_fen = base::Money::of_yuan(500 * story_.random().between(2, 6));
  command.correction = casefile::Correction::ordered;
  command.remedies = remedies(true);
  command.officers = story_.officer_ids();
  command.certificates_shown = true;
  command.informed = true;
  command.delivered = true;
  casefile::Track& track = parties_.front().track;
  track.decision.emplace().total_fine_fen = *command.fine_fen;
  track.service = casefile::ServiceRecord{casefile::ServiceMethod::on_the_spot, story_.now()};
  act(story_.first(), command);
}

}  // namespace xiezhi::app::demo
