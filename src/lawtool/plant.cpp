#include <algorithm>

#include "lawtool/seed.h"

namespace xiezhi::lawtool {
namespace {

using law::Measure;

/// Another value than `from`, one decimal digit different; never negative.
std::int64_t other_digit(std::int64_t from, Random& random) {
  std::int64_t place = 1;
  std::vector<std::int64_t> places;
  for (std::int64_t rest = from; rest > 0 || places.empty(); rest /= 10, place *= 10) places.push_back(place);
  place = places[random.below(places.size())];
  const std::int64_t digit = from / place % 10;
  const std::int64_t other = (digit + 1 + static_cast<std::int64_t>(random.below(9))) % 10;
  return from + (other - digit) * place;
}

void spoil_digit(std::int32_t& number, Random& random) {
  number = static_cast<std::int32_t>(other_digit(number, random));
}
void spoil_digit(base::Money& money, Random& random) { money.fen = other_digit(money.fen, random); }

/// Any other enumerator.
template <typename E>
void spoil_enum(E& value, Random& random) {
  std::vector<E> others;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
    if (enumerator.value != value) others.push_back(enumerator.value);
  });
  value = others[random.below(others.size())];
}

/// One up or down.
void spoil_step(std::int32_t& number, Random& random) { number += random.below(2) == 0 ? 1 : -1; }

template <typename T>
void erase_at(std::vector<T>& list, std::size_t index) {
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
}

class Planter {
 public:
  explicit Planter(const LawSource& source) : source_(source) {}

  std::vector<PlantedError> take() { return std::move(errors_); }

  void instrument(std::size_t i) {
    const InstrumentFolder& folder = source_.instruments[i];
    where_ = folder.head.id;
    if (folder.head.term_rule) term_rule(i);
    if (folder.head.enforcer) enforcer(i);
    for (std::size_t y = 0; y < folder.head.yields.size(); ++y) yields(i, y);
    for (std::size_t f = 0; f < folder.figures.size(); ++f) figure(i, f);
    for (std::size_t a = 0; a < folder.articles.size(); ++a) article(i, a);
  }

 private:
  template <typename Find, typename Spoil>
  void plant(ErrorSort sort, const std::string& what, Find find, Spoil spoil) {
    errors_.push_back(
        {sort, where_ + " " + what, [find, spoil](LawSource& law, Random& random) { spoil(find(law), random); }});
  }

  void term_rule(std::size_t i) {
    const auto find = [i](LawSource& law) -> InstrumentSource& { return law.instruments[i].head; };
    using Head = InstrumentSource;
    plant(ErrorSort::deletion, "term rule", find, [](Head& head, Random&) { head.term_rule.reset(); });
    plant(ErrorSort::adjacent, "term rule article", find,
          [](Head& head, Random& random) { spoil_step(head.term_rule->article, random); });
    plant(ErrorSort::rule, "term rule holidays", find,
          [](Head& head, Random&) { head.term_rule->rolls_past_holiday = !head.term_rule->rolls_past_holiday; });
    const TermRuleSource& rule = *source_.instruments[i].head.term_rule;
    for (std::size_t k = 0; k < rule.working_day_lengths.size(); ++k) {
      plant(ErrorSort::digit, "term rule length", find,
            [k](Head& head, Random& random) { spoil_digit(head.term_rule->working_day_lengths[k], random); });
      plant(ErrorSort::deletion, "term rule length", find,
            [k](Head& head, Random&) { erase_at(head.term_rule->working_day_lengths, k); });
    }
    if (!rule.working_days_up_to) return;
    plant(ErrorSort::digit, "term rule up to", find,
          [](Head& head, Random& random) { spoil_digit(*head.term_rule->working_days_up_to, random); });
  }

  void enforcer(std::size_t i) {
    using Head = InstrumentSource;
    const auto find = [i](LawSource& law) -> Head& { return law.instruments[i].head; };
    plant(ErrorSort::kind, "enforcer", find,
          [](Head& head, Random& random) { spoil_enum(head.enforcer->decider, random); });
    plant(ErrorSort::adjacent, "enforcer article", find,
          [](Head& head, Random& random) { spoil_step(head.enforcer->article, random); });
  }

  void yields(std::size_t i, std::size_t y) {
    const auto find = [i, y](LawSource& law) -> YieldSource& { return law.instruments[i].head.yields[y]; };
    plant(ErrorSort::adjacent, "yielding article", find,
          [](YieldSource& yield, Random& random) { spoil_step(yield.article, random); });
    plant(ErrorSort::adjacent, "article yielded to", find,
          [](YieldSource& yield, Random& random) { spoil_step(yield.to_article, random); });
  }

