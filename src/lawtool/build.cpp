#include <algorithm>

#include "lawtool/source.h"

namespace xiezhi::lawtool {
namespace {

using base::Err;
using base::Result;

law::Figure to_figure(const FigureSource& source, const std::string& instrument, const InstrumentSource* text) {
  law::Figure figure;
  figure.key = source.key;
  figure.value = source.value;
  figure.unit = source.unit;
  figure.source = law::Citation{source.instrument.value_or(instrument), source.article, source.paragraph, source.item};
  figure.from = source.from.value_or(text != nullptr ? text->from : base::Date{});
  figure.until = source.until;
  if (!figure.until && text != nullptr) figure.until = text->until;
  figure.subject = source.subject;
  figure.anchor = source.anchor;
  figure.status = source.status;
  return figure;
}

const ClauseSource* find_clause(const ArticleSource& article, const std::string& name) {
  const auto found = std::find_if(article.clauses.begin(), article.clauses.end(),
                                  [&](const ClauseSource& clause) { return clause.name == name; });
  return found == article.clauses.end() ? nullptr : &*found;
}

FileError bad_clause(const std::string& id, std::int32_t article, const std::string& path, const std::string& name) {
  return FileError{id + "/penalty/" + std::to_string(article) + ".json",
                   base::JsonError{path, "law.unknown_clause", "no clause '" + name + "'"}};
}

law::Branch to_branch(const std::string& id, std::int32_t article, const ClauseSource& clause,
                      const BranchSource& source) {
  law::Branch branch;
  branch.subject = source.subject;
  branch.when = source.when;
  branch.threshold_fen = source.threshold_fen;
  branch.measures = source.measures;
  branch.at = law::Citation{id, article, clause.paragraph, source.item};
  return branch;
}

bool is_general(law::Decider decider) {
  return decider == law::Decider::department || decider == law::Decider::emergency_department;
}

/// A branch of the provision referred to, as it strikes whom the referring branch strikes: its subject where the
/// provision speaks of the wrongdoer, its triggers besides those of the provision, its body.
law::Branch referred(law::Branch target, const BranchSource& from, law::Decider decider) {
  if (target.subject == law::Subject::unit || target.subject == law::Subject::anyone) target.subject = from.subject;
  for (law::Trigger trigger : from.when) {
    if (trigger == law::Trigger::found) continue;
    std::erase(target.when, law::Trigger::found);
    if (std::find(target.when.begin(), target.when.end(), trigger) == target.when.end()) target.when.push_back(trigger);
  }
  for (law::Measure& measure : target.measures) {
    if (is_general(measure.decider) && decider != law::Decider::department) measure.decider = decider;
  }
  return target;
}

/// Appends a clause's branches; a measure as_provision is put out into what the provision says.
Result<bool, FileError> append_branches(const InstrumentFolder& folder, const ArticleSource& article,
                                        const ClauseSource& clause, law::Violation& out) {
  const std::string& id = folder.head.id;
  for (const BranchSource& source : clause.branches) {
    // Where each item has its own fine, a violation takes only that of its item.
    if (source.item && out.penalty.item && out.penalty.paragraph == clause.paragraph &&
        *source.item != *out.penalty.item) {
      continue;
    }
    law::Branch own = to_branch(id, article.article, clause, source);
    std::erase_if(own.measures,
                  [](const law::Measure& measure) { return measure.kind == law::MeasureKind::as_provision; });
    if (!own.measures.empty()) out.branches.push_back(std::move(own));
    for (const law::Measure& measure : source.measures) {
      if (measure.kind != law::MeasureKind::as_provision) continue;
      const std::int32_t number = measure.article.value_or(article.article);
      bool found = false;
      for (const ArticleSource& other : folder.articles) {
        if (other.article != number) continue;
        for (const ClauseSource& target : other.clauses) {
          if (target.paragraph != measure.paragraph.value_or(1)) continue;
          found = true;
          for (const BranchSource& branch : target.branches) {
            out.branches.push_back(referred(to_branch(id, number, target, branch), source, measure.decider));
          }
          out.criminal_reference = out.criminal_reference || target.criminal_reference;
        }
      }
      if (!found) return Err{bad_clause(id, article.article, "/clauses", "of article " + std::to_string(number))};
    }
  }
  return true;
}

Result<law::Violation, FileError> to_violation(const InstrumentFolder& folder, const ArticleSource& article,
                                               std::size_t index) {
  const std::string& id = folder.head.id;
  const ViolationSource& source = article.violations[index];
  law::Violation out;
  out.id = source.id;
  out.title = source.title;
  out.penalty = law::Citation{id, article.article, source.paragraph, source.item};
  out.applies = source.applies;
  out.anchor = source.anchor;
  out.status = source.status;
  for (const DutySource& duty : source.duty) {
    out.duty.push_back(law::Citation{duty.instrument.value_or(id), duty.article, duty.paragraph, duty.item});
  }
  for (const std::string& name : source.clauses) {
    const std::string path = "/violations/" + std::to_string(index) + "/clauses";
    const ClauseSource* clause = find_clause(article, name);
    if (clause == nullptr) return Err{bad_clause(id, article.article, path, name)};
    out.criminal_reference = out.criminal_reference || clause->criminal_reference;
    if (clause->same_as) {
      const ClauseSource* other = find_clause(article, *clause->same_as);
      if (other == nullptr) return Err{bad_clause(id, article.article, "/clauses", *clause->same_as)};
      out.criminal_reference = out.criminal_reference || other->criminal_reference;
      TRY(append_branches(folder, article, *other, out));
    }
    TRY(append_branches(folder, article, *clause, out));
  }
  return out;
}

law::Instrument to_instrument(const InstrumentSource& source) {
  law::Instrument out;
  out.id = source.id;
  out.title = source.title;
  out.short_title = source.short_title;
  out.version = source.version;
  out.from = source.from;
  out.until = source.until;
  out.fixed = source.fixed;
  if (source.term_rule) {
    const TermRuleSource& rule = *source.term_rule;
    out.term_rule = law::TermRule{rule.working_day_lengths, rule.working_days_up_to, rule.rolls_past_holiday,
                                  law::Citation{source.id, rule.article, rule.paragraph, std::nullopt}};
  }
  for (const YieldSource& yield : source.yields) {
    out.yields.push_back({law::Citation{source.id, yield.article, std::nullopt, std::nullopt},
                          law::Citation{yield.to_instrument, yield.to_article, std::nullopt, std::nullopt},
                          yield.relation, yield.note});
  }
  return out;
}

Result<bool, FileError> append_instrument(const InstrumentFolder& folder, law::PackFile& out) {
  const law::Instrument text = to_instrument(folder.head);
  out.instruments.push_back(text);
  for (const FigureSource& figure : folder.figures) out.figures.push_back(to_figure(figure, text.id, &folder.head));
  for (const ArticleSource& article : folder.articles) {
    for (std::size_t i = 0; i < article.violations.size(); ++i) {
      out.violations.push_back(TRY(to_violation(folder, article, i)));
    }
    for (const DecisionSource& decision : article.decisions) {
      const law::Citation source{text.id, article.article, decision.paragraph, std::nullopt};
      out.decision_rules.push_back(
          {decision.decider, decision.measures, decision.articles, source, decision.note, decision.anchor});
    }
  }
  return true;
}

const InstrumentSource* find_text(const LawSource& source, const std::optional<std::string>& id) {
  for (const InstrumentFolder& folder : source.instruments) {
    if (id && folder.head.id == *id) return &folder.head;
  }
  return nullptr;
}

}  // namespace

Result<law::PackFile, FileError> to_pack_file(const LawSource& source) {
  law::PackFile out;
  for (const InstrumentFolder& folder : source.instruments) TRY(append_instrument(folder, out));
  for (const RegionSource& region : source.regions) {
    for (const FigureSource& item : region.figures) {
      law::Figure figure = to_figure(item, "", find_text(source, item.instrument));
      figure.until = item.until;  // the region's own rule outlives a version of the law it fills
      figure.region = region.division;
      out.figures.push_back(std::move(figure));
    }
  }
  out.calendar = source.calendar;
  out.divisions = source.divisions;
  out.vocabulary = source.vocabulary;
  if (!source.discretion.empty()) out.discretion = source.discretion;
  for (const law::Checklist& list : source.checklists) {
    if (auto error = checklist_error(list, out)) return Err{std::move(*error)};
  }
  if (!source.checklists.empty()) out.checklists = source.checklists;
  return out;
}

Result<std::string, FileError> build_pack(const std::string& directory) {
  const LawSource source = TRY(read_law(directory));
  std::string bytes = base::to_json(TRY(to_pack_file(source)));
  auto loaded = law::Pack::load(bytes);
  if (!loaded.ok()) return Err{FileError{"pack", std::move(loaded).error()}};
  return bytes;
}

}  // namespace xiezhi::lawtool
