// Which phrases have which tokens, and how much a phrase has in common with a text.
#pragma once

#include <cstdint>
#include <vector>

#include "core/law/match_words.h"

namespace xiezhi::core::law {

/// How well each subject fits one part of a text.
struct SubjectScore {
  std::uint32_t subject = 0;
  std::int64_t score = 0;
};

/// Phrases of numbered subjects.
class PhraseIndex {
 public:
  void add(std::uint32_t subject, const std::vector<Token>& tokens);
  /// To be called once, after the last phrase. `subjects`: their number.
  void finish(std::uint32_t subjects);

  /// Of all subjects that share a token with the part, in order of their numbers.
  [[nodiscard]] std::vector<SubjectScore> score(const std::vector<Token>& part) const;

 private:
  struct Posting {
    Token token = 0;
    std::uint32_t phrase = 0;
  };
  struct Term {
    Token token = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::int64_t weight = 0;
  };
  struct Phrase {
    std::uint32_t subject = 0;
    std::int64_t weight = 0;
  };

  std::vector<Posting> postings_;  ///< by token, then phrase
  std::vector<Term> terms_;        ///< by token
  std::vector<Phrase> phrases_;    ///< those of one subject stand together
  std::uint32_t subjects_ = 0;
};

}  // namespace xiezhi::core::law
