#include "core/text/fold.h"

#include "base/text.h"

namespace xiezhi::core::text {
namespace {

constexpr char32_t kFullWidthFirst = 0xFF01;
constexpr char32_t kFullWidthLast = 0xFF5E;
constexpr char32_t kFullWidthOffset = 0xFEE0;

char32_t narrow(char32_t c) {
  if (c >= kFullWidthFirst && c <= kFullWidthLast) return c - kFullWidthOffset;
  return c == 0x3000 || c == 0xA0 ? U' ' : c;
}

char32_t lower(char32_t c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; }

bool is_alphanumeric(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// CJK symbols, general punctuation and the ASCII signs: they differ between spellings of the same name.
bool is_punctuation(char32_t c) {
  if (c < 0x80) return !is_alphanumeric(c);
  return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3001 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || c == 0xB7 ||
         c == 0xFEFF || (c >= 0xFE10 && c <= 0xFE6F);
}

}  // namespace

std::string fold_width(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) base::append_code_point(out, narrow(base::next_code_point(text, at)));
  return out;
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    base::append_code_point(out, lower(narrow(base::next_code_point(text, at))));
  }
  return out;
}

std::string identity_form(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = lower(narrow(base::next_code_point(text, at)));
    if (!is_punctuation(c)) base::append_code_point(out, c);
  }
  return out;
}

bool is_cjk(char32_t c) {
  return c == 0x3005 || c == 0x3007 || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace xiezhi::core::text
