// A case file (案卷): one or more charges against one or more parties, each party on its own track of notice, defence,
// hearing, decision, service, payment and remedy. 行政处罚法(2021) 第五章、第六章.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "core/calendar/calendar.h"
#include "core/dossier/party.h"
#include "core/law/benchmark.h"
#include "core/law/penalty.h"
#include "core/rule/decision.h"

namespace xiezhi::core::casefile {

enum class Source : std::uint8_t { inspection, accident, transfer, complaint, assigned };
BOOST_DESCRIBE_ENUM(Source, inspection, accident, transfer, complaint, assigned)

/// Losses of an accident; its class follows from them (生产安全事故报告和调查处理条例 第三条).
struct AccidentToll {
  std::int32_t deaths = 0;
  std::int32_t injuries = 0;  ///< 重伤
  base::Money loss_fen;       ///< 直接经济损失
};
BOOST_DESCRIBE_STRUCT(AccidentToll, (), (deaths, injuries, loss_fen))

/// One violation alleged. Charges with the same `act` are one act in law (行政处罚法 第二十九条).
/// What a daily penalty is reckoned from: the fine once imposed, the order to correct, and the day up to which it was
/// found not carried out (安全生产法 第一百一十二条第一款).
struct DailyBasis {
  std::string violation;  ///< that was fined
  base::Money original_fine_fen;
  base::Date ordered_on;
  base::Date until;
};
BOOST_DESCRIBE_STRUCT(DailyBasis, (), (violation, original_fine_fen, ordered_on, until))

struct Charge {
  std::string id;
  std::string violation;
  std::string act;
  std::string facts;
  std::vector<std::string> parties;
  std::optional<std::string> finding;
  base::Date act_from;
  base::Date act_until;
  std::vector<law::Trigger> triggers;  ///< facts beyond the violation itself
  bool major_hazard = false;           ///< 存在重大事故隐患 (安全生产法 第一百一十三条第一项)
  std::optional<AccidentToll> accident;
  std::optional<base::Money> illegal_gains_fen;
  bool gains_refundable = false;                    ///< 依法应当退赔
  std::optional<base::Money> last_year_income_fen;  ///< of a person fined by a share of income
  std::optional<DailyBasis> daily;                  ///< of a daily penalty
};
BOOST_DESCRIBE_STRUCT(Charge, (),
                      (id, violation, act, facts, parties, finding, act_from, act_until, triggers, major_hazard,
                       accident, illegal_gains_fen, gains_refundable, last_year_income_fen, daily))

/// One sanction against one party for one charge.
struct Sanction {
  std::string charge;
  law::MeasureKind kind = law::MeasureKind::fine;
  std::optional<base::Money> amount_fen;
  std::optional<std::int32_t> years = std::nullopt;  ///< of a ban
  std::optional<bool> for_life = std::nullopt;       ///< of a ban: 终身

