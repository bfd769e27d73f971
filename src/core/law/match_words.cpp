#include "core/law/match_words.h"

#include <algorithm>

#include "base/text.h"
#include "core/text/fold.h"

namespace xiezhi::core::law {
namespace {

constexpr char32_t kComma = U',';
constexpr char32_t kStop = U';';
/// A group of synonyms becomes one character of the private use area.
constexpr char32_t kGroups = 0xE000;
constexpr char32_t kGroupsEnd = 0xF900;
/// The synonyms of this word deny what follows.
constexpr std::string_view kNot = "未";
/// How many characters after itself a negation denies.
constexpr std::size_t kReach = 12;
constexpr Token kDenied = Token{1} << 42;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_group(char32_t c) { return c >= kGroups && c < kGroupsEnd; }

bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool is_stop(char32_t c) { return one_of(c, U"。;!?\n\r①②③④⑤⑥⑦⑧⑨⑩"); }
bool is_comma(char32_t c) { return one_of(c, U",:"); }
/// What stands behind a figure and says only what it counts.
bool is_counter(char32_t c) { return one_of(c, U"年月日号时分万元吨台套个名处升克瓶桶罐箱条次项米公里#%"); }

std::u32string folded(std::string_view text) {
  std::u32string out;
  for (char32_t c : base::code_points(text::fold(text))) out.push_back(c);
  return out;
}

/// "一是", "1.", "(二)", "三、": the head of an item; its length, or 0. `begins`: nothing of the sentence came before.
std::size_t item_head(const std::u32string& text, std::size_t at, bool begins) {
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十";
  std::size_t i = at;
  const bool bracket = i < text.size() && text[i] == U'(';
  if (bracket) ++i;
  const std::size_t from = i;
  while (i < text.size() && i - from < 2 && (one_of(text[i], kNumerals) || is_digit(text[i]))) ++i;
  if (i == from || i == text.size()) return 0;
  if (bracket) return text[i] == U')' ? i + 1 - at : 0;
  if (text[i] == U'是' && one_of(text[i - 1], kNumerals)) return i + 1 - at;
  const bool after_figure = text[i] == U'.' && i + 1 < text.size() && !is_digit(text[i + 1]);
  return begins && (text[i] == U'、' || after_figure) ? i + 1 - at : 0;
}

Token pair(char32_t first, char32_t second) { return Token{first} << 21 | second; }

/// What the negation at `at` denies: words and pairs that follow it in its piece. 未…备案 is not 备案….
void append_denied(std::u32string_view run, std::size_t at, std::vector<Token>& out) {
  const std::size_t end = std::min({run.size(), run.find(kComma, at), at + 1 + kReach});
  for (std::size_t i = at + 1; i < end; ++i) {
    if (is_group(run[i])) out.push_back(kDenied | Token{run[i]});
    if (i + 1 < end) out.push_back(kDenied | pair(run[i], run[i + 1]));
  }
}

std::vector<Token> sorted_once(std::vector<Token> tokens) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

}  // namespace

bool is_denied(Token token) { return token >= kDenied; }

bool is_weak(Token token) { return token < (Token{1} << 21) && !is_group(static_cast<char32_t>(token)); }

MatchWords::MatchWords(const Vocabulary& vocabulary) {
  char32_t group = kGroups;
  for (const std::vector<std::string>& words : vocabulary.synonyms) {
    VERIFY(group < kGroupsEnd);
    for (const std::string& word : words) {
      add(word, group);
      if (word == kNot) not_ = group;
    }
    ++group;
  }
  for (const std::string& word : vocabulary.noise) add(word, 0);
  for (auto& [first, list] : entries_) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Entry& a, const Entry& b) { return a.word.size() > b.word.size(); });
  }
}

void MatchWords::add(std::string_view word, char32_t becomes) {
  std::u32string form = folded(word);
  if (!form.empty()) entries_[form.front()].push_back({form, becomes});
}

std::u32string MatchWords::rewritten(std::string_view text) const {
  const std::u32string all = folded(text);
  std::u32string out;
  const auto begins = [&out] { return out.empty() || out.back() == kStop; };
  for (std::size_t i = 0; i < all.size();) {
    if (const std::size_t head = item_head(all, i, begins())) {
      out.push_back(kStop);
      i += head;
      continue;
    }
    const auto listed = entries_.find(all[i]);
    const Entry* found = nullptr;
    if (listed != entries_.end()) {
      for (const Entry& entry : listed->second) {
        if (found == nullptr && all.compare(i, entry.word.size(), entry.word) == 0) found = &entry;
      }
    }
    if (found != nullptr) {
      if (found->becomes != 0 && (out.empty() || out.back() != found->becomes)) out.push_back(found->becomes);
      i += found->word.size();
    } else if (is_digit(all[i])) {
      while (i < all.size() && (is_digit(all[i]) || all[i] == U'.' || all[i] == U'-')) ++i;
      if (i < all.size() && is_counter(all[i])) ++i;
    } else {
      if (is_stop(all[i])) out.push_back(kStop);
      if (is_comma(all[i])) out.push_back(kComma);
      if (text::is_cjk(all[i])) out.push_back(all[i]);
      ++i;
    }
  }
  return out;
}

/// Tokens of characters of which kComma joins nothing.
void MatchWords::append_tokens(std::u32string_view run, std::vector<Token>& out) const {
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i] == kComma) continue;
    out.push_back(Token{run[i]});
    if (i + 1 < run.size() && run[i + 1] != kComma) out.push_back(pair(run[i], run[i + 1]));
    if (run[i] == not_) append_denied(run, i, out);
  }
}

std::vector<Token> MatchWords::tokens(std::string_view text) const {
  std::u32string all = rewritten(text);
  std::replace(all.begin(), all.end(), kStop, kComma);
  std::vector<Token> out;
  append_tokens(all, out);
  return sorted_once(std::move(out));
}

std::vector<std::vector<Token>> MatchWords::parts(std::string_view text) const {
  const std::u32string all = rewritten(text) + kStop;
  std::vector<std::vector<Token>> out;
  const auto keep = [&out, this](std::u32string_view run) {
    std::vector<Token> tokens;
    append_tokens(run, tokens);
    if (!tokens.empty()) out.push_back(sorted_once(std::move(tokens)));
  };
  std::size_t sentence = 0;
  std::size_t piece = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] != kStop && all[i] != kComma) continue;
    const std::u32string_view view(all);
    if (piece != sentence || all[i] == kComma) keep(view.substr(piece, i - piece));
    piece = i + 1;
    if (all[i] == kComma) continue;
    keep(view.substr(sentence, i - sentence));
    sentence = i + 1;
  }
  return out;
}

}  // namespace xiezhi::core::law
