#include "core/law/match.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "core/law/match_index.h"
#include "core/law/validate.h"
#include "core/text/fold.h"

namespace xiezhi::core::law {
namespace {

constexpr std::int64_t kPercent = 100;
constexpr std::int64_t kTopicFits = 115;
constexpr std::int64_t kTopicMissing = 45;
constexpr std::int64_t kAuthority = 35;  ///< a liability of officials is seldom what an officer is looking for
constexpr std::int64_t kOffence = 85;    ///< the department's own penalty goes first
constexpr std::int64_t kPast = 97;       ///< of two texts that say the same, the one in force

/// What a text can be matched with: a violation, or an offence to be handed over.
struct Candidate {
  const Violation* violation = nullptr;
  const Offence* offence = nullptr;
  std::optional<base::Date> from;
  std::optional<base::Date> until;
  std::int64_t percent = kPercent;
  std::vector<std::size_t> topics;
  std::size_t kin = 0;  ///< number of its group; 0 for none

  [[nodiscard]] const std::string& id() const { return violation != nullptr ? violation->id : offence->id; }
  [[nodiscard]] bool holds(std::optional<base::Date> on) const { return !on || !from || in_force(*from, until, *on); }
};

/// An item of a checklist, with the tokens of its text.
struct ListedItem {
  const Checklist* list = nullptr;
  const ChecklistItem* item = nullptr;
  std::vector<Token> tokens;
};

struct Ranked {
  std::uint32_t candidate = 0;
  std::int64_t score = 0;
};

bool contains(const std::vector<std::string>& list, const std::string& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

void append_once(std::vector<std::string>& list, std::string item) {
  if (!contains(list, item)) list.push_back(std::move(item));
}

/// How much of an item the text says: the square of what they share, by the length of the item.
std::size_t nearness(const std::vector<Token>& item, const std::vector<Token>& text) {
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < item.size() && k < text.size();) {
    if (item[i] == text[k]) ++shared;
    const bool first = item[i] <= text[k];
    const bool second = text[k] <= item[i];
    i += first ? 1 : 0;
    k += second ? 1 : 0;
  }
  return item.empty() ? 0 : static_cast<std::size_t>(kPercent) * shared * shared / item.size();
}

bool only_authorities(const Violation& violation) {
  return !violation.branches.empty() &&
         std::all_of(violation.branches.begin(), violation.branches.end(),
                     [](const Branch& branch) { return branch.subject == Subject::authority; });
}

/// The text with a space for each of the words.
std::string without(std::string text, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word.empty()) continue;
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, done)) {
      out.append(text, done, at - done).push_back(' ');
      done = at + word.size();
    }
    text = out.append(text, done);
  }
  return text;
}

/// Whether the article has but one paragraph, as far as its violations tell.
bool single_paragraph(const Pack& pack, const Citation& at) {
  const auto first = [&](const Citation& other) {
    return other.instrument != at.instrument || other.article != at.article || other.paragraph.value_or(1) == 1;
  };
  return std::all_of(pack.violations().begin(), pack.violations().end(), [&](const Violation& violation) {
    return first(violation.penalty) && std::all_of(violation.branches.begin(), violation.branches.end(),
                                                   [&](const Branch& branch) { return first(branch.at); });
  });
}

std::string cite_short(const Pack& pack, Citation at) {
  if (at.paragraph == 1 && single_paragraph(pack, at)) at.paragraph.reset();
  return pack.cite(at);
}

}  // namespace

struct MatchIndex::Data {
  Pack pack;
  Vocabulary vocabulary;
  MatchWords words;
  std::vector<Candidate> candidates;
  PhraseIndex phrases;
  std::map<std::string, std::vector<ListedItem>, std::less<>> items;  ///< by violation

  explicit Data(const Pack& given);
  void add(Candidate candidate, const std::string& instrument, const std::vector<std::string>& texts);
  [[nodiscard]] std::vector<bool> topics_of(std::string_view text) const;
  [[nodiscard]] bool reachable(const Candidate& candidate, std::optional<base::Date> on) const;
  [[nodiscard]] const Candidate& lead_of(const Candidate& found, const std::vector<bool>& topics,
                                         std::optional<base::Date> on) const;
  [[nodiscard]] bool off_topic(const Candidate& candidate, const std::vector<bool>& topics) const;
  [[nodiscard]] std::int64_t percent(const Candidate& candidate, const std::vector<bool>& topics) const;
  [[nodiscard]] std::vector<std::int64_t> scores(std::string_view text, const std::vector<bool>& topics,
                                                 std::optional<base::Date> on) const;
  void describe(const Candidate& candidate, Match& out) const;
  void add_items(const std::vector<Token>& text, Match& out) const;
};