  bool operator==(const Sanction&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sanction, (), (charge, kind, amount_fen, years, for_life))

struct Notice {
  std::string id;
  base::Instant served_at;
  std::vector<Sanction> sanctions;
  bool hearing_offered = false;
  std::int64_t version = 0;  ///< version of the stream at this notice, to tell what came after
};
BOOST_DESCRIBE_STRUCT(Notice, (), (id, served_at, sanctions, hearing_offered, version))

struct Defence {
  std::string id;
  base::Instant made_at;
  std::string content;
  std::optional<bool> adopted;  ///< absent: not yet reviewed
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Defence, (), (id, made_at, content, adopted, version))

struct Hearing {
  base::Instant requested_at;
  std::optional<base::Instant> notified_at;
  std::optional<base::Date> scheduled_on;
  std::optional<std::string> presider;
  std::optional<base::Instant> held_at;
  bool abandoned = false;
  std::int64_t version = 0;  ///< of the record of the hearing
};
BOOST_DESCRIBE_STRUCT(Hearing, (), (requested_at, notified_at, scheduled_on, presider, held_at, abandoned, version))

/// 行政处罚法 第五十七条第一款, with each ground of not punishing apart.
enum class Ruling : std::uint8_t {
  penalty,
  no_penalty_minor,       ///< 第三十三条第一款前句: must not
  no_penalty_first,       ///< 第三十三条第一款后句: may not
  no_penalty_no_fault,    ///< 第三十三条第二款
  no_penalty_age,         ///< 第三十条
  no_penalty_capacity,    ///< 第三十一条
  no_penalty_limitation,  ///< 第三十六条
  not_established,        ///< 第五十七条第一款第三项
  referred                ///< 第五十七条第一款第四项
};
BOOST_DESCRIBE_ENUM(Ruling, penalty, no_penalty_minor, no_penalty_first, no_penalty_no_fault, no_penalty_age,
                    no_penalty_capacity, no_penalty_limitation, not_established, referred)

/// Facts that a ground of not punishing needs.
enum class Condition : std::uint8_t { act_minor, corrected_in_time, no_harm, first_time, harm_slight, no_fault_proved };
BOOST_DESCRIBE_ENUM(Condition, act_minor, corrected_in_time, no_harm, first_time, harm_slight, no_fault_proved)

/// Grounds for going below the range (减轻): 行政处罚法 第三十条、第三十一条、第三十二条.
enum class Reduction : std::uint8_t {
  harm_removed,
  coerced,
  confessed,
  merit,
  other_by_law,
  minor_aged,
  limited_capacity
};
BOOST_DESCRIBE_ENUM(Reduction, harm_removed, coerced, confessed, merit, other_by_law, minor_aged, limited_capacity)

/// How one charge against one party ends.
struct ChargeVerdict {
  std::string charge;
  Ruling ruling = Ruling::penalty;
  std::vector<Condition> conditions;
  std::optional<Reduction> reduction;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ChargeVerdict, (), (charge, ruling, conditions, reduction, reason))

/// 责令改正 goes with a penalty (行政处罚法 第二十八条第一款).
enum class Correction : std::uint8_t { none, ordered, already_done };
BOOST_DESCRIBE_ENUM(Correction, none, ordered, already_done)

/// The ways against a decision, as it states them (行政处罚法 第五十九条第一款第五项).
struct RemedyStatement {
  std::int32_t reconsideration_days = 0;
  std::int32_t litigation_months = 0;
  bool reconsideration_first = false;
};
BOOST_DESCRIBE_STRUCT(RemedyStatement, (), (reconsideration_days, litigation_months, reconsideration_first))

struct Decision {
  std::string number;
  base::Instant decided_at;
  std::string decided_by;
  std::vector<ChargeVerdict> verdicts;
  std::vector<Sanction> sanctions;
  base::Money total_fine_fen;
  Correction correction = Correction::none;
  RemedyStatement remedies;
  bool summary = false;
  std::optional<base::Instant> revoked_at = std::nullopt;
  std::optional<base::Date> changed_on = std::nullopt;   ///< by a reconsideration or a court
  std::optional<base::Date> unlawful_on = std::nullopt;  ///< confirmed unlawful, and left standing

