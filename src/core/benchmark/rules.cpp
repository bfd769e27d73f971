// Rules on the making of benchmarks. The law asks that they be lawful and public (行政处罚法 第三十四条); who drafts,
// who approves and that it takes two are rules of the platform, and cite no article.
#include <algorithm>

#include "base/text.h"
#include "core/benchmark/commands.h"
#include "core/benchmark/draft_guards.h"
#include "core/benchmark/proof.h"
#include "core/casefile/benchmark_proof.h"
#include "core/law/published.h"

namespace xiezhi::core::benchmark {
namespace {

using rule::at;
using rule::Context;
using rule::Facts;
using rule::kPenaltyLaw;
using rule::refuse_if;
using rule::Verdict;

// The draft's state -------------------------------------------------------------------------------------------------

Verdict draft_open(const Series& series, const OpenBenchmarkDraft*, const Context& context) {
  if (!series.draft) return std::nullopt;
  return Facts{{"officer", name_of(context, series.draft->author)}, {"benchmark", series.draft->table.title}};
}

// What it is about --------------------------------------------------------------------------------------------------

Verdict table_unknown(const Series&, const OpenBenchmarkDraft* command, const Context& context) {
  const org::Body* body = drafting_body(command, context);
  if (body == nullptr) return std::nullopt;
  const std::string id = engine::id_of(context.stream);
  return refuse_if(law::newest_benchmark(*context.pack, body->division, id) == nullptr, {{"benchmark", id}});
}

/// A table may be made again after its draft was withdrawn, never under the id of another.
Verdict table_exists(const Series& series, const CreateBenchmark*, const Context& context) {
  const std::string id = engine::id_of(context.stream);
  const bool known = std::any_of(context.pack->discretions().begin(), context.pack->discretions().end(),
                                 [&](const law::Discretion& region) {
                                   return law::newest_benchmark(*context.pack, region.region, id) != nullptr;
                                 });
  return refuse_if(known || series.draft || !series.versions.empty(), {{"benchmark", id}});
}

Verdict model_unknown(const Series&, const CreateBenchmark* command, const Context& context) {
  const org::Body* body = drafting_body(command, context);
  if (command == nullptr || body == nullptr) return std::nullopt;
  return refuse_if(law::newest_benchmark(*context.pack, body->division, command->like) == nullptr,
                   {{"benchmark", command->like}});
}

template <typename Command>
Verdict title_missing(const Series&, const Command* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->title).empty());
}

Facts facts_of_use(const law::BenchmarkUse& use) {
  return Facts{{"violation", use.violation},
               {"subject", std::string(base::enum_name(use.subject))},
               {"stage", std::string(base::enum_name(use.stage))}};
}

