#include <algorithm>

#include "base/text.h"
#include "lawtool/check_context.h"

namespace xiezhi::lawtool {
namespace {

/// One measure as the data write it.
struct Written {
  const ClauseSource* clause = nullptr;
  const BranchSource* branch = nullptr;
  const law::Measure* measure = nullptr;
};

std::vector<law::Trigger> sorted(std::vector<law::Trigger> when) {
  std::sort(when.begin(), when.end());
  return when;
}

bool same_but_for_measure(const Written& data, const ReadMeasure& read) {
  return data.clause->paragraph == read.paragraph && data.clause->sentence.value_or(read.sentence) == read.sentence &&
         data.branch->item == read.item && data.branch->subject == read.subject &&
         sorted(data.branch->when) == read.when && data.branch->threshold_fen == read.threshold_fen;
}

std::string triggers_of(const std::vector<law::Trigger>& when) {
  std::vector<std::string> names;
  for (law::Trigger trigger : when) names.emplace_back(base::enum_name(trigger));
  return base::join(names, "+");
}

std::string describe(law::Subject subject, const std::vector<law::Trigger>& when, const law::Measure& measure) {
  return std::string(base::enum_name(subject)) + " " + triggers_of(when) + " " + base::to_json(measure);
}

std::vector<Written> written_measures(const ArticleSource& article) {
  std::vector<Written> out;
  for (const ClauseSource& clause : article.clauses) {
    for (const BranchSource& branch : clause.branches) {
      for (const law::Measure& measure : branch.measures) out.push_back({&clause, &branch, &measure});
    }
  }
  return out;
}

const ReadSentence* sentence_of(const ReadArticle& reading, std::int32_t paragraph, std::int32_t sentence) {
  for (const ReadSentence& read : reading.sentences) {
    if (read.paragraph == paragraph && read.sentence == sentence) return &read;
  }
  return nullptr;
}

/// What the sentences of a clause say together.
ReadSentence facts_of(const ReadArticle& reading, const ClauseSource& clause) {
  ReadSentence out;
  for (const ReadSentence& read : reading.sentences) {
    if (read.paragraph != clause.paragraph || clause.sentence.value_or(read.sentence) != read.sentence) continue;
    out.paragraph = read.paragraph;
    out.criminal_reference = out.criminal_reference || read.criminal_reference;
    out.as_before = out.as_before || read.as_before;
    if (read.adds_to) out.adds_to = read.adds_to;
    if (!read.only_items.empty()) out.only_items = read.only_items;
  }
  return out;
}

/// The clauses that must apply to what one clause strikes: itself and those that speak of its paragraph (前款,
/// 有本条第一款第三项行为) or of one that does.
std::vector<std::string> chain_of(const ArticleSource& article, const ReadArticle& reading, const ClauseSource& own,
                                  std::optional<std::int32_t> item) {
  std::vector<std::string> out = {own.name};
  std::set<std::int32_t> reached = {own.paragraph};
  for (const ClauseSource& clause : article.clauses) {
    const ReadSentence facts = facts_of(reading, clause);
    if (!facts.adds_to || !reached.contains(*facts.adds_to)) continue;
    const auto& only = facts.only_items;
    if (!only.empty() && (!item || std::find(only.begin(), only.end(), *item) == only.end())) continue;
    out.push_back(clause.name);
    reached.insert(clause.paragraph);
  }
  return out;
}

const ClauseSource* clause_named(const ArticleSource& article, const std::string& name) {
  for (const ClauseSource& clause : article.clauses) {
    if (clause.name == name) return &clause;
  }
  return nullptr;
}

std::string expected_id(const std::string& prefix, const ArticleSource& article, const ViolationSource& violation,
                        const ClauseSource& own) {
  const std::string start = prefix + "." + std::to_string(article.article) + ".";
  if (violation.item) return start + std::to_string(*violation.item);
  const std::string paragraph = start + "p" + std::to_string(violation.paragraph);
  return own.sentence ? paragraph + "." + std::to_string(*own.sentence) : paragraph;
}

std::string expected_name(const ClauseSource& clause) {
  const std::string paragraph = "p" + std::to_string(clause.paragraph);
  return clause.sentence ? paragraph + ".s" + std::to_string(*clause.sentence) : paragraph;
}

}  // namespace

void InstrumentCheck::articles() {
  const auto readings = texts_.readings.find(folder_.head.id);
  if (readings == texts_.readings.end()) return;
  for (const auto& [number, reading] : readings->second) {
    const auto found = std::find_if(folder_.articles.begin(), folder_.articles.end(),
                                    [&](const ArticleSource& data) { return data.article == number; });
    for (const std::string& unread : reading.unread) wrong(name(number), "words not understood: " + unread);
    if (found == folder_.articles.end()) {
      ArticleSource nothing;
      nothing.article = number;
      article(nothing, reading);
    } else {
      article(*found, reading);
    }
  }
  std::set<std::int32_t> seen;
  for (const ArticleSource& data : folder_.articles) {
    if (!readings->second.contains(data.article)) wrong(name(data.article), "is not among the covered articles");
    if (!seen.insert(data.article).second) wrong(name(data.article), "is written in two files");
  }
}

void InstrumentCheck::article(const ArticleSource& article, const ReadArticle& reading) {
  measures(article, reading);
  clauses(article, reading);
  for (const ViolationSource& item : article.violations) violation(article, reading, item);
  completeness(article, reading);
}

void InstrumentCheck::measures(const ArticleSource& article, const ReadArticle& reading) {
  std::vector<Written> left = written_measures(article);
  std::vector<const ReadMeasure*> unclaimed;
  for (const ReadMeasure& read : reading.measures) {
    const auto found = std::find_if(left.begin(), left.end(), [&](const Written& data) {
      return same_but_for_measure(data, read) && *data.measure == read.measure;
    });
    if (found == left.end()) {
      unclaimed.push_back(&read);
      continue;
    }
    left.erase(found);
    ++report_.measures;
    for (const TextFigure& figure : read.figures) {
      claim(article.article, {read.paragraph, read.item.value_or(0), figure.begin});
    }
  }
  for (const ReadMeasure* read : unclaimed) {
    wrong(name(article.article, read->paragraph, read->item),
          "the text says, and no datum claims: " + describe(read->subject, read->when, read->measure));
  }
  for (const Written& data : left) {
    wrong(name(article.article, data.clause->paragraph, data.branch->item),
          "the text does not say: " + describe(data.branch->subject, data.branch->when, *data.measure));
  }
}

void InstrumentCheck::clauses(const ArticleSource& article, const ReadArticle& reading) {
  std::set<std::string> names;
  for (const ClauseSource& clause : article.clauses) {
    const std::string place = name(article.article, clause.paragraph) + " " + clause.name;
    if (!names.insert(clause.name).second) wrong(place, "two clauses of one name");
    if (clause.name != expected_name(clause)) wrong(place, "is not named after its place");
    const ReadSentence facts = facts_of(reading, clause);
    if (facts.paragraph == 0) wrong(place, "no such paragraph or sentence");
    if (facts.criminal_reference != clause.criminal_reference) wrong(place, "the reference to crime differs");
    const std::string before = "p" + std::to_string(clause.paragraph - 1);
    if (facts.as_before != clause.same_as.has_value() || (clause.same_as && *clause.same_as != before)) {
      wrong(place, "依照前款规定处罚 stands in one of text and data only");
    }
    if (clause.branches.empty() && !clause.same_as) wrong(place, "imposes nothing");
    for (const BranchSource& branch : clause.branches) {
      if (branch.measures.empty()) wrong(place, "a branch without a measure");
    }
    if (sentence_of(reading, clause.paragraph, clause.sentence.value_or(1)) != nullptr) ++report_.citations;
  }
}

void InstrumentCheck::violation(const ArticleSource& article, const ReadArticle& reading,
                                const ViolationSource& violation) {
  const std::string place = name(article.article, violation.paragraph, violation.item) + " " + violation.id;
  const ClauseSource* own = violation.clauses.empty() ? nullptr : clause_named(article, violation.clauses.front());
  if (own == nullptr || own->paragraph != violation.paragraph) {
    wrong(place, "its first clause must be the one of its paragraph");
  } else {
    if (violation.id != expected_id(folder_.head.prefix.value_or(""), article, violation, *own))
      wrong(place, "is not named after its place");
    if (violation.clauses != chain_of(article, reading, *own, violation.item))
      wrong(place, "other clauses apply by the text");
  }
  if (violation.title.empty()) wrong(place, "has no title");
  violation_place(article, violation);
  if (violation.duty.empty() != violation.self_contained.value_or(false)) {
    wrong(place, "must name a provision that is broken, or be marked as self-contained, not both");
  }
  applied(article, violation, place);
  for (const DutySource& duty : violation.duty) {
    const auto text = texts_.statutes.find(duty.instrument.value_or(folder_.head.id));
    const bool here = text != texts_.statutes.end() && text->first == folder_.head.id;
    if (text == texts_.statutes.end()) {
      report_.unverified.push_back({place, "no text of " + *duty.instrument});
    } else if (text->second.text(duty.article, duty.paragraph, duty.item) == nullptr ||
               !anchor_fits(text->second, here ? folder_.head : InstrumentSource{}, duty.article, duty.paragraph,
                            duty.item, duty.anchor)) {
      wrong(place, "duty " + name(duty.article, duty.paragraph, duty.item) + ": no such place, or “" + duty.anchor +
                       "” does not stand there alone");
    } else {
      ++report_.citations;
    }
  }
  if (violation.status == law::Provenance::unverified) report_.unverified.push_back({place, "marked unverified"});
  ++report_.violations;
}

/// 依照…有关规定处罚: the place names the title of the instrument whose violations apply.
void InstrumentCheck::applied(const ArticleSource& article, const ViolationSource& violation,
                              const std::string& place) {
  const std::string* lead = text_.text(article.article, violation.paragraph, std::nullopt);
  const std::string* item = text_.text(article.article, violation.paragraph, violation.item);
  for (const std::string& id : violation.applies.value_or(std::vector<std::string>{})) {
    const auto title = texts_.titles.find(id.substr(0, id.find('.')));
    const auto names = [&](const std::string* text) {
      return text != nullptr && title != texts_.titles.end() && occurrences(*text, title->second) > 0;
    };
    const bool named = names(lead) || names(item);
    if (!named) wrong(place, "applies " + id + ", whose instrument the clause does not name");
  }
}

/// The anchor stands once in the article, and in the cited place.
void InstrumentCheck::violation_place(const ArticleSource& article, const ViolationSource& violation) {
  const std::string place = name(article.article, violation.paragraph, violation.item) + " " + violation.id;
  const std::string* text = text_.text(article.article, violation.paragraph, violation.item);
  const Article* whole = text_.article(article.article);
  std::size_t everywhere = 0;
  if (whole != nullptr) {
    for (const Paragraph& paragraph : whole->paragraphs) {
      everywhere += occurrences(paragraph.lead, violation.anchor);
      for (const std::string& item : paragraph.items) everywhere += occurrences(item, violation.anchor);
    }
  }
  const std::size_t length = base::length(violation.anchor);
  const bool fits =
      text != nullptr && length >= 2 && length <= 10 && everywhere == 1 && occurrences(*text, violation.anchor) == 1;
  if (!fits) return wrong(place, "no such place, or “" + violation.anchor + "” does not stand there alone");
  ++report_.citations;
  const ClauseSource* own = violation.clauses.empty() ? nullptr : clause_named(article, violation.clauses.front());
  if (own == nullptr || !own->sentence) return;
  const std::size_t before = occurrences(std::string_view(*text).substr(0, text->find(violation.anchor)), "。");
  if (static_cast<std::int32_t>(before) + 1 != *own->sentence) wrong(place, "its anchor stands in another sentence");
}

/// Every item of a list and every clause of its own must lead to a violation, once.
void InstrumentCheck::completeness(const ArticleSource& article, const ReadArticle& reading) {
  const auto count = [&](std::int32_t paragraph, std::optional<std::int32_t> item,
                         std::optional<std::int32_t> sentence) {
    return std::count_if(article.violations.begin(), article.violations.end(), [&](const ViolationSource& violation) {
      const ClauseSource* own = violation.clauses.empty() ? nullptr : clause_named(article, violation.clauses.front());
      return violation.paragraph == paragraph && violation.item == item &&
             (!sentence || (own != nullptr && own->sentence.value_or(*sentence) == *sentence));
    });
  };
  const Article& text = *text_.article(article.article);
  std::set<std::int32_t> listed;
  for (const ReadSentence& sentence : reading.sentences) {
    if (reading.decides) break;
    if (sentence.adds_to || !sentence.imposes) continue;
    if (sentence.lists_items) {
      listed.insert(sentence.paragraph);
    } else if (count(sentence.paragraph, std::nullopt, sentence.sentence) != 1) {
      wrong(name(article.article, sentence.paragraph), "leads to no violation, or to two");
    }
  }
  for (std::int32_t paragraph : listed) {
    const auto items = text.paragraphs[static_cast<std::size_t>(paragraph) - 1].items.size();
    for (std::int32_t item = 1; item <= static_cast<std::int32_t>(items); ++item) {
      if (count(paragraph, item, std::nullopt) != 1) {
        wrong(name(article.article, paragraph, item), "leads to no violation, or to two");
      }
    }
  }
  ++report_.covered_articles;
}

}  // namespace xiezhi::lawtool