  void figure(std::size_t i, std::size_t f) {
    const FigureSource& figure = source_.instruments[i].figures[f];
    if (figure.status == law::Provenance::unverified) return;
    const auto find = [i, f](LawSource& law) -> FigureSource& { return law.instruments[i].figures[f]; };
    using F = FigureSource;
    plant(ErrorSort::digit, figure.key, find, [](F& it, Random& random) { it.value = other_digit(it.value, random); });
    plant(ErrorSort::unit, figure.key, find, [](F& it, Random& random) { spoil_enum(it.unit, random); });
    plant(ErrorSort::adjacent, figure.key + " article", find,
          [](F& it, Random& random) { spoil_step(it.article, random); });
    plant(ErrorSort::adjacent, figure.key + " place", find, [](F& it, Random& random) {
      if (it.item) return spoil_step(*it.item, random);
      if (it.paragraph) return spoil_step(*it.paragraph, random);
      it.paragraph = 2;
    });
    const auto list = [i](LawSource& law) -> std::vector<F>& { return law.instruments[i].figures; };
    plant(ErrorSort::deletion, figure.key, list, [f](std::vector<F>& it, Random&) { erase_at(it, f); });
    if (source_.instruments[i].figures.size() > 1) plant(ErrorSort::subject, figure.key, list, swap_with_another(f));
    if (!figure.restated.empty()) {
      plant(ErrorSort::deletion, figure.key + " restated", find, [](F& it, Random&) { it.restated.clear(); });
    }
  }

  /// Two figures keep their places and numbers and change what they are said to be.
  static std::function<void(std::vector<FigureSource>&, Random&)> swap_with_another(std::size_t f) {
    return [f](std::vector<FigureSource>& list, Random& random) {
      const std::size_t step = 1 + random.below(list.size() - 1);
      FigureSource& a = list[f];
      FigureSource& b = list[(f + step) % list.size()];
      std::swap(a.key, b.key);
      std::swap(a.subject, b.subject);
      std::swap(a.words, b.words);
      std::swap(a.before, b.before);
      std::swap(a.after, b.after);
      std::swap(a.opening, b.opening);
    };
  }

  void article(std::size_t i, std::size_t a);
  void clause(std::size_t i, std::size_t a, std::size_t c);
  void branch(std::size_t i, std::size_t a, std::size_t c, std::size_t b);
  void measure(std::size_t i, std::size_t a, std::size_t c, std::size_t b, std::size_t m);
  void violation(std::size_t i, std::size_t a, std::size_t v);
  void duty(std::size_t i, std::size_t a, std::size_t v, std::size_t d);
  void decision(std::size_t i, std::size_t a, std::size_t d);

  const LawSource& source_;
  std::string where_;
  std::vector<PlantedError> errors_;
};

void Planter::article(std::size_t i, std::size_t a) {
  const ArticleSource& article = source_.instruments[i].articles[a];
  const std::string what = "article " + std::to_string(article.article);
  const auto find = [i, a](LawSource& law) -> ArticleSource& { return law.instruments[i].articles[a]; };
  const auto list = [i](LawSource& law) -> std::vector<ArticleSource>& { return law.instruments[i].articles; };
  plant(ErrorSort::adjacent, what, find, [](ArticleSource& it, Random& random) { spoil_step(it.article, random); });
  plant(ErrorSort::deletion, what, list, [a](std::vector<ArticleSource>& it, Random&) { erase_at(it, a); });
  for (std::size_t c = 0; c < article.clauses.size(); ++c) clause(i, a, c);
  for (std::size_t v = 0; v < article.violations.size(); ++v) violation(i, a, v);
  for (std::size_t d = 0; d < article.decisions.size(); ++d) decision(i, a, d);
}

void Planter::clause(std::size_t i, std::size_t a, std::size_t c) {
  const ArticleSource& article = source_.instruments[i].articles[a];
  const ClauseSource& clause = article.clauses[c];
  const std::string what = "article " + std::to_string(article.article) + " clause " + clause.name;
  const auto find = [i, a, c](LawSource& law) -> ClauseSource& { return law.instruments[i].articles[a].clauses[c]; };
  const auto list = [i, a](LawSource& law) -> std::vector<ClauseSource>& {
    return law.instruments[i].articles[a].clauses;
  };
  plant(ErrorSort::deletion, what, list, [c](std::vector<ClauseSource>& it, Random&) { erase_at(it, c); });
  plant(ErrorSort::adjacent, what, find, [](ClauseSource& it, Random& random) { spoil_step(it.paragraph, random); });
  plant(ErrorSort::rule, what + " crime", find,
        [](ClauseSource& it, Random&) { it.criminal_reference = !it.criminal_reference; });
  if (clause.sentence) {
    plant(ErrorSort::adjacent, what, find, [](ClauseSource& it, Random& random) { spoil_step(*it.sentence, random); });
  }
  if (clause.same_as) {
    plant(ErrorSort::deletion, what + " same_as", find, [](ClauseSource& it, Random&) { it.same_as.reset(); });
  }
  for (std::size_t b = 0; b < clause.branches.size(); ++b) branch(i, a, c, b);
}

