#include "writ/fill.h"

#include <charconv>

namespace xiezhi::writ {
namespace {

constexpr std::size_t kBlankWidth = 4;
constexpr std::size_t kWidestBlank = 60;
constexpr std::string_view kBlank = "　";           // U+3000, as wide as a character
constexpr std::string_view kFixedSpace = "\u2005";  // a quarter of it

struct Placeholder {
  std::string_view name;
  std::size_t blank = kBlankWidth;
};

Placeholder read_placeholder(std::string_view inside) {
  const std::size_t colon = inside.find(':');
  if (colon == std::string_view::npos) return {inside, kBlankWidth};
  Placeholder out{inside.substr(0, colon), kBlankWidth};
  const std::string_view digits = inside.substr(colon + 1);
  std::size_t width = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), width);
  if (error == std::errc() && width <= kWidestBlank) out.blank = width;
  return out;
}

/// A space of fixed width: one that could be stretched would take up all of a justified line's slack.
void append_value(std::string& out, std::string_view value) {
  for (const char c : value) {
    if (c == ' ') {
      out.append(kFixedSpace);
    } else {
      out.push_back(c);
    }
  }
}

/// Calls `literal(text)` and `placeholder(Placeholder)` in order.
template <typename Literal, typename Insert>
void walk(std::string_view text, Literal literal, Insert placeholder) {
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return literal(text);
    literal(text.substr(0, open));
    placeholder(read_placeholder(text.substr(open + 1, close - open - 1)));
    text.remove_prefix(close + 1);
  }
}

}  // namespace

Filled fill(std::string_view text, const Scope& scope) {
  Filled out;
  const auto literal = [&](std::string_view part) {
    for (std::size_t at = part.find("//"); at != std::string_view::npos; at = part.find("//")) {
      out.text.append(part.substr(0, at)).append("\n");
      part.remove_prefix(at + 2);
    }
    out.text.append(part);
  };
  walk(text, literal, [&](const Placeholder& placeholder) {
    const std::string_view value = scope.text(placeholder.name);
    if (!value.empty()) return append_value(out.text, value);
    if (placeholder.blank == 0) return;
    const std::size_t begin = out.text.size();
    for (std::size_t i = 0; i < placeholder.blank; ++i) out.text.append(kBlank);
    out.blanks.push_back({begin, out.text.size()});
  });
  return out;
}

std::vector<std::string> placeholders_in(std::string_view text) {
  std::vector<std::string> out;
  walk(
      text, [](std::string_view) {}, [&](const Placeholder& placeholder) { out.emplace_back(placeholder.name); });
  return out;
}

}  // namespace xiezhi::writ
