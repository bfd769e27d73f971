// Regular expressions as XPath has them (XQuery and XPath Functions 3.1, section 5.6), compiled to a small program that
// a machine with its own stack runs: no pattern and no text can overflow anything, and each step is counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiezhi::core::feel {

struct CharacterSet {
  std::vector<std::pair<char32_t, char32_t>> ranges;
  std::vector<std::pair<std::string, bool>> categories;  ///< name, negated
  std::vector<CharacterSet> without;                     ///< none or one: what is taken away
  bool negated = false;

  [[nodiscard]] bool holds(char32_t c) const;
};

struct Instruction {
  enum class Code : std::uint8_t {
    character,
    any,
    set,
    split,
    jump,
    save,
    begin,
    end,
    reference,
    mark,
    progress,
    done
  };
  Code code = Code::done;
  char32_t character = 0;
  std::int32_t first = 0;   ///< of split: tried first; of jump: the target; of others: an index
  std::int32_t second = 0;  ///< of split: tried next
};

using Span = std::pair<std::int32_t, std::int32_t>;  ///< positions in code points; -1: not matched

class Pattern {
 public:
  /// Nothing when the pattern or a flag is malformed. Flags: s, m, i, x, q.
  static std::optional<Pattern> compile(std::string_view pattern, std::string_view flags);

  /// The groups of the first match at or after `from`; nothing when there is none, or when `steps` ran out.
  std::optional<std::vector<Span>> search(const std::vector<char32_t>& text, std::int32_t from,
                                          std::uint64_t& steps) const;
  [[nodiscard]] bool literal() const { return literal_; }

 private:
  friend class PatternReader;
  friend class PatternMachine;

  std::vector<Instruction> program_;
  std::vector<CharacterSet> sets_;
  std::int32_t groups_ = 1;
  std::int32_t marks_ = 0;
  bool ignore_case_ = false;
  bool dot_all_ = false;
  bool lines_ = false;
  bool literal_ = false;
};

}  // namespace xiezhi::core::feel