void Planter::branch(std::size_t i, std::size_t a, std::size_t c, std::size_t b) {
  const ArticleSource& article = source_.instruments[i].articles[a];
  const BranchSource& branch = article.clauses[c].branches[b];
  const std::string what =
      "article " + std::to_string(article.article) + " " + article.clauses[c].name + " branch " + std::to_string(b);
  const auto find = [i, a, c, b](LawSource& law) -> BranchSource& {
    return law.instruments[i].articles[a].clauses[c].branches[b];
  };
  using B = BranchSource;
  plant(
      ErrorSort::deletion, what,
      [i, a, c](LawSource& law) -> std::vector<B>& { return law.instruments[i].articles[a].clauses[c].branches; },
      [b](std::vector<B>& it, Random&) { erase_at(it, b); });
  plant(ErrorSort::subject, what, find, [](B& it, Random& random) { spoil_enum(it.subject, random); });
  for (std::size_t t = 0; t < branch.when.size(); ++t) {
    plant(ErrorSort::trigger, what, find, [t](B& it, Random& random) {
      const std::vector<law::Trigger> others = it.when;
      do spoil_enum(it.when[t], random);
      while (std::count(others.begin(), others.end(), it.when[t]) > 0);
    });
    plant(ErrorSort::deletion, what + " trigger", find, [t](B& it, Random&) { erase_at(it.when, t); });
  }
  if (branch.threshold_fen) {
    plant(ErrorSort::digit, what + " threshold", find,
          [](B& it, Random& random) { spoil_digit(*it.threshold_fen, random); });
    plant(ErrorSort::deletion, what + " threshold", find, [](B& it, Random&) { it.threshold_fen.reset(); });
  }
  if (branch.item) {
    plant(ErrorSort::adjacent, what + " item", find, [](B& it, Random& random) { spoil_step(*it.item, random); });
  }
  for (std::size_t m = 0; m < branch.measures.size(); ++m) measure(i, a, c, b, m);
}