// 行政处罚法(2021) 第三十四条: what is graded is a fine that the law sets.
Verdict fine_unknown(const Series& series, const BindBenchmark* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  for (const law::BenchmarkUse& use : command->uses) {
    const bool once = std::count(command->uses.begin(), command->uses.end(), use) == 1;
    if (once && casefile::graded_range(use, *context.pack, context.today(), series.region)) continue;
    return facts_of_use(use);
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第三十四条、第五条第二款: one fine, one measure. From `on` for good no other table may grade it.
Verdict graded_by_another(const Series& series, const std::vector<law::BenchmarkUse>& uses, base::Date on,
                          const Context& context) {
  for (const law::Discretion& region : context.pack->discretions()) {
    if (region.region != series.region) continue;
    for (const law::Benchmark& other : region.benchmarks) {
      if (other.id == series.id || (other.until && *other.until < on)) continue;
      for (const law::BenchmarkUse& use : uses) {
        if (std::find(other.uses.begin(), other.uses.end(), use) == other.uses.end()) continue;
        Facts facts = facts_of_use(use);
        facts["other"] = other.title;
        return facts;
      }
    }
  }
  return std::nullopt;
}

Verdict fine_taken(const Series& series, const PublishBenchmark* command, const Context& context) {
  if (!series.draft) return std::nullopt;
  const base::Date on = command == nullptr ? context.today() : command->effective_on;
  return graded_by_another(series, series.draft->table.uses, on, context);
}

// A table that was in force may give up its last fine: it ends so. One that never was would be about nothing.
Verdict grades_nothing(const Series& series, const SubmitBenchmarkDraft*, const Context& context) {
  const bool known = law::newest_benchmark(*context.pack, series.region, series.id) != nullptr;
  return refuse_if(series.draft && series.draft->table.uses.empty() && !known);
}

Verdict content_missing(const Series&, const SaveBenchmarkDraft* command, const Context&) {
  return refuse_if(command != nullptr && (!command->model || command->model->sources.empty()));
}

Verdict unchanged(const Series& series, const SubmitBenchmarkDraft*, const Context& context) {
  if (!series.draft) return std::nullopt;
  const law::Benchmark* newest = law::newest_benchmark(*context.pack, series.region, series.id);
  if (newest == nullptr) return std::nullopt;
  const law::Benchmark& table = series.draft->table;
  const bool same = table.title == newest->title && table.uses == newest->uses &&
                    law::model_digest(table.model) == law::model_digest(newest->model);
  return refuse_if(same, {{"day", newest->from.iso()}});
}

// Proof -------------------------------------------------------------------------------------------------------------

Verification verification_on(const Series& series, base::Date on, const Context& context) {
  return verify(series.draft->table, *context.pack, on, series.region);
}

Facts facts_of(const Verification& found) {
  const dmn::Finding* first = found.fault();
  std::vector<std::string> rules;
  if (first != nullptr) {
    for (const std::uint32_t rule : first->rules) rules.push_back(std::to_string(rule));
  }
  return Facts{{"count", std::to_string(found.faults())},
               {"flaw", std::string(base::enum_name(found.flaw()))},
               {"rules", rules.empty() ? "—" : base::join(rules, "、")},
               {"witness", first == nullptr || first->facts.empty() ? "—" : witness_text(*first)}};
}

// 行政处罚法(2021) 第三十四条: a table that is none, or asks what it does not decide by, is no benchmark.
Verdict unusable(const Series& series, const SubmitBenchmarkDraft*, const Context& context) {
  if (!series.draft) return std::nullopt;
  const Verification found = verification_on(series, context.today(), context);
  if (!found.unusable) return std::nullopt;
  return Facts{{"why", *found.unusable}};
}

// 行政处罚法(2021) 第三十四条、第四条、第五条第二款: benchmarks are made by law and like acts are treated alike: no
// facts without an answer, none with two, nothing outside the statutory range.
Verdict faulty(const Series& series, const SubmitBenchmarkDraft*, const Context& context) {
  if (!series.draft) return std::nullopt;
  const Verification found = verification_on(series, context.today(), context);
  if (found.fault() == nullptr) return std::nullopt;
  return facts_of(found);
}

// 行政处罚法(2021) 第三十四条: what cannot be proved sound is not handed in as sound.
Verdict undecided(const Series& series, const SubmitBenchmarkDraft*, const Context& context) {
  if (!series.draft) return std::nullopt;
  const Verification found = verification_on(series, context.today(), context);
  if (!found.proof.undecided) return std::nullopt;
  return Facts{{"why", *found.proof.undecided}};
}

// The same again by the law of the day from which it is to apply: that may have changed since the draft was handed in.
Verdict unsound(const Series& series, const PublishBenchmark* command, const Context& context) {
  if (!series.draft) return std::nullopt;
  const base::Date on = command == nullptr ? context.today() : command->effective_on;
  const Verification found = verification_on(series, on, context);
  if (found.sound()) return std::nullopt;
  return facts_of(found);
}

}  // namespace

// Guards that several commands have, in their order of precedence.
#define ACTOR_GUARDS(Command)                                                                \
  {"actor.not_an_officer", org::actor_unknown<Series, Command>, at({kPenaltyLaw, 42, 1})}, { \
    "actor.of_other_body", org::actor_of_other_body<Series, Command>, at({kPenaltyLaw, 17})  \
  }

XIEZHI_GUARDS(OpenBenchmarkDraft,
    {"actor.not_an_officer", org::actor_unknown<Series, OpenBenchmarkDraft>, at({kPenaltyLaw, 42, 1})},
    {"benchmark.not_the_regions_body", not_the_regions_body<Series, OpenBenchmarkDraft>, at({kPenaltyLaw, 34})},
    {"benchmark.not_a_reviewer", not_a_reviewer<Series, OpenBenchmarkDraft>, {}},
    {"benchmark.unknown", table_unknown, {}},
    {"benchmark.draft_open", draft_open, {}},
    {"benchmark.reason_missing", reason_missing<Series, OpenBenchmarkDraft>, {}});

void apply(const Series&, const OpenBenchmarkDraft& command, const Context& context, rule::Outcome& out) {
  const std::string id = engine::id_of(context.stream);
  const std::string& region = context.world->body(command.body)->division;
  out.emit(BenchmarkDraftOpened{id, region, command.body, std::string(base::trim(command.reason)),
                                *law::newest_benchmark(*context.pack, region, id)});
}

XIEZHI_GUARDS(CreateBenchmark,
    {"actor.not_an_officer", org::actor_unknown<Series, CreateBenchmark>, at({kPenaltyLaw, 42, 1})},
    {"benchmark.not_the_regions_body", not_the_regions_body<Series, CreateBenchmark>, at({kPenaltyLaw, 34})},
    {"benchmark.not_a_reviewer", not_a_reviewer<Series, CreateBenchmark>, {}},
    {"benchmark.exists", table_exists, {}},
    {"benchmark.unknown", model_unknown, {}},
    {"benchmark.title_missing", title_missing<CreateBenchmark>, {}},
    {"benchmark.reason_missing", reason_missing<Series, CreateBenchmark>, {}});

void apply(const Series&, const CreateBenchmark& command, const Context& context, rule::Outcome& out) {
  const std::string id = engine::id_of(context.stream);
  const std::string& region = context.world->body(command.body)->division;
  law::Benchmark table = *law::newest_benchmark(*context.pack, region, command.like);
  table.id = id;
  table.title = std::string(base::trim(command.title));
  table.from = context.today();
  table.until.reset();
  table.uses.clear();
  table.note.clear();
  table.status = law::Provenance::unverified;
  out.emit(BenchmarkDraftOpened{id, region, command.body, std::string(base::trim(command.reason)), std::move(table)});
}

XIEZHI_GUARDS(BindBenchmark, ACTOR_GUARDS(BindBenchmark),
    {"benchmark.not_a_reviewer", not_a_reviewer<Series, BindBenchmark>, {}},
    {"benchmark.no_draft", no_draft<Series, BindBenchmark>, {}},
    {"benchmark.not_editable", not_editable<Series, BindBenchmark>, {}},
    {"benchmark.title_missing", title_missing<BindBenchmark>, {}},
    {"benchmark.fine_unknown", fine_unknown, at({kPenaltyLaw, 34})});

void apply(const Series&, const BindBenchmark& command, const Context&, rule::Outcome& out) {
  out.emit(BenchmarkDraftBound{std::string(base::trim(command.title)), command.uses});
}

XIEZHI_GUARDS(SaveBenchmarkDraft, ACTOR_GUARDS(SaveBenchmarkDraft),
    {"benchmark.not_a_reviewer", not_a_reviewer<Series, SaveBenchmarkDraft>, {}},
    {"benchmark.no_draft", no_draft<Series, SaveBenchmarkDraft>, {}},
    {"benchmark.not_editable", not_editable<Series, SaveBenchmarkDraft>, {}},
    {"benchmark.content_missing", content_missing, {}});

void apply(const Series& series, const SaveBenchmarkDraft& command, const Context&, rule::Outcome& out) {
  dmn::Model model = *command.model;
  // The file's name stays the table's own, however the text came.
  const auto& own = series.draft->table.model.sources;
  if (!own.empty()) model.sources.front().file = own.front().file;
  const std::string digest = law::model_digest(model);
  out.emit(BenchmarkDraftSaved{command.dmn, std::move(model), digest});
}

XIEZHI_GUARDS(SubmitBenchmarkDraft, ACTOR_GUARDS(SubmitBenchmarkDraft),
    {"benchmark.not_a_reviewer", not_a_reviewer<Series, SubmitBenchmarkDraft>, {}},
    {"benchmark.no_draft", no_draft<Series, SubmitBenchmarkDraft>, {}},
    {"benchmark.not_editable", not_editable<Series, SubmitBenchmarkDraft>, {}},
    {"benchmark.unchanged", unchanged, {}},
    {"benchmark.grades_nothing", grades_nothing, at({kPenaltyLaw, 34})},
    {"benchmark.unusable", unusable, at({kPenaltyLaw, 34})},
    {"benchmark.faulty", faulty, at({kPenaltyLaw, 34}, {kPenaltyLaw, 4}, {kPenaltyLaw, 5, 2})},
    {"benchmark.undecided", undecided, at({kPenaltyLaw, 34})});

void apply(const Series& series, const SubmitBenchmarkDraft&, const Context&, rule::Outcome& out) {
  out.emit(BenchmarkDraftSubmitted{law::model_digest(series.draft->table.model)});
}

XIEZHI_GUARDS(ReturnBenchmarkDraft, ACTOR_GUARDS(ReturnBenchmarkDraft),
    {"benchmark.not_an_approver", not_an_approver<Series, ReturnBenchmarkDraft>, {}},
    {"benchmark.no_draft", no_draft<Series, ReturnBenchmarkDraft>, {}},
    {"benchmark.not_in_review", not_in_review<Series, ReturnBenchmarkDraft>, {}},
    {"benchmark.reason_missing", reason_missing<Series, ReturnBenchmarkDraft>, {}});

void apply(const Series&, const ReturnBenchmarkDraft& command, const Context&, rule::Outcome& out) {
  out.emit(BenchmarkDraftReturned{std::string(base::trim(command.reason))});
}

XIEZHI_GUARDS(WithdrawBenchmarkDraft, ACTOR_GUARDS(WithdrawBenchmarkDraft),
    {"benchmark.not_a_reviewer", not_a_reviewer<Series, WithdrawBenchmarkDraft>, {}},
    {"benchmark.no_draft", no_draft<Series, WithdrawBenchmarkDraft>, {}},
    {"benchmark.reason_missing", reason_missing<Series, WithdrawBenchmarkDraft>, {}});

void apply(const Series&, const WithdrawBenchmarkDraft& command, const Context&, rule::Outcome& out) {
  out.emit(BenchmarkDraftWithdrawn{std::string(base::trim(command.reason))});
}

XIEZHI_GUARDS(ApproveBenchmarkDraft, ACTOR_GUARDS(ApproveBenchmarkDraft),
    {"benchmark.not_an_approver", not_an_approver<Series, ApproveBenchmarkDraft>, {}},
    {"benchmark.no_draft", no_draft<Series, ApproveBenchmarkDraft>, {}},
    {"benchmark.not_submitted", not_submitted<Series, ApproveBenchmarkDraft>, {}},
    {"benchmark.approver_has_edited", approver_has_edited<Series, ApproveBenchmarkDraft>, {}});

void apply(const Series& series, const ApproveBenchmarkDraft& command, const Context&, rule::Outcome& out) {
  out.emit(
      BenchmarkDraftApproved{law::model_digest(series.draft->table.model), std::string(base::trim(command.opinion))});
}

XIEZHI_GUARDS(PublishBenchmark, ACTOR_GUARDS(PublishBenchmark),
    {"benchmark.not_an_approver", not_an_approver<Series, PublishBenchmark>, {}},
    {"benchmark.no_draft", no_draft<Series, PublishBenchmark>, {}},
    {"benchmark.not_approved", not_approved<Series, PublishBenchmark>, {}},
    {"benchmark.effective_before_publication", effective_before_publication<Series, PublishBenchmark>, at({kPenaltyLaw, 5, 3})},
    {"benchmark.publication_unnamed", publication_unnamed<Series, PublishBenchmark>, at({kPenaltyLaw, 34})},
    {"benchmark.fine_taken", fine_taken, at({kPenaltyLaw, 34}, {kPenaltyLaw, 5, 2})},
    {"benchmark.faulty", unsound, at({kPenaltyLaw, 34}, {kPenaltyLaw, 4}, {kPenaltyLaw, 5, 2})});

void apply(const Series& series, const PublishBenchmark& command, const Context&, rule::Outcome& out) {
  law::Benchmark table = series.draft->table;
  table.from = command.effective_on;
  table.until.reset();
  table.note = std::string(base::trim(command.published_in));
  table.status = law::Provenance::verified;
  const std::string digest = law::model_digest(table.model);
  out.emit(BenchmarkPublished{std::move(table), digest, std::string(base::trim(command.published_in))});
}

#undef ACTOR_GUARDS

}  // namespace xiezhi::core::benchmark
