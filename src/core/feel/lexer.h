// Characters, names, numbers and strings of FEEL text, with a position that a parser can set back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/feel/decimal.h"

namespace xiezhi::core::feel {

bool is_space(char32_t c);
bool starts_name(char32_t c);
bool continues_name(char32_t c);

class Lexer {
 public:
  /// The text must be valid UTF-8.
  explicit Lexer(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  void set(std::size_t at) { at_ = at; }
  /// Past white space and comments.
  void skip();
  [[nodiscard]] bool done();
  [[nodiscard]] char peek();
  [[nodiscard]] std::string_view rest();
  /// Takes exactly these characters, after white space.
  bool take(std::string_view sign);
  /// Takes a word that no name continues.
  bool take_word(std::string_view word);
  [[nodiscard]] bool sees_word(std::string_view word);
  /// The longest of the names that stands here, if any; `at_least` characters long.
  std::optional<std::string> longest(const std::vector<std::string>& names, std::size_t at_least = 0);
  std::optional<std::string> identifier();
  /// A name that ends before one of `stops` or before `word`; tidied.
  std::optional<std::string> name_before(std::string_view stops, std::string_view word = "");
  std::optional<Decimal> number();
  /// A literal in double quotes, unescaped.
  std::optional<std::string> literal();

 private:
  [[nodiscard]] std::size_t match(std::string_view name) const;
  [[nodiscard]] bool boundary(std::size_t at) const;
  bool escape(std::string& out);

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace xiezhi::core::feel
