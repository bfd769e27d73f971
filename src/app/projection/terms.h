// The terms that run in a file, told from its state and the law alone: the same on every day, so that lists, load and
// figures sort by what the file's own page shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/engine/world.h"
#include "core/law/pack.h"

namespace xiezhi::app {

/// The last day of a term, and the step it is set for.
struct FileTerm {
  std::string command;
  std::string subject;  ///< the order, measure, party … that it is set for; "" for the file
  std::string party;    ///< of a case, where the term is one party's; else ""
  base::Date day;
};

/// The terms that run, the nearest first. A term whose last day is not known (holidays not yet published) is left out.
/// Figures are those of the day from which the term runs.
std::vector<FileTerm> terms_of(const core::engine::Aggregate& aggregate, const core::law::Pack& pack);
std::vector<FileTerm> terms_of(const core::inspection::Inspection& state, const core::law::Pack& pack);
std::vector<FileTerm> terms_of(const core::casefile::CaseFile& state, const core::law::Pack& pack);

}  // namespace xiezhi::app