MatchIndex::Data::Data(const Pack& given)
    : pack(given), vocabulary(given.vocabulary().value_or(Vocabulary{})), words(vocabulary) {
  for (const Violation& violation : pack.violations()) {
    const Instrument& text = *pack.instrument(violation.penalty.instrument);
    Candidate candidate;
    candidate.violation = &violation;
    candidate.from = text.from;
    candidate.until = text.until;
    if (only_authorities(violation)) candidate.percent = kAuthority;
    if (text.until) candidate.percent = candidate.percent * kPast / kPercent;
    std::vector<std::string> texts{violation.title};
    const auto listed = vocabulary.phrases.find(violation.id);
    if (listed != vocabulary.phrases.end()) texts.insert(texts.end(), listed->second.begin(), listed->second.end());
    add(std::move(candidate), text.id, texts);
  }
  for (const Offence& offence : vocabulary.offences) {
    Candidate candidate;
    candidate.offence = &offence;
    candidate.percent = kOffence;
    candidate.from = offence.from;
    candidate.until = offence.until;
    std::vector<std::string> texts{offence.title};
    texts.insert(texts.end(), offence.phrases.begin(), offence.phrases.end());
    add(std::move(candidate), "", texts);
  }
  phrases.finish(static_cast<std::uint32_t>(candidates.size()));
  for (const Checklist& list : pack.checklists()) {
    for (const ChecklistItem& item : list.items) {
      if (item.violation) items[*item.violation].push_back({&list, &item, words.tokens(item.text)});
    }
  }
}

void MatchIndex::Data::add(Candidate candidate, const std::string& instrument, const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < vocabulary.topics.size(); ++i) {
    const std::vector<std::string>& of = vocabulary.topics[i].instruments;
    if (contains(of, instrument) || contains(of, candidate.id())) candidate.topics.push_back(i);
  }
  for (std::size_t i = 0; i < vocabulary.kin.size(); ++i) {
    if (contains(vocabulary.kin[i], candidate.id())) candidate.kin = i + 1;
  }
  for (const std::string& text : texts) {
    phrases.add(static_cast<std::uint32_t>(candidates.size()), words.tokens(text));
  }
  candidates.push_back(std::move(candidate));
}

/// Whether it, or the same conduct under another text, is in force on the day.
bool MatchIndex::Data::reachable(const Candidate& candidate, std::optional<base::Date> on) const {
  if (candidate.holds(on)) return true;
  return candidate.kin != 0 && std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
           return other.kin == candidate.kin && other.holds(on);
         });
}

/// The candidate under which the conduct is shown: the first of its kin, statutes before rules, that is in force that
/// day and fits the topic.
const Candidate& MatchIndex::Data::lead_of(const Candidate& found, const std::vector<bool>& topics,
                                           std::optional<base::Date> on) const {
  if (found.kin == 0) return found;
  for (const std::string& id : vocabulary.kin[found.kin - 1]) {
    for (const Candidate& other : candidates) {
      if (other.id() == id && other.holds(on) && !off_topic(other, topics)) return other;
    }
  }
  return found;
}

std::vector<bool> MatchIndex::Data::topics_of(std::string_view text) const {
  const std::string folded = text::fold(text);
  std::vector<bool> out;
  for (const Topic& topic : vocabulary.topics) {
    const std::string left = topic.except ? without(folded, *topic.except) : folded;
    out.push_back(std::any_of(topic.words.begin(), topic.words.end(),
                              [&](const std::string& word) { return left.find(word) != std::string::npos; }));
  }
  return out;
}

bool MatchIndex::Data::off_topic(const Candidate& candidate, const std::vector<bool>& topics) const {
  bool needed = false;
  for (std::size_t topic : candidate.topics) {
    if (topics[topic]) return false;
    needed = needed || vocabulary.topics[topic].needed;
  }
  return needed;
}

std::int64_t MatchIndex::Data::percent(const Candidate& candidate, const std::vector<bool>& topics) const {
  const bool fits =
      std::any_of(candidate.topics.begin(), candidate.topics.end(), [&](std::size_t topic) { return topics[topic]; });
  if (fits) return candidate.percent * kTopicFits / kPercent;
  return off_topic(candidate, topics) ? candidate.percent * kTopicMissing / kPercent : candidate.percent;
}

