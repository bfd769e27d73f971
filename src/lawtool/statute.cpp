#include "lawtool/statute.h"

#include "base/text.h"

namespace xiezhi::lawtool {
namespace {

struct Sign {
  std::int64_t digit = -1;  ///< 0 to 9
  std::int64_t power = 0;   ///< 10, 100, 1000, 10^4, 10^8
};

std::optional<Sign> sign_of(char32_t c) {
  static constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  if (c >= U'0' && c <= U'9') return Sign{static_cast<std::int64_t>(c - U'0'), 0};
  const auto at = kDigits.find(c);
  if (at != std::u32string_view::npos) return Sign{static_cast<std::int64_t>(at), 0};
  if (c == U'两') return Sign{2, 0};
  if (c == U'十') return Sign{-1, 10};
  if (c == U'百') return Sign{-1, 100};
  if (c == U'千') return Sign{-1, 1000};
  if (c == U'万') return Sign{-1, 10'000};
  if (c == U'亿') return Sign{-1, 100'000'000};
  return std::nullopt;
}

/// Adds one sign after the other: "一千二百零三万" or "5000万".
class Sum {
 public:
  void add(const Sign& sign) {
    if (sign.power == 0) {
      digit_ = digit_ < 0 ? sign.digit : digit_ * 10 + sign.digit;
    } else if (sign.power < 10'000) {
      section_ += (digit_ < 0 ? 1 : digit_) * sign.power;
      digit_ = -1;
    } else {
      total_ = sign.power == 10'000 ? total_ + rest() * sign.power : (total_ + rest()) * sign.power;
      section_ = 0;
      digit_ = -1;
    }
  }
  [[nodiscard]] std::int64_t value() const { return total_ + rest(); }

 private:
  [[nodiscard]] std::int64_t rest() const { return section_ + (digit_ < 0 ? 0 : digit_); }

  std::int64_t total_ = 0;
  std::int64_t section_ = 0;
  std::int64_t digit_ = -1;
};

/// "第九十七条 …" gives 97 and the text after it.
std::optional<Numeral> article_head(std::string_view line) {
  constexpr std::string_view kFirst = "第";
  constexpr std::string_view kArticle = "条";
  if (!line.starts_with(kFirst)) return std::nullopt;
  const auto number = read_numeral(line, kFirst.size());
  if (!number || !line.substr(number->end).starts_with(kArticle)) return std::nullopt;
  const std::size_t end = number->end + kArticle.size();
  const std::string_view rest = line.substr(end);
  if (!rest.empty() && rest == base::trim(rest)) return std::nullopt;
  return Numeral{number->value, end};
}

/// "第一百三十四条之一 …": an article that no citation here can name.
bool inserted_article_head(std::string_view line) {
  constexpr std::string_view kFirst = "第";
  if (!line.starts_with(kFirst)) return false;
  const auto number = read_numeral(line, kFirst.size());
  return number && line.substr(number->end).starts_with("条之");
}

/// End of a leading "（一）" or "(一)", or 0.
std::size_t item_head(std::string_view line) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!line.starts_with(open)) continue;
    const auto number = read_numeral(line, open.size());
    if (number && line.substr(number->end).starts_with(close)) return number->end + close.size();
  }
  return 0;
}

/// "1．…": a sub-item (目), which no citation here names; it is part of its item.
bool sub_item(std::string_view line) {
  const std::size_t digits = line.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos && line.substr(digits).starts_with("．");
}

}  // namespace

std::optional<Numeral> read_numeral(std::string_view text, std::size_t at) {
  Sum sum;
  std::size_t end = at;
  while (end < text.size()) {
    std::size_t next = end;
    const auto sign = sign_of(base::next_code_point(text, next));
    if (!sign) break;
    sum.add(*sign);
    end = next;
  }
  if (end == at) return std::nullopt;
  return Numeral{sum.value(), end};
}

Statute parse_statute(std::string_view markdown) {
  Statute out;
  Article* current = nullptr;
  for (std::string_view raw : base::split(markdown, '\n')) {
    const std::string_view line = base::trim(raw);
    if (line.empty()) continue;
    if (line.starts_with("#")) {
      if (out.title.empty()) out.title = std::string(base::trim(line.substr(line.find_first_not_of('#'))));
      continue;
    }
    if (const auto head = article_head(line)) {
      current = &out.articles[static_cast<std::int32_t>(head->value)];
      current->paragraphs.push_back({std::string(base::trim(line.substr(head->end))), {}});
      continue;
    }
    if (inserted_article_head(line)) current = nullptr;
    if (current == nullptr) continue;
    std::vector<std::string>& items = current->paragraphs.back().items;
    const std::size_t item = item_head(line);
    if (item > 0) {
      items.emplace_back(base::trim(line.substr(item)));
    } else if (!items.empty() && sub_item(line)) {
      items.back() += line;
    } else {
      current->paragraphs.push_back({std::string(line), {}});
    }
  }
  return out;
}

const Article* Statute::article(std::int32_t number) const {
  const auto found = articles.find(number);
  return found == articles.end() ? nullptr : &found->second;
}

const std::string* Statute::text(std::int32_t number, std::optional<std::int32_t> paragraph,
                                 std::optional<std::int32_t> item) const {
  const Article* found = article(number);
  if (found == nullptr || (!paragraph && found->paragraphs.size() != 1)) return nullptr;
  const std::int32_t index = paragraph.value_or(1);
  if (index < 1 || static_cast<std::size_t>(index) > found->paragraphs.size()) return nullptr;
  const Paragraph& place = found->paragraphs[static_cast<std::size_t>(index) - 1];
  if (!item) return &place.lead;
  if (*item < 1 || static_cast<std::size_t>(*item) > place.items.size()) return nullptr;
  return &place.items[static_cast<std::size_t>(*item) - 1];
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace xiezhi::lawtool
