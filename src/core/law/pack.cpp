#include "core/law/pack.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "core/law/discretion.h"
#include "core/law/validate.h"

namespace xiezhi::core::law {

struct Pack::Data {
  PackFile file;
  std::string hash;
  calendar::Calendar calendar;
  org::Divisions divisions;
  std::map<std::string, std::vector<const Figure*>, std::less<>> figures;
  std::map<std::string, std::vector<const Violation*>, std::less<>> violations;
  std::map<std::string, const Instrument*, std::less<>> instruments;
  std::vector<std::pair<const Discretion*, BenchmarkProgram>> benchmarks;

  /// Compiles the benchmarks; the first that is none.
  std::optional<base::JsonError> prepare_benchmarks();
};

std::optional<base::JsonError> Pack::Data::prepare_benchmarks() {
  if (!file.discretion) return std::nullopt;
  for (std::size_t i = 0; i < file.discretion->size(); ++i) {
    const Discretion& region = (*file.discretion)[i];
    for (std::size_t k = 0; k < region.benchmarks.size(); ++k) {
      auto program = prepare(region.benchmarks[k]);
      if (program.ok()) {
        benchmarks.emplace_back(&region, std::move(program).value());
        continue;
      }
      return base::JsonError{"/discretion/" + std::to_string(i) + "/benchmarks/" + std::to_string(k) + "/model",
                             "pack.benchmark", region.benchmarks[k].id + ": " + program.error()};
    }
  }
  return std::nullopt;
}

base::Result<Pack, base::JsonError> Pack::load(std::string_view bytes) {
  auto data = std::make_shared<Data>();
  data->file = TRY(base::parse_json<PackFile>(bytes));
  if (auto problem = first_problem(data->file)) return base::Err{std::move(*problem)};
  if (auto problem = data->prepare_benchmarks()) return base::Err{std::move(*problem)};
  data->hash = base::to_hex(base::sha256(bytes));
  data->calendar = calendar::Calendar(data->file.calendar);
  if (data->file.divisions) data->divisions = TRY(org::Divisions::from(*data->file.divisions));
  for (const Figure& figure : data->file.figures) data->figures[figure.key].push_back(&figure);
  for (const Violation& violation : data->file.violations) data->violations[violation.id].push_back(&violation);
  for (const Instrument& instrument : data->file.instruments) data->instruments[instrument.id] = &instrument;
  Pack pack;
  pack.data_ = std::move(data);
  return pack;
}

const std::string& Pack::hash() const { return data_->hash; }
const calendar::Calendar& Pack::calendar() const { return data_->calendar; }
const org::Divisions& Pack::divisions() const { return data_->divisions; }
const std::vector<Violation>& Pack::violations() const { return data_->file.violations; }
const std::vector<Figure>& Pack::figures() const { return data_->file.figures; }
const std::vector<Instrument>& Pack::instruments() const { return data_->file.instruments; }
const std::vector<DecisionRule>& Pack::decision_rules() const { return data_->file.decision_rules; }

const std::optional<Vocabulary>& Pack::vocabulary() const { return data_->file.vocabulary; }

const std::vector<Discretion>& Pack::discretions() const {
  static const std::vector<Discretion> kNone;
  return data_->file.discretion ? *data_->file.discretion : kNone;
}

const std::vector<Checklist>& Pack::checklists() const {
  static const std::vector<Checklist> kNone;
  return data_->file.checklists ? *data_->file.checklists : kNone;
}

const Discretion* Pack::discretion(std::string_view division) const {
  const Discretion* best = nullptr;
  for (const Discretion& region : discretions()) {
    if (!division.starts_with(region.region)) continue;
    if (best == nullptr || region.region.size() > best->region.size()) best = &region;
  }
  return best;
}

const BenchmarkProgram* Pack::benchmark(const BenchmarkUse& use, base::Date on, std::string_view division) const {
  const std::pair<const Discretion*, BenchmarkProgram>* best = nullptr;
  for (const auto& one : data_->benchmarks) {
    const Benchmark& benchmark = *one.second.benchmark;
    if (!division.starts_with(one.first->region) || !in_force(benchmark.from, benchmark.until, on)) continue;
    if (std::find(benchmark.uses.begin(), benchmark.uses.end(), use) == benchmark.uses.end()) continue;
    if (best == nullptr || one.first->region.size() > best->first->region.size()) best = &one;
  }
  return best == nullptr ? nullptr : &best->second;
}

const Figure* Pack::figure(std::string_view key, base::Date on, std::string_view division) const {
  const auto found = data_->figures.find(key);
  if (found == data_->figures.end()) return nullptr;
  const Figure* best = nullptr;
  for (const Figure* figure : found->second) {
    if (!in_force(figure->from, figure->until, on)) continue;
    if (figure->region && !division.starts_with(*figure->region)) continue;
    // The longer prefix is the nearer rule; the country's has none.
    const std::size_t depth = figure->region ? figure->region->size() : 0;
    if (best == nullptr || depth > (best->region ? best->region->size() : 0)) best = figure;
  }
  return best;
}

namespace {

/// The figure of a day in a division; before there was any, the first that there was; of a division that has none, some
/// region's. Only a key that no pack has is a bug: days and divisions come from outside.
const Figure& known_figure(const Pack& pack, std::string_view key, base::Date on, std::string_view division) {
  if (const Figure* found = pack.figure(key, on, division)) return *found;
  const auto rank = [&](const Figure& one) {
    return std::pair(one.region && !division.starts_with(*one.region), one.from);
  };
  const Figure* first = nullptr;
  for (const Figure& figure : pack.figures()) {
    if (figure.key == key && (first == nullptr || rank(figure) < rank(*first))) first = &figure;
  }
  VERIFY(first != nullptr);
  return *first;
}

}  // namespace

std::int64_t Pack::value(std::string_view key, base::Date on, std::string_view division) const {
  return known_figure(*this, key, on, division).value;
}

const Violation* Pack::violation(std::string_view id, base::Date on) const {
  const auto found = data_->violations.find(id);
  if (found == data_->violations.end()) return nullptr;
  for (const Violation* violation : found->second) {
    const Instrument* text = instrument(violation->penalty.instrument);
    if (in_force(text->from, text->until, on)) return violation;
  }
  return nullptr;
}

const Instrument* Pack::instrument(std::string_view id) const {
  const auto found = data_->instruments.find(id);
  return found == data_->instruments.end() ? nullptr : found->second;
}

calendar::Term Pack::term(std::string_view key, base::Instant start, std::string_view division) const {
  const Figure* found = &known_figure(*this, key, start.date(), division);
  calendar::Term term;
  term.start = start;
  term.basis = found->key;
  term.length = static_cast<std::int32_t>(found->value);
  switch (found->unit) {
    case Unit::hours: term.unit = calendar::TermUnit::hours; break;
    case Unit::working_days: term.unit = calendar::TermUnit::working_days; break;
    case Unit::calendar_days: term.unit = calendar::TermUnit::calendar_days; break;
    case Unit::months: term.unit = calendar::TermUnit::months; break;
    case Unit::years:
      term.unit = calendar::TermUnit::months;
      term.length *= 12;
      break;
    case Unit::count:
    case Unit::fen:
    case Unit::percent:
    case Unit::times: VERIFY_NOT_REACHED();
  }
  const Instrument* text = instrument(found->source.instrument);
  if (text->term_rule && text->term_rule->rolls_past_holiday) term.rolls_past_holiday = true;
  return term;
}

std::string Pack::cite(const Citation& citation) const {
  const Instrument* text = instrument(citation.instrument);
  VERIFY(text != nullptr);
  const std::string place = place_in_chinese(citation);
  return place.empty() ? text->short_title : text->short_title + " " + place;
}

}  // namespace xiezhi::core::law
