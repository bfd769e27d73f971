#include "app/benchmark_file.h"
#include "app/past_weighings.h"
#include "app/query/query_tools.h"
#include "app/view/what_if_views.h"
#include "app/what_if_draw.h"
#include "core/benchmark/state.h"
#include "core/casefile/benchmark_proof.h"

namespace xiezhi::app {
namespace {

namespace law = core::law;

/// The version in force, or the newest where none is.
const law::Benchmark* compared(const law::Pack& pack, const std::string& region, const std::string& id,
                               base::Date today) {
  const auto* current = law::benchmark_on(pack, region, id, today);
  return current != nullptr ? current : law::newest_benchmark(pack, region, id);
}

store::DbStatus decide_past(store::Connection& connection, Comparison& comparison, const std::string& id,
                            const WhatIfRequest& request, WhatIfView& view) {
  view.after = TRY(next_weighings(connection, request.after.value_or("case/"), [&](const PastWeighing& past) {
    if (past.weighing.benchmark != id) return;
    const auto values = values_of(comparison, past.weighing.facts);
    if (comparison.add(values) && view.examples.size() < kWhatIfExamples) {
      view.examples.push_back(comparison.example(values, past.case_id));
    }
  }));
  return base::Unit{};
}

}  // namespace

QueryResult<WhatIfView> what_if(store::Connection& connection, const law::Pack& pack, const Scope& scope,
                                const std::string& id, const WhatIfRequest& request, base::Date today) {
  const bool fits = request.done >= 0 && request.done < kMostWhatIf && request.done % kWhatIfPiece == 0;
  if (!fits) return invalid_query("done");
  const std::string after = request.after.value_or("case/");
  if (!after.starts_with("case/")) return invalid_query("after");
  for (const auto& region : pack.discretions()) {
    const auto* current = compared(pack, region.region, id, today);
    if (current == nullptr || !scope.admits(region.region, "")) continue;
    WhatIfView view;
    auto model = read_draft(request.dmn);
    if (!model.ok()) {
      view.problem = model.error().message;
      return view;
    }
    law::Benchmark draft = *current;
    core::benchmark::take_model(draft, std::move(model).value());
    const auto now = law::prepare(*current);
    const auto then = law::prepare(draft);
    if (!now.ok() || !then.ok()) {
      view.problem = now.ok() ? then.error() : now.error();
      return view;
    }
    const auto before = FastBenchmark::of(*now);
    const auto afterwards = FastBenchmark::of(*then);
    if (!before.ok() || !afterwards.ok()) {
      view.problem = before.ok() ? afterwards.error() : before.error();
      return view;
    }
    Comparison comparison(*before, *afterwards,
                          core::casefile::fixed_ranges(current->uses, pack, today, region.region));
    if (request.synthetic) {
      CaseDraw(comparison.axes())
          .run(comparison, 1, request.done, request.done + kWhatIfPiece, kWhatIfExamples, view.examples);
      if (request.done + kWhatIfPiece < kMostWhatIf) view.after = after;
    } else {
      TRY_DB(decide_past(connection, comparison, id, request, view));
    }
    view.counts = comparison.result();
    return view;
  }
  return not_found(id);
}

}  // namespace xiezhi::app