  [[nodiscard]] bool punishes() const { return !sanctions.empty(); }
};
BOOST_DESCRIBE_STRUCT(Decision, (),
                      (number, decided_at, decided_by, verdicts, sanctions, total_fine_fen, correction, remedies,
                       summary, revoked_at, changed_on, unlawful_on))

enum class ServiceMethod : std::uint8_t { on_the_spot, direct, left_behind, post, electronic, announcement, entrusted };
BOOST_DESCRIBE_ENUM(ServiceMethod, on_the_spot, direct, left_behind, post, electronic, announcement, entrusted)

struct ServiceRecord {
  ServiceMethod method = ServiceMethod::direct;
  base::Instant served_at;
};
BOOST_DESCRIBE_STRUCT(ServiceRecord, (), (method, served_at))

enum class PaymentChannel : std::uint8_t { bank, electronic, on_the_spot };
BOOST_DESCRIBE_ENUM(PaymentChannel, bank, electronic, on_the_spot)

struct Payment {
  base::Money amount_fen;
  base::Date paid_on;
  PaymentChannel channel = PaymentChannel::bank;
  std::string receipt;
};
BOOST_DESCRIBE_STRUCT(Payment, (), (amount_fen, paid_on, channel, receipt))

/// One part of a fine paid by instalments.
struct Instalment {
  base::Date due_on;
  base::Money amount_fen;
};
BOOST_DESCRIBE_STRUCT(Instalment, (), (due_on, amount_fen))

/// Time to pay that was granted: until a day, or by instalments of which the last falls on that day (第六十六条第二款).
struct Deferral {
  base::Date approved_on;
  base::Date until;
  base::Money paid_before_fen;
  std::optional<std::vector<Instalment>> instalments = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(Deferral, (), (approved_on, until, paid_before_fen, instalments))

enum class RemedyKind : std::uint8_t { reconsideration, litigation };
BOOST_DESCRIBE_ENUM(RemedyKind, reconsideration, litigation)

/// How a reconsideration (行政复议法 第四十一条、第六十三条至第六十九条、第七十三条) or a suit (行政诉讼法 第六十条、
/// 第六十二条、第六十九条至第七十七条) ended.
enum class RemedyOutcome : std::uint8_t {
  upheld,              ///< 维持: of a reconsideration
  dismissed,           ///< 驳回
  withdrawn,           ///< 撤回申请、撤诉, or broken off
  unanswered,          ///< 复议机关逾期不作决定 (行政诉讼法 第四十五条): of a reconsideration
  changed,             ///< 变更
  revoked_in_part,     ///< 部分撤销
  mediated,            ///< 调解书
  revoked,             ///< 撤销
  remanded,            ///< 撤销并责令（判决）重新作出
  confirmed_unlawful,  ///< 确认违法: the decision stands
  confirmed_void       ///< 确认无效
};
BOOST_DESCRIBE_ENUM(RemedyOutcome, upheld, dismissed, withdrawn, unanswered, changed, revoked_in_part, mediated,
                    revoked, remanded, confirmed_unlawful, confirmed_void)

/// Whether an outcome says anew what the party bears.
constexpr bool changes_sanctions(RemedyOutcome outcome) {
  return outcome == RemedyOutcome::changed || outcome == RemedyOutcome::revoked_in_part ||
         outcome == RemedyOutcome::mediated;
}

/// Whether the decision is gone with it.
constexpr bool sets_aside(RemedyOutcome outcome) {
  return outcome == RemedyOutcome::revoked || outcome == RemedyOutcome::remanded ||
         outcome == RemedyOutcome::confirmed_void;
}

struct Remedy {
  std::string id;
  RemedyKind kind = RemedyKind::reconsideration;
  base::Date from;
  std::optional<base::Date> until = std::nullopt;  ///< the last day: the party received what ends the proceedings
  std::string result;
  std::optional<RemedyOutcome> outcome = std::nullopt;     ///< absent while pending, and in entries of before
  std::optional<bool> of_earlier_decision = std::nullopt;  ///< true: another decision stands in its place since

  [[nodiscard]] bool counts() const { return !of_earlier_decision.value_or(false); }
  /// Ended by an answer, not because the party gave up.
  [[nodiscard]] bool answered() const { return until.has_value() && outcome != RemedyOutcome::withdrawn; }
};
BOOST_DESCRIBE_STRUCT(Remedy, (), (id, kind, from, until, result, outcome, of_earlier_decision))

/// A decision was set aside and a new one ordered (行政复议法 第六十四条, 行政诉讼法 第七十条、第七十一条).
struct Remand {
  base::Date on;
  std::vector<Sanction> sanctions;  ///< of the decision set aside
  bool procedure_only = false;      ///< set aside for its procedure alone
  calendar::Term term;              ///< to decide anew
  std::int64_t version = 0;         ///< what came before it does not count for the new decision
};
BOOST_DESCRIBE_STRUCT(Remand, (), (on, sanctions, procedure_only, term, version))

/// What a demand says (行政强制法 第三十五条), and what the party answered (第三十六条).
struct Demand {
  base::Date pay_by;
  std::string manner;
  base::Money amount_fen;
  std::optional<std::string> reply = std::nullopt;
  std::optional<bool> reply_adopted = std::nullopt;
  std::optional<std::string> duty = std::nullopt;  ///< what is to be done, where it is not only to pay
};
BOOST_DESCRIBE_STRUCT(Demand, (), (pay_by, manner, amount_fen, reply, reply_adopted, duty))

/// Why enforcement ends for good: 行政强制法 第四十条, and 第三十九条第二款.
enum class ExecutionEnd : std::uint8_t {
  dead_without_estate,      ///< 公民死亡，无遗产，无义务承受人
  dissolved_without_means,  ///< 单位终止，无财产，无义务承受人
  object_lost,              ///< 执行标的灭失
  unable_for_three_years,   ///< 中止执行满三年
  other
};
BOOST_DESCRIBE_ENUM(ExecutionEnd, dead_without_estate, dissolved_without_means, object_lost, unable_for_three_years,
                    other)

/// Everything that happens to one party.
struct Track {
  std::vector<Notice> notices;
  bool waived = false;                 ///< 明确放弃陈述、申辩 (第六十二条)
  std::optional<bool> hearing_waived;  ///< 明确不要求听证 (第六十三条第一款)
  std::vector<Defence> defences;
  std::optional<Hearing> hearing;
  std::optional<Decision> decision;
  std::optional<ServiceRecord> service;
  bool consented_electronic = false;  ///< 第六十一条第二款
  std::vector<Payment> payments;
  std::optional<base::Date> deferred_until;  ///< the end of the last deferral
  std::optional<std::vector<Deferral>> deferrals;
  std::vector<Remedy> remedies;
  std::optional<Remand> remand;
  std::optional<base::Instant> demand_served_at;
  std::optional<Demand> demand;
  std::optional<base::Date> court_applied_on;
  std::optional<base::Date> execution_ended_on;
  std::optional<base::Date> disclosed_on;
  std::optional<base::Date> disclosure_withdrawn_on;

