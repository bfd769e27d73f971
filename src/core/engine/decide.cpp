#include "core/engine/commands.h"
#include "core/engine/engine.h"

namespace xiezhi::core::engine {
namespace {

template <typename State>
inline constexpr std::string_view kKind = "";
template <>
inline constexpr std::string_view kKind<org::Body> = "body";
template <>
inline constexpr std::string_view kKind<org::Officer> = "officer";
template <>
inline constexpr std::string_view kKind<dossier::Enterprise> = "enterprise";
template <>
inline constexpr std::string_view kKind<inspection::Inspection> = "inspection";
template <>
inline constexpr std::string_view kKind<casefile::CaseFile> = "case";
template <>
inline constexpr std::string_view kKind<benchmark::Series> = "benchmark";
template <>
inline constexpr std::string_view kKind<regulation::Regulation> = "regulation";

// 行政处罚法(2021) 第四十七条: the record says when a thing was done, so it cannot be done tomorrow.
template <typename State, typename Command>
rule::Verdict in_the_future(const State&, const Command*, const rule::Context& context) {
  return rule::refuse_if(context.occurred_at > context.now, {{"occurred_at", context.occurred_at.iso()}});
}

// 行政处罚法(2021) 第四十七条: what is entered on a later day says why.
template <typename State, typename Command>
rule::Verdict recorded_late(const State&, const Command*, const rule::Context& context) {
  return rule::refuse_if(context.occurred_at.date() < context.now.date(),
                         {{"occurred_on", context.occurred_at.date().iso()}});
}

/// The guards that stand before those of every command.
template <typename Command>
std::span<const rule::Guard<typename Command::State, Command>> common_guards() {
  using State = typename Command::State;
  static constexpr rule::Guard<State, Command> kGuards[] = {
      {"act.in_the_future", in_the_future<State, Command>, rule::at({rule::kPenaltyLaw, 47})},
      {"act.recorded_late", recorded_late<State, Command>, rule::at({rule::kPenaltyLaw, 47}), rule::Severity::advice},
  };
  return kGuards;
}

rule::Context context_of(const World& world, const Input& input, const law::Pack& pack) {
  rule::Context context;
  context.now = input.now;
  context.occurred_at = input.occurred_at;
  context.actor = input.actor;
  context.stream = input.stream;
  context.pack = &pack;
  context.world = &world;
  context.acknowledged = &input.acknowledged;
  context.skip_guard = input.skip_guard;
  return context;
}

template <typename Command>
rule::Refusals refusals_of(const typename Command::State& state, const Command* command, const rule::Context& context,
                           std::vector<rule::PassedAdvice>* passed) {
  rule::Refusals refusals = rule::run_guards(common_guards<Command>(), state, command, context, passed);
  rule::Refusals own =
      rule::run_guards(guards_of(static_cast<const Command*>(nullptr)), state, command, context, passed);
  refusals.insert(refusals.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  return refusals;
}

template <typename Command>
Answer decide_as(const World& world, const Input& input, const law::Pack& pack) {
  Answer answer;
  if (kind_of(input.stream) != kKind<typename Command::State>) {
    answer.malformed = base::JsonError{"/stream", "json.out_of_range", "the command acts on another kind of stream"};
    return answer;
  }
  const Loaded* target = world.target(input.stream);
  if (target == nullptr) {
    answer.missing = world.missing();
    return answer;
  }
  auto command = base::from_json<Command>(input.payload);
  if (!command.ok()) {
    answer.malformed = command.error();
    answer.malformed->path = "/payload" + answer.malformed->path;
    return answer;
  }
  const auto* state = std::get_if<typename Command::State>(target->state.get());
  VERIFY(state != nullptr);
  const rule::Context context = context_of(world, input, pack);
  std::vector<rule::PassedAdvice> passed;
  answer.refusals = refusals_of(*state, &*command, context, &passed);
  answer.missing = world.missing();
  if (!answer.missing.empty() || !answer.refusals.empty()) return answer;
  rule::Outcome outcome(input.stream, input.salts);
  apply(*state, *command, context, outcome);
  answer.missing = world.missing();
  if (!answer.missing.empty()) return answer;
  for (const rule::PassedAdvice& advice : passed) outcome.emit(rule::AdvicePassed{advice.code, advice.reason});
  answer.events = std::move(outcome.events);
  answer.private_values = std::move(outcome.private_values);
  return answer;
}

/// The day from which the laws that the rules here rest on are all in force, as the pack has them. What was done before
/// is judged by law that the rules do not know.
base::Date rules_begin(const law::Pack& pack) {
  base::Date out;
  for (const char* law : {rule::kPenaltyLaw, rule::kWorkSafetyLaw}) {
    const law::Instrument* instrument = pack.instrument(law);
    if (instrument != nullptr) out = std::max(out, instrument->from);
  }
  return out;
}

}  // namespace

Answer decide(const World& world, const Input& input, const law::Pack& pack) {
  Answer answer;
  const base::Date first = rules_begin(pack);
  if (input.occurred_at.date() < first) {
    answer.malformed = base::JsonError{"/occurred_at", "json.out_of_range",
                                       "expected a day from which the rules here apply: " + first.iso() + " or later"};
    return answer;
  }
  answer.malformed = base::JsonError{"/command", "json.out_of_range", "no such command"};
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Commands>>([&](auto identity) {
    using Command = typename decltype(identity)::type;
    if (input.command == Command::kName) answer = decide_as<Command>(world, input, pack);
  });
  return answer;
}

Next next(const World& world, const std::string& stream, const std::string& actor, base::Instant now,
          std::string_view focus, const law::Pack& pack) {
  Next out;
  const Loaded* target = world.target(stream);
  Input input;
  input.stream = stream;
  input.actor = actor;
  input.now = now;
  input.occurred_at = now;
  rule::Context context = context_of(world, input, pack);
  context.focus = focus;
  if (target != nullptr) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Commands>>([&](auto identity) {
      using Command = typename decltype(identity)::type;
      const auto* state = std::get_if<typename Command::State>(target->state.get());
      if (state == nullptr) return;
      Step step{std::string(Command::kName), true, refusals_of<Command>(*state, nullptr, context, nullptr)};
      for (const rule::Refusal& refusal : step.refusals) {
        step.lawful = step.lawful && refusal.severity == rule::Severity::advice;
      }
      out.steps.push_back(std::move(step));
    });
  }
  out.missing = world.missing();
  return out;
}

bool known_command(std::string_view name) { return !stream_kind_of(name).empty(); }

std::string_view stream_kind_of(std::string_view command) {
  std::string_view kind;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Commands>>([&](auto identity) {
    using Command = typename decltype(identity)::type;
    if (command == Command::kName) kind = kKind<typename Command::State>;
  });
  return kind;
}

std::vector<GuardInfo> list_guards() {
  std::vector<GuardInfo> out;
  const auto add = [&](const auto& guards, std::string_view command) {
    for (const auto& guard : guards) {
      GuardInfo info{guard.code, std::string(base::enum_name(guard.severity)), std::string(command), {}};
      for (const rule::Article& article : guard.articles) {
        if (article.instrument != nullptr) info.articles.push_back(article.citation());
      }
      out.push_back(std::move(info));
    }
  };
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Commands>>([&](auto identity) {
    using Command = typename decltype(identity)::type;
    add(common_guards<Command>(), Command::kName);
    add(guards_of(static_cast<const Command*>(nullptr)), Command::kName);
  });
  return out;
}

}  // namespace xiezhi::core::engine
