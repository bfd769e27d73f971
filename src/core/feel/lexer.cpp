#include "core/feel/lexer.h"

#include "base/text.h"
#include "core/feel/parser.h"

namespace xiezhi::core::feel {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<char32_t> hex_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  char32_t out = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const int digit = hex_digit(text[at + i]);
    if (digit < 0) return std::nullopt;
    out = out * 16 + static_cast<char32_t>(digit);
  }
  return out;
}

}  // namespace

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 || c == 0x180E ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0xFEFF;
}

bool starts_name(char32_t c) {
  if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '?';
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !is_space(c) && !(c >= 0x2010 && c <= 0x206F) &&
         !(c >= 0x3001 && c <= 0x3020) && !(c >= 0xFF01 && c <= 0xFF0F) && !(c >= 0xFF1A && c <= 0xFF20);
}

bool continues_name(char32_t c) {
  return (c >= '0' && c <= '9') || c == 0xB7 || c == 0x203F || c == 0x2040 || (c != '?' && starts_name(c));
}

std::string tidy_name(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = base::next_code_point(name, at);
    if (is_space(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      base::append_code_point(out, c);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void Lexer::skip() {
  while (at_ < text_.size()) {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("//")) {
      const std::size_t end = text_.find('\n', at_);
      at_ = end == std::string_view::npos ? text_.size() : end + 1;
      continue;
    }
    if (rest.starts_with("/*")) {
      const std::size_t end = text_.find("*/", at_ + 2);
      if (end == std::string_view::npos) return;
      at_ = end + 2;
      continue;
    }
    std::size_t next = at_;
    if (!is_space(base::next_code_point(text_, next))) return;
    at_ = next;
  }
}

bool Lexer::done() {
  skip();
  return at_ >= text_.size();
}

char Lexer::peek() {
  skip();
  return at_ < text_.size() ? text_[at_] : '\0';
}

std::string_view Lexer::rest() {
  skip();
  return text_.substr(at_);
}

bool Lexer::take(std::string_view sign) {
  if (!rest().starts_with(sign)) return false;
  at_ += sign.size();
  return true;
}

bool Lexer::boundary(std::size_t at) const {
  if (at >= text_.size()) return true;
  return !continues_name(base::next_code_point(text_, at));
}

bool Lexer::sees_word(std::string_view word) { return rest().starts_with(word) && boundary(at_ + word.size()); }

bool Lexer::take_word(std::string_view word) {
  if (!sees_word(word)) return false;
  at_ += word.size();
  return true;
}

std::size_t Lexer::match(std::string_view name) const {
  std::size_t at = at_;
  for (const char c : name) {
    if (c != ' ') {
      if (at >= text_.size() || text_[at] != c) return kNone;
      ++at;
      continue;
    }
    const std::size_t from = at;
    while (at < text_.size()) {
      std::size_t next = at;
      if (!is_space(base::next_code_point(text_, next))) break;
      at = next;
    }
    if (at == from) return kNone;
  }
  const char last = name.empty() ? ' ' : name.back();
  const bool word = static_cast<unsigned char>(last) >= 0x80 || continues_name(static_cast<char32_t>(last));
  return word && !boundary(at) ? kNone : at;
}

std::optional<std::string> Lexer::longest(const std::vector<std::string>& names, std::size_t at_least) {
  skip();
  std::size_t end = at_ + at_least;
  const std::string* best = nullptr;
  for (const std::string& name : names) {
    const std::size_t to = match(name);
    if (to != kNone && to > end) {
      end = to;
      best = &name;
    }
  }
  if (best == nullptr) return std::nullopt;
  at_ = end;
  return *best;
}

std::optional<std::string> Lexer::identifier() {
  skip();
  std::size_t to = at_;
  if (to >= text_.size() || !starts_name(base::next_code_point(text_, to))) return std::nullopt;
  while (to < text_.size()) {
    std::size_t next = to;
    if (!continues_name(base::next_code_point(text_, next))) break;
    to = next;
  }
  std::string out(text_.substr(at_, to - at_));
  at_ = to;
  return out;
}

std::optional<std::string> Lexer::name_before(std::string_view stops, std::string_view word) {
  skip();
  std::size_t to = at_;
  bool fresh = true;  // a word may begin here
  while (to < text_.size() && stops.find(text_[to]) == std::string_view::npos) {
    if (fresh && !word.empty() && text_.substr(to).starts_with(word) && boundary(to + word.size())) break;
    std::size_t next = to;
    const char32_t c = base::next_code_point(text_, next);
    fresh = is_space(c);
    to = next;
  }
  std::string out = tidy_name(text_.substr(at_, to - at_));
  if (to >= text_.size() || out.empty()) return std::nullopt;
  std::size_t start = 0;
  if (!starts_name(base::next_code_point(out, start))) return std::nullopt;
  at_ = to;
  return out;
}

std::optional<Decimal> Lexer::number() {
  skip();
  std::size_t to = at_;
  const auto digits = [&] {
    while (to < text_.size() && is_digit(text_[to])) ++to;
  };
  const auto digit_at = [&](std::size_t at) { return at < text_.size() && is_digit(text_[at]); };
  digits();
  if (to < text_.size() && text_[to] == '.' && digit_at(to + 1)) {
    ++to;
    digits();
  }
  if (to == at_) return std::nullopt;
  if (to < text_.size() && (text_[to] == 'e' || text_[to] == 'E')) {
    const std::size_t sign = to + 1;
    const bool has_sign = sign < text_.size() && (text_[sign] == '+' || text_[sign] == '-');
    if (digit_at(has_sign ? sign + 1 : sign)) {
      to = sign + 1;
      digits();
    }
  }
  const auto out = Decimal::parse(text_.substr(at_, to - at_));
  if (out) at_ = to;
  return out;
}

bool Lexer::escape(std::string& out) {
  const char c = text_[at_];
  switch (c) {
    case 'n': out += '\n'; break;
    case 'r': out += '\r'; break;
    case 't': out += '\t'; break;
    case '"':
    case '\'':
    case '\\': out += c; break;
    case 'u':
    case 'U': {
      const std::size_t count = c == 'u' ? 4 : 6;
      auto code = hex_at(text_, at_ + 1, count);
      if (!code) return false;
      at_ += count;
      if (*code >= 0xD800 && *code < 0xDC00 && text_.substr(at_ + 1).starts_with("\\u")) {
        const auto low = hex_at(text_, at_ + 3, 4);
        if (low && *low >= 0xDC00 && *low < 0xE000) {
          code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
          at_ += 6;
        }
      }
      const bool lone = *code >= 0xD800 && *code < 0xE000;
      base::append_code_point(out, lone || *code > 0x10FFFF ? 0xFFFD : *code);
      break;
    }
    default: return false;
  }
  ++at_;
  return true;
}

std::optional<std::string> Lexer::literal() {
  if (peek() != '"') return std::nullopt;
  const std::size_t from = at_++;
  std::string out;
  while (at_ < text_.size()) {
    const char c = text_[at_++];
    if (c == '"') return out;
    // What is no escape stands for itself, so that "\d" is the pattern it looks like.
    if (c == '\\' && at_ < text_.size() && escape(out)) continue;
    out += c;
  }
  at_ = from;
  return std::nullopt;
}

}  // namespace xiezhi::core::feel