  [[nodiscard]] bool decided() const { return decision && !decision->revoked_at; }
  /// Nothing that the last notice offered is left to wait for.
  [[nodiscard]] bool gave_up_answer() const {
    return waived && !notices.empty() && (!notices.back().hearing_offered || hearing_waived.value_or(false));
  }
  /// A new decision was ordered in place of one set aside, and is not made yet.
  [[nodiscard]] bool to_decide_anew() const { return remand && decision && decision->revoked_at; }
  /// Done before the order to decide anew, so that it does not count for the new decision.
  [[nodiscard]] bool before_remand(std::int64_t version) const { return remand && version < remand->version; }
};
BOOST_DESCRIBE_STRUCT(Track, (),
                      (notices, waived, hearing_waived, defences, hearing, decision, service, consented_electronic,
                       payments, deferred_until, deferrals, remedies, remand, demand_served_at, demand,
                       court_applied_on, execution_ended_on, disclosed_on, disclosure_withdrawn_on))

struct CaseParty {
  dossier::Party party;
  law::Subject subject = law::Subject::unit;
  std::optional<std::int32_t> age;  ///< of a natural person, on the day of the act
  Track track;
};
BOOST_DESCRIBE_STRUCT(CaseParty, (), (party, subject, age, track))

/// 行政处罚法 第四十六条第一款.
enum class EvidenceKind : std::uint8_t {
  documentary,
  physical,
  audiovisual,
  electronic_data,
  testimony,
  party_statement,
  expert_opinion,
  site_record
};
BOOST_DESCRIBE_ENUM(EvidenceKind, documentary, physical, audiovisual, electronic_data, testimony, party_statement,
                    expert_opinion, site_record)

struct Evidence {
  std::string id;
  EvidenceKind kind = EvidenceKind::documentary;
  std::string caption;
  std::optional<std::string> sha256;
  std::vector<std::string> charges;
  bool new_facts = false;
  std::optional<bool> verified;  ///< absent: not yet examined
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (id, kind, caption, sha256, charges, new_facts, verified, version))

/// 先行登记保存 (第五十六条).
struct Preservation {
  std::string id;
  std::string items;
  calendar::Term term;
  std::optional<std::string> disposition;
};
BOOST_DESCRIBE_STRUCT(Preservation, (), (id, items, term, disposition))

struct LegalReview {
  std::string reviewer;
  bool passed = false;
  std::string opinion;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(LegalReview, (), (reviewer, passed, opinion, version))

struct Deliberation {
  std::vector<std::string> members;
  std::string conclusion;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Deliberation, (), (members, conclusion, version))

/// Discretion weighed for one charge against one party, by the benchmark in force then (行政处罚法 第三十四条).
struct Weighing {
  std::string party;
  std::string charge;
  std::string benchmark;
  std::vector<law::StatedFact> facts;
  std::vector<std::string> circumstances;
  std::string tier;
  law::Band band;
  law::Band allowed;  ///< amounts that need no ground of their own
  base::Money recommended_fen;
  std::optional<std::string> ground;  ///< for an amount outside
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Weighing, (),
                      (party, charge, benchmark, facts, circumstances, tier, band, allowed, recommended_fen, ground,
                       version))

/// What the end of the investigation says of the case; people judge it, the rules follow.
struct Character {
  bool complex = false;          ///< 情节复杂、疑难复杂
  bool major = false;            ///< 重大违法行为
  bool public_interest = false;  ///< 涉及重大公共利益
  bool suspected_crime = false;
  bool harms_life = false;  ///< 涉及公民生命健康安全且有危害后果 (第三十六条)
};
BOOST_DESCRIBE_STRUCT(Character, (), (complex, major, public_interest, suspected_crime, harms_life))

/// What became of a referral (行政处罚法 第二十七条第一款, 行政执法机关移送涉嫌犯罪案件的规定 第八条、第十条).
enum class ReferralOutcome : std::uint8_t {
  not_filed,  ///< 公安机关不予立案
  returned,   ///< 不起诉、免予刑事处罚等，移送回来
  convicted   ///< 判处刑罚
};
BOOST_DESCRIBE_ENUM(ReferralOutcome, not_filed, returned, convicted)

struct ReferralAnswer {
  ReferralOutcome outcome = ReferralOutcome::not_filed;
  bool fined = false;  ///< 判处罚金
  base::Date on;
};
BOOST_DESCRIBE_STRUCT(ReferralAnswer, (), (outcome, fined, on))

/// Why a unit is to be closed: 安全生产法 第一百一十三条第一款第一项至第四项.
enum class ClosureItem : std::uint8_t { repeated_penalties, still_unfit, major_accident, refused_suspension };
BOOST_DESCRIBE_ENUM(ClosureItem, repeated_penalties, still_unfit, major_accident, refused_suspension)

/// A party's request that somebody leave the case, and the head's answer (行政处罚法 第四十三条).
struct RecusalRequest {
  std::string id;
  std::string party;
  std::string officer;
  std::string grounds;
  std::optional<bool> granted = std::nullopt;  ///< absent: not answered yet
};
BOOST_DESCRIBE_STRUCT(RecusalRequest, (), (id, party, officer, grounds, granted))

struct CaseFile {
  std::string id;
  Source source = Source::inspection;
  std::string reference;
  std::optional<std::string> inspection;
  std::string body;
  std::string division;
  base::Date discovered_on;
  base::Instant filed_at;
  bool summary_procedure = false;
  std::vector<std::string> investigators;
  std::vector<std::string> recused;
  std::optional<std::vector<std::string>> collectors;  ///< who collected evidence and is no investigator
  std::optional<std::vector<RecusalRequest>> recusal_requests;
  std::vector<Charge> charges;
  std::vector<CaseParty> parties;
  std::vector<Evidence> evidence;
  std::vector<Preservation> preservations;
  std::optional<base::Instant> investigation_ended_at;
  Character character;
  std::optional<LegalReview> review;
  std::optional<Deliberation> deliberation;
  std::optional<std::vector<Weighing>> weighings;  ///< absent until the first
  calendar::Term decision_term;
  std::optional<base::Date> referred_on;
  std::optional<ReferralAnswer> referral_answer;
  std::optional<base::Date> closure_proposed_on;
  std::optional<std::vector<ClosureItem>> closure_items;
  std::optional<base::Instant> summary_reported_at;
  std::optional<base::Instant> terminated_at;
  std::optional<base::Instant> closed_at;

  [[nodiscard]] bool exists() const { return !id.empty(); }
  [[nodiscard]] const CaseParty* party(std::string_view party_id) const;
  [[nodiscard]] const Charge* charge(std::string_view charge_id) const;
  [[nodiscard]] const Evidence* evidence_item(std::string_view evidence_id) const;
  /// The last weighing of a charge against a party, or null.
  [[nodiscard]] const Weighing* weighing(std::string_view party_id, std::string_view charge_id) const;
  [[nodiscard]] const Preservation* preservation(std::string_view preservation_id) const;
  [[nodiscard]] bool over() const { return closed_at.has_value() || terminated_at.has_value(); }
};
BOOST_DESCRIBE_STRUCT(CaseFile, (),
                      (id, source, reference, inspection, body, division, discovered_on, filed_at, summary_procedure,
                       investigators, recused, collectors, recusal_requests, charges, parties, evidence, preservations,
                       investigation_ended_at, character, review, deliberation, weighings, decision_term, referred_on,
                       referral_answer, closure_proposed_on, closure_items, summary_reported_at, terminated_at,
                       closed_at))

}  // namespace xiezhi::core::casefile
