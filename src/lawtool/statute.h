// A statute as its Markdown text writes it: articles, paragraphs, items (条、款、项).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiezhi::lawtool {

/// One 款: its own text and the items that stand below it.
struct Paragraph {
  std::string lead;
  std::vector<std::string> items;  ///< without their "（一）"
};

struct Article {
  std::vector<Paragraph> paragraphs;
};

struct Statute {
  std::string title;  ///< the first heading
  std::map<std::int32_t, Article> articles;

  [[nodiscard]] const Article* article(std::int32_t number) const;
  /// The text of a place: an item, or the lead of a paragraph. Without a paragraph, the article must have just one.
  /// Null where there is no such place.
  [[nodiscard]] const std::string* text(std::int32_t number, std::optional<std::int32_t> paragraph,
                                        std::optional<std::int32_t> item) const;
};

/// Lines that start with "第…条" begin an article; "（一）" or "(一)" begins an item of the paragraph before; headings
/// and what stands before the first article are no part of it. Articles "…条之一" are left out.
Statute parse_statute(std::string_view markdown);

/// The number a run of Chinese or Arabic numerals at `at` writes, and the end of the run; nothing without one.
struct Numeral {
  std::int64_t value = 0;
  std::size_t end = 0;
};
std::optional<Numeral> read_numeral(std::string_view text, std::size_t at);

/// How often `part` occurs in `text`.
std::size_t occurrences(std::string_view text, std::string_view part);

}  // namespace xiezhi::lawtool