std::vector<std::int64_t> MatchIndex::Data::scores(std::string_view text, const std::vector<bool>& topics,
                                                   std::optional<base::Date> on) const {
  std::vector<std::int64_t> out(candidates.size());
  for (const std::vector<Token>& part : words.parts(text)) {
    std::vector<SubjectScore> found = phrases.score(part);
    std::int64_t best = 1;
    for (SubjectScore& one : found) {
      const Candidate& candidate = candidates[one.subject];
      one.score = reachable(candidate, on) ? one.score * percent(candidate, topics) / kPercent : 0;
      best = std::max(best, one.score);
    }
    // A narrative tells of several violations. What is best in its own part goes before what is second in another.
    for (const SubjectScore& one : found) {
      out[one.subject] = std::max(out[one.subject], one.score * one.score / best);
    }
  }
  return out;
}

void MatchIndex::Data::describe(const Candidate& candidate, Match& out) const {
  if (candidate.offence != nullptr) {
    for (const std::string& basis : candidate.offence->basis) append_once(out.penalty, basis);
    return;
  }
  for (const Citation& duty : candidate.violation->duty) append_once(out.violated, pack.cite(duty));
  for (std::string& place : penalty_places(pack, *candidate.violation)) append_once(out.penalty, std::move(place));
}

/// The items for the violation shown and for its kin, the nearest to the words first; equals in the order of the pack,
/// lists for every industry before those of a trade. One wording is told once.
void MatchIndex::Data::add_items(const std::vector<Token>& text, Match& out) const {
  struct Near {
    const ListedItem* item;
    std::size_t score;
  };
  std::vector<Near> order;
  const auto take = [&](const std::string& violation) {
    const auto found = items.find(violation);
    if (found == items.end()) return;
    for (const ListedItem& one : found->second) order.push_back({&one, nearness(one.tokens, text)});
  };
  take(out.violation);
  for (const std::string& id : out.also.value_or(std::vector<std::string>{})) take(id);
  std::stable_sort(order.begin(), order.end(), [](const Near& a, const Near& b) {
    return a.score != b.score ? a.score > b.score : a.item->list->industries.empty() > b.item->list->industries.empty();
  });
  for (const Near& one : order) {
    if (out.checklist && out.checklist->size() == kMostItems) return;
    if (!out.checklist) out.checklist.emplace();
    const ChecklistItem& item = *one.item->item;
    const bool told = std::any_of(out.checklist->begin(), out.checklist->end(),
                                  [&](const MatchItem& other) { return other.text == item.text; });
    if (!told) out.checklist->push_back({one.item->list->id, one.item->list->title, item.id, item.text});
  }
}

MatchIndex::MatchIndex(const Pack& pack) : data_(std::make_shared<const Data>(pack)) {}

std::vector<Match> MatchIndex::find(std::string_view text, std::size_t top, std::optional<base::Date> on) const {
  const std::vector<bool> topics = data_->topics_of(text);
  const std::vector<std::int64_t> scores = data_->scores(text, topics, on);
  std::vector<Ranked> order;
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    if (scores[i] > 0) order.push_back({i, scores[i]});
  }
  std::stable_sort(order.begin(), order.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  std::vector<Match> out;
  const std::vector<Token> tokens = data_->words.tokens(text);
  std::vector<bool> shown(data_->vocabulary.kin.size() + 1);
  for (const Ranked& one : order) {
    if (out.size() == top) break;
    const Candidate& lead = data_->lead_of(data_->candidates[one.candidate], topics, on);
    if (!lead.holds(on) || (lead.kin != 0 && shown[lead.kin])) continue;
    Match match;
    match.rank = static_cast<std::int32_t>(out.size()) + 1;
    match.violation = lead.id();
    match.title = lead.violation != nullptr ? lead.violation->title : lead.offence->title;
    match.score = one.score;
    match.until = lead.until;
    if (lead.offence != nullptr) match.transfer = true;
    data_->describe(lead, match);
    if (lead.kin != 0) {
      shown[lead.kin] = true;
      for (const Candidate& other : data_->candidates) {
        if (other.kin != lead.kin || &other == &lead || !other.holds(on) || data_->off_topic(other, topics)) continue;
        if (!match.also) match.also.emplace();
        match.also->push_back(other.id());
        data_->describe(other, match);
      }
    }
    data_->add_items(tokens, match);
    out.push_back(std::move(match));
  }
  return out;
}

std::vector<std::string> penalty_places(const Pack& pack, const Violation& violation) {
  std::vector<std::string> out{cite_short(pack, violation.penalty)};
  for (const Branch& branch : violation.branches) append_once(out, cite_short(pack, branch.at));
  // A clause names its items once: the lead in of an article with items is said by the item.
  if (violation.penalty.item)
    std::erase(out, cite_short(pack, Citation{violation.penalty.instrument, violation.penalty.article,
                                              violation.penalty.paragraph, std::nullopt}));
  return out;
}

}  // namespace xiezhi::core::law
