#include "core/dossier/enterprise.h"

#include "core/text/fold.h"

namespace xiezhi::core::dossier {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes "12", "9,800" or "0.5" off the front, in ten-thousandths.
std::optional<std::int64_t> take_decimal(std::string_view& text) {
  constexpr std::int64_t kScale = 10'000;
  constexpr std::int64_t kLimit = 100'000'000'000;
  std::int64_t whole = 0;
  std::size_t at = 0;
  bool any = false;
  for (; at < text.size() && (is_digit(text[at]) || (any && text[at] == ',')); ++at) {
    if (text[at] == ',') continue;
    whole = whole * 10 + (text[at] - '0');
    any = true;
    if (whole > kLimit) return std::nullopt;
  }
  if (!any) return std::nullopt;
  std::int64_t fraction = 0;
  if (at < text.size() && text[at] == '.') {
    std::int64_t unit = kScale / 10;
    for (++at; at < text.size() && is_digit(text[at]); ++at) {
      if (unit == 0 && text[at] != '0') return std::nullopt;
      fraction += unit * (text[at] - '0');
      unit /= 10;
    }
  }
  text.remove_prefix(at);
  return whole * kScale + fraction;
}

}  // namespace

bool industry_code_form(std::string_view code) {
  const bool letter = !code.empty() && code.front() >= 'A' && code.front() <= 'T';
  if (letter) code.remove_prefix(1);
  if (code.empty()) return letter;
  if (code.size() < 2 || code.size() > 4) return false;
  for (const char c : code) {
    if (!is_digit(c)) return false;
  }
  return true;
}

std::optional<base::Money> parse_registered_capital(std::string_view text) {
  std::string plain;
  for (const char c : text::fold(text)) {
    if (c != '(' && c != ')' && c != ' ') plain += c;
  }
  std::string_view rest = plain;
  const auto amount = take_decimal(rest);
  if (!amount) return std::nullopt;
  // One ten-thousandth of a 万元 is a yuan, of a yuan a hundredth of a fen.
  std::optional<base::Money> money;
  for (const std::string_view unit : {"万元人民币", "万人民币元", "万人民币", "万元", "万"}) {
    if (rest == unit) money = base::Money::of_yuan(*amount);
  }
  for (const std::string_view unit : {"元人民币", "人民币元", "人民币", "元"}) {
    if (rest == unit && *amount % 100 == 0) money = base::Money::of_fen(*amount / 100);
  }
  if (money && money->fen > base::kMaxSafeInteger) return std::nullopt;
  return money;
}

}  // namespace xiezhi::core::dossier
