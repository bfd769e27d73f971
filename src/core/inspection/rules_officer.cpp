// Who inspects: recusal, and who takes the place of a recused officer. 行政处罚法(2021) 第四十二条、第四十三条.
#include "core/inspection/guards.h"

namespace xiezhi::core::inspection {
namespace {

Verdict recused_unknown(const Inspection& state, const RecuseOfficer* command, const Context&) {
  return refuse_if(command != nullptr && !state.has_officer(command->officer));
}

Verdict replaced_not_recused(const Inspection& state, const ReplaceOfficer* command, const Context&) {
  if (command == nullptr) return refuse_if(state.recused.empty());
  return refuse_if(!state.is_recused(command->officer), {{"officer", command->officer}});
}

// 行政处罚法(2021) 第四十二条第一款: certified, in service, of this body, and not yet of this inspection.
Verdict replacement_unable(const Inspection& state, const ReplaceOfficer* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const org::Officer* officer = context.world->officer(command->replacement);
  const bool able = officer != nullptr && officer->certified_on(context.today()) &&
                    officer->serves_on(context.today()) &&
                    org::acts_for(*context.world, *officer, state.body, context.today());
  return refuse_if(!able || state.has_officer(command->replacement), {{"officer", command->replacement}});
}

Verdict joiner_not_assigned(const Inspection& state, const JoinOnSite*, const Context& context) {
  return refuse_if(!state.has_officer(context.actor), {{"officer", context.actor}});
}

Verdict joined_already(const Inspection& state, const JoinOnSite*, const Context& context) {
  return refuse_if(state.on_site_officer(context.actor), {{"officer", context.actor}});
}

// 安全生产法(2021) 第六十七条第二款; 行政处罚法(2021) 第五十五条第一款.
Verdict joiner_certificate_invalid(const Inspection&, const JoinOnSite* command, const Context& context) {
  const org::Officer* officer = context.world->officer(context.actor);
  if (command == nullptr || officer == nullptr) return std::nullopt;
  const bool valid =
      std::any_of(officer->certificates.begin(), officer->certificates.end(), [&](const org::Certificate& certificate) {
        return certificate.number == command->certificate && certificate.valid_on(context.today());
      });
  return refuse_if(!valid, {{"officer", officer->name}, {"number", command->certificate}});
}

}  // namespace

XIEZHI_GUARDS(RecuseOfficer,
    {"inspection.not_opened", not_open<RecuseOfficer>, at({kWorkSafetyLaw, 62, 2})},
    {"recusal.not_by_head", org::actor_not_approver<Inspection, RecuseOfficer>, at({kPenaltyLaw, 43, 3})},
    {"recusal.officer_unknown", recused_unknown, at({kPenaltyLaw, 43, 1})});

void apply(const Inspection&, const RecuseOfficer& command, const Context&, Outcome& out) {
  out.emit(OfficerRecused{command.officer, command.grounds});
}

XIEZHI_GUARDS(ReplaceOfficer,
    {"inspection.not_opened", not_open<ReplaceOfficer>, at({kWorkSafetyLaw, 62, 2})},
    {"inspection.closed", already_closed<ReplaceOfficer>, at({kWorkSafetyLaw, 68})},
    {"recusal.not_by_head", org::actor_not_approver<Inspection, ReplaceOfficer>, at({kPenaltyLaw, 43, 3})},
    {"replacement.nobody_recused", replaced_not_recused, at({kPenaltyLaw, 43, 1})},
    {"recusal.replacement_unable", replacement_unable, at({kPenaltyLaw, 42, 1})});

void apply(const Inspection&, const ReplaceOfficer& command, const Context&, Outcome& out) {
  out.emit(OfficerReplaced{command.officer, command.replacement});
}

XIEZHI_GUARDS(JoinOnSite,
    XIEZHI_INSPECTION_ACTOR(JoinOnSite),
    {"record.not_on_site", not_on_site<JoinOnSite>, at({kWorkSafetyLaw, 68})},
    {"join.not_assigned", joiner_not_assigned, at({kPenaltyLaw, 42, 1})},
    {"join.twice", joined_already, at({kWorkSafetyLaw, 68})},
    {"onsite.certificate_invalid", joiner_certificate_invalid, at({kWorkSafetyLaw, 67, 2}, {kPenaltyLaw, 55, 1})});

void apply(const Inspection&, const JoinOnSite& command, const Context& context, Outcome& out) {
  out.emit(OfficerJoined{{context.actor, command.certificate}});
}

}  // namespace xiezhi::core::inspection
