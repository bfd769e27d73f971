// How long a seizure lasts: its extension, and the time of testing that does not count. 行政强制法(2011) 第二十五条.
#include "base/text.h"
#include "core/inspection/guards.h"

namespace xiezhi::core::inspection {
namespace {

template <typename C>
const Measure* with_term(const Inspection& state, const C* command) {
  const Measure* measure = command == nullptr ? nullptr : state.measure(command->measure);
  return measure != nullptr && measure->term ? measure : nullptr;
}

template <typename C>
Verdict without_term(const Inspection& state, const C* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(state.measure(command->measure) != nullptr && with_term(state, command) == nullptr);
}

// 行政强制法(2011) 第二十五条第一款、第二十八条第一款第四项: what has run out cannot be made longer.
template <typename C>
Verdict after_end(const Inspection& state, const C* command, const Context& context) {
  const Measure* measure = with_term(state, command);
  if (measure == nullptr) return std::nullopt;
  const auto last = calendar::last_day_of(*measure->term, context.pack->calendar());
  return refuse_if(last && context.today() > *last, {{"last", last ? last->iso() : ""}});
}

// 行政强制法(2011) 第十九条: what could not wait is approved afterwards, and until then there is nothing to extend.
Verdict extension_unapproved(const Inspection& state, const ExtendMeasure* command, const Context&) {
  const Measure* measure = with_term(state, command);
  return refuse_if(measure != nullptr && !measure->ended_on && measure->urgent && !measure->approved_by,
                   {{"measure", command == nullptr ? "" : command->measure}});
}

// 行政强制法(2011) 第二十五条第一款: extended by at most thirty days.
Verdict extension_too_long(const Inspection& state, const ExtendMeasure* command, const Context& context) {
  const Measure* measure = with_term(state, command);
  if (measure == nullptr) return std::nullopt;
  const std::int64_t most = context.figure("seizure.extension_days", state.division);
  return refuse_if(command->days <= 0 || measure->term->extension + command->days > most,
                   {{"days", std::to_string(command->days)}, {"most", std::to_string(most)}});
}

// 行政强制法(2011) 第二十五条第二款: the reason is given.
Verdict extension_unreasoned(const Inspection&, const ExtendMeasure* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

// 行政强制法(2011) 第二十五条第三款: the party is told in writing, and by whom the test is made.
Verdict testing_untold(const Inspection&, const BeginTesting* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->notice).empty() || base::trim(command->institution).empty());
}

// 行政强制法(2011) 第二十五条第三款: a definite time, while the seizure lasts, each day once.
Verdict testing_misdated(const Inspection& state, const BeginTesting* command, const Context& context) {
  const Measure* measure = with_term(state, command);
  if (measure == nullptr) return std::nullopt;
  const auto last = calendar::last_day_of(*measure->term, context.pack->calendar());
  const bool outside = command->from < measure->taken_at.date() || (last && command->from > *last);
  const auto& before = measure->term->suspensions;
  const bool twice = std::any_of(before.begin(), before.end(), [&](const calendar::Suspension& one) {
    return !one.until || command->from <= *one.until;
  });
  return refuse_if(command->until < command->from || outside || twice);
}

Verdict not_tested(const Inspection& state, const EndTesting* command, const Context&) {
  if (command == nullptr) {
    return refuse_if(std::none_of(state.measures.begin(), state.measures.end(), [](const Measure& measure) {
      return !measure.ended_on && measure.running_test() != nullptr;
    }));
  }
  const Measure* measure = state.measure(command->measure);
  return refuse_if(measure != nullptr && measure->running_test() == nullptr, {{"measure", command->measure}});
}

// 行政强制法(2011) 第二十五条第三款: on a day that was, and no later than the party was told.
Verdict testing_end_misdated(const Inspection& state, const EndTesting* command, const Context& context) {
  const Measure* measure = command == nullptr ? nullptr : state.measure(command->measure);
  const Testing* testing = measure == nullptr ? nullptr : measure->running_test();
  if (testing == nullptr) return std::nullopt;
  return refuse_if(
      command->ended_on < testing->from || command->ended_on > testing->until || command->ended_on > context.today(),
      {{"from", testing->from.iso()}, {"until", testing->until.iso()}});
}

}  // namespace

XIEZHI_GUARDS(ExtendMeasure,
    {"inspection.not_opened", not_open<ExtendMeasure>, at({kWorkSafetyLaw, 62, 2})},
    {"measure.approver_not_head", org::actor_not_approver<Inspection, ExtendMeasure>, at({kCompulsionLaw, 25, 1})},
    {"measure.unknown", measure_unknown<ExtendMeasure>, at({kCompulsionLaw, 25, 1})},
    {"measure.ended", measure_ended<ExtendMeasure>, at({kCompulsionLaw, 28, 1})},
    {"measure.without_term", without_term<ExtendMeasure>, at({kCompulsionLaw, 25, 1})},
    {"measure.extension_unapproved", extension_unapproved, at({kCompulsionLaw, 19}, {kCompulsionLaw, 25, 1})},
    {"measure.extension_after_end", after_end<ExtendMeasure>, at({kCompulsionLaw, 25, 1}, {kCompulsionLaw, 28, 1, 4})},
    {"measure.extension_too_long", extension_too_long, at({kCompulsionLaw, 25, 1})},
    {"measure.extension_unreasoned", extension_unreasoned, at({kCompulsionLaw, 25, 2})});

void apply(const Inspection&, const ExtendMeasure& command, const Context&, Outcome& out) {
  out.emit(MeasureExtended{command.measure, command.days, command.reason});
}

XIEZHI_GUARDS(BeginTesting,
    XIEZHI_INSPECTION_ACTOR(BeginTesting),
    {"measure.unknown", measure_unknown<BeginTesting>, at({kCompulsionLaw, 25, 3})},
    {"measure.ended", measure_ended<BeginTesting>, at({kCompulsionLaw, 28, 1})},
    {"measure.without_term", without_term<BeginTesting>, at({kCompulsionLaw, 25, 1})},
    {"testing.after_end", after_end<BeginTesting>, at({kCompulsionLaw, 25, 1}, {kCompulsionLaw, 28, 1, 4})},
    {"testing.untold", testing_untold, at({kCompulsionLaw, 25, 3})},
    {"testing.misdated", testing_misdated, at({kCompulsionLaw, 25, 3})});

void apply(const Inspection&, const BeginTesting& command, const Context&, Outcome& out) {
  out.emit(
      TestingBegun{command.measure, command.kind, command.institution, command.from, command.until, command.notice});
}

XIEZHI_GUARDS(EndTesting,
    XIEZHI_INSPECTION_ACTOR(EndTesting),
    {"measure.unknown", measure_unknown<EndTesting>, at({kCompulsionLaw, 25, 3})},
    {"measure.ended", measure_ended<EndTesting>, at({kCompulsionLaw, 28, 1})},
    {"testing.none_running", not_tested, at({kCompulsionLaw, 25, 3})},
    {"testing.end_misdated", testing_end_misdated, at({kCompulsionLaw, 25, 3})});

void apply(const Inspection&, const EndTesting& command, const Context&, Outcome& out) {
  out.emit(TestingEnded{command.measure, command.ended_on, command.result});
}

}  // namespace xiezhi::core::inspection
