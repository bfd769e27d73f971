// Text as the search for violations compares it: synonyms made one, empty words, figures and names of standards left
// out, cut into what is said at once.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "core/law/vocabulary.h"

namespace xiezhi::core::law {

/// A pair of neighbours or a single character; comparable, no meaning beyond that.
using Token = std::uint64_t;

/// Whether the token is a single plain character, which says less than a pair or a word of the vocabulary.
bool is_weak(Token token);

/// Whether the token is one that stands under a negation: 未…备案.
bool is_denied(Token token);

class MatchWords {
 public:
  explicit MatchWords(const Vocabulary& vocabulary);

  /// Tokens of a phrase, sorted, each once.
  [[nodiscard]] std::vector<Token> tokens(std::string_view text) const;
  /// Tokens of each part of a narrative: its sentences, items (一是…二是…) and the pieces between commas.
  [[nodiscard]] std::vector<std::vector<Token>> parts(std::string_view text) const;

 private:
  [[nodiscard]] std::u32string rewritten(std::string_view text) const;

  struct Entry {
    std::u32string word;
    char32_t becomes = 0;  ///< 0: left out
  };
  void add(std::string_view word, char32_t becomes);

  void append_tokens(std::u32string_view run, std::vector<Token>& out) const;

  char32_t not_ = U'未';                            ///< what a negation becomes
  std::map<char32_t, std::vector<Entry>> entries_;  ///< by first character, the longest word first
};

}  // namespace xiezhi::core::law