void Planter::measure(std::size_t i, std::size_t a, std::size_t c, std::size_t b, std::size_t m) {
  const ArticleSource& article = source_.instruments[i].articles[a];
  const Measure& measure = article.clauses[c].branches[b].measures[m];
  const std::string what = "article " + std::to_string(article.article) + " " + article.clauses[c].name + " branch " +
                           std::to_string(b) + " " + std::string(base::enum_name(measure.kind));
  const auto list = [i, a, c, b](LawSource& law) -> std::vector<Measure>& {
    return law.instruments[i].articles[a].clauses[c].branches[b].measures;
  };
  const auto find = [list, m](LawSource& law) -> Measure& { return list(law)[m]; };
  plant(ErrorSort::deletion, what, list, [m](std::vector<Measure>& it, Random&) { erase_at(it, m); });
  plant(ErrorSort::kind, what, find, [](Measure& it, Random& random) { spoil_enum(it.kind, random); });
  plant(ErrorSort::kind, what + " duty", find, [](Measure& it, Random& random) { spoil_enum(it.duty, random); });
  plant(ErrorSort::kind, what + " decider", find, [](Measure& it, Random& random) { spoil_enum(it.decider, random); });
  const auto number = [&](auto member, const char* name) {
    if (!(measure.*member)) return;
    plant(ErrorSort::digit, what + " " + name, find,
          [member](Measure& it, Random& random) { spoil_digit(*(it.*member), random); });
    plant(ErrorSort::deletion, what + " " + name, find, [member](Measure& it, Random&) { (it.*member).reset(); });
  };
  number(&Measure::min_fen, "min_fen");
  number(&Measure::max_fen, "max_fen");
  number(&Measure::min_times, "min_times");
  number(&Measure::max_times, "max_times");
  number(&Measure::min_percent, "min_percent");
  number(&Measure::max_percent, "max_percent");
  number(&Measure::ban_years, "ban_years");
  number(&Measure::min_days, "min_days");
  number(&Measure::max_days, "max_days");
  number(&Measure::article, "article");
  number(&Measure::paragraph, "paragraph");
  if (measure.max_fen) {  // 万元 for 元
    plant(ErrorSort::unit, what, find, [](Measure& it, Random&) { it.max_fen->fen /= 10'000; });
  }
  if (measure.max_times) {
    plant(ErrorSort::unit, what, find, [](Measure& it, Random&) { std::swap(it.max_times, it.max_percent); });
  }
  if (measure.max_percent) {
    plant(ErrorSort::unit, what, find, [](Measure& it, Random&) { std::swap(it.max_percent, it.max_times); });
  }
  if (measure.ban_years) {
    plant(ErrorSort::unit, what, find, [](Measure& it, Random&) { std::swap(it.ban_years, it.max_days); });
  }
  if (measure.for_life) {
    plant(ErrorSort::deletion, what + " for life", find, [](Measure& it, Random&) { it.for_life.reset(); });
  }
  if (measure.ban_scope) {
    plant(ErrorSort::kind, what + " scope", find,
          [](Measure& it, Random& random) { spoil_enum(*it.ban_scope, random); });
  }
}

void Planter::violation(std::size_t i, std::size_t a, std::size_t v) {
  const ViolationSource& violation = source_.instruments[i].articles[a].violations[v];
  const auto list = [i, a](LawSource& law) -> std::vector<ViolationSource>& {
    return law.instruments[i].articles[a].violations;
  };
  const auto find = [list, v](LawSource& law) -> ViolationSource& { return list(law)[v]; };
  using V = ViolationSource;
  plant(ErrorSort::deletion, violation.id, list, [v](std::vector<V>& it, Random&) { erase_at(it, v); });
  plant(ErrorSort::adjacent, violation.id + " paragraph", find,
        [](V& it, Random& random) { spoil_step(it.paragraph, random); });
  if (violation.item) {
    plant(ErrorSort::adjacent, violation.id + " item", find,
          [](V& it, Random& random) { spoil_step(*it.item, random); });
  }
  for (std::size_t c = 0; c < violation.clauses.size(); ++c) {
    plant(ErrorSort::deletion, violation.id + " clause", find, [c](V& it, Random&) { erase_at(it.clauses, c); });
  }
  for (std::size_t d = 0; d < violation.duty.size(); ++d) duty(i, a, v, d);
}

void Planter::duty(std::size_t i, std::size_t a, std::size_t v, std::size_t d) {
  const ViolationSource& violation = source_.instruments[i].articles[a].violations[v];
  const auto list = [i, a, v](LawSource& law) -> std::vector<DutySource>& {
    return law.instruments[i].articles[a].violations[v].duty;
  };
  const auto find = [list, d](LawSource& law) -> DutySource& { return list(law)[d]; };
  using D = DutySource;
  plant(ErrorSort::adjacent, violation.id + " duty article", find,
        [](D& it, Random& random) { spoil_step(it.article, random); });
  if (violation.duty[d].paragraph) {
    plant(ErrorSort::adjacent, violation.id + " duty paragraph", find,
          [](D& it, Random& random) { spoil_step(*it.paragraph, random); });
  }
  if (violation.duty[d].item) {
    plant(ErrorSort::adjacent, violation.id + " duty item", find,
          [](D& it, Random& random) { spoil_step(*it.item, random); });
  }
  if (violation.duty.size() == 1) {
    plant(ErrorSort::deletion, violation.id + " duty", list, [](std::vector<D>& it, Random&) { it.clear(); });
  }
}

void Planter::decision(std::size_t i, std::size_t a, std::size_t d) {
  const DecisionSource& decision = source_.instruments[i].articles[a].decisions[d];
  const std::string what = "decided by " + std::string(base::enum_name(decision.decider));
  const auto list = [i, a](LawSource& law) -> std::vector<DecisionSource>& {
    return law.instruments[i].articles[a].decisions;
  };
  const auto find = [list, d](LawSource& law) -> DecisionSource& { return list(law)[d]; };
  using D = DecisionSource;
  plant(ErrorSort::deletion, what, list, [d](std::vector<D>& it, Random&) { erase_at(it, d); });
  plant(ErrorSort::kind, what, find, [](D& it, Random& random) { spoil_enum(it.decider, random); });
  for (std::size_t k = 0; k < decision.articles.size(); ++k) {
    plant(ErrorSort::adjacent, what, find, [k](D& it, Random& random) { spoil_step(it.articles[k], random); });
  }
  for (std::size_t k = 0; k < decision.measures.size(); ++k) {
    plant(ErrorSort::deletion, what + " measure", find, [k](D& it, Random&) { erase_at(it.measures, k); });
  }
}

}  // namespace

std::vector<PlantedError> plantable_errors(const LawSource& source, const Texts& texts) {
  Planter planter(source);
  for (std::size_t i = 0; i < source.instruments.size(); ++i) {
    if (texts.statutes.contains(source.instruments[i].head.id)) planter.instrument(i);
  }
  return planter.take();
}

}  // namespace xiezhi::lawtool
