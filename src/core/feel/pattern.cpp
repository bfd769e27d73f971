#include "core/feel/pattern.h"

#include "core/feel/letters.h"

namespace xiezhi::core::feel {

/// Runs a program, keeping what it may have to take back on a stack of its own.
class PatternMachine {
 public:
  PatternMachine(const Pattern& pattern, const std::vector<char32_t>& text, std::uint64_t& steps)
      : pattern_(pattern), text_(text), steps_(steps) {}

  std::optional<std::vector<Span>> run(std::int32_t from) {
    registers_.assign(static_cast<std::size_t>(2 * pattern_.groups_ + pattern_.marks_), -1);
    undo_.clear();
    std::int32_t pc = 0;
    std::int32_t at = from;
    while (steps_ > 0) {
      --steps_;
      const Instruction& one = pattern_.program_[static_cast<std::size_t>(pc)];
      if (one.code == Instruction::Code::done) return spans();
      bool good = true;
      switch (one.code) {
        case Instruction::Code::split:
          undo_.push_back({one.second, at, -1});
          pc = one.first;
          continue;
        case Instruction::Code::jump: pc = one.first; continue;
        case Instruction::Code::save: set(one.first, at); break;
        case Instruction::Code::mark: set(2 * pattern_.groups_ + one.first, at); break;
        case Instruction::Code::progress: good = get(2 * pattern_.groups_ + one.first) != at; break;
        case Instruction::Code::reference: good = repeated(one.first, at); break;
        case Instruction::Code::begin:
          good = at == 0 || (pattern_.lines_ && at < size() && text(at - 1) == '\n');
          break;
        case Instruction::Code::end: good = at == size() || (pattern_.lines_ && text(at) == '\n'); break;
        case Instruction::Code::character:
        case Instruction::Code::any:
        case Instruction::Code::set:
          good = at < size() && matches(one, text(at));
          ++at;
          break;
        case Instruction::Code::done: break;
      }
      ++pc;
      if (!good && !back(pc, at)) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  struct Undo {
    std::int32_t pc;  ///< where to go on, or -1: `at` is the old value of register `slot`
    std::int32_t at;
    std::int32_t slot;
  };

  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(text_.size()); }
  [[nodiscard]] char32_t text(std::int32_t at) const { return text_[static_cast<std::size_t>(at)]; }
  [[nodiscard]] std::int32_t get(std::int32_t slot) const { return registers_[static_cast<std::size_t>(slot)]; }
  void set(std::int32_t slot, std::int32_t value) {
    undo_.push_back({-1, get(slot), slot});
    registers_[static_cast<std::size_t>(slot)] = value;
  }

  bool back(std::int32_t& pc, std::int32_t& at) {
    while (!undo_.empty()) {
      const Undo last = undo_.back();
      undo_.pop_back();
      if (last.pc >= 0) {
        pc = last.pc;
        at = last.at;
        return true;
      }
      registers_[static_cast<std::size_t>(last.slot)] = last.at;
    }
    return false;
  }

  [[nodiscard]] bool same(char32_t a, char32_t b) const {
    return a == b || (pattern_.ignore_case_ && to_lower(to_upper(a)) == to_lower(to_upper(b))) ||
           (pattern_.ignore_case_ && to_lower(a) == to_lower(b));
  }

  [[nodiscard]] bool in_set(const CharacterSet& set, char32_t c) const {
    if (!pattern_.ignore_case_) return set.holds(c);
    // In a set when one of its case variants is; taken away when one of them is taken away.
    CharacterSet plain = set;
    plain.negated = false;
    plain.without.clear();
    bool inside = false;
    for (const char32_t variant : {c, to_lower(c), to_upper(c)}) inside = inside || plain.holds(variant);
    inside = inside != set.negated;
    for (const CharacterSet& other : set.without) inside = inside && !in_set(other, c);
    return inside;
  }

  [[nodiscard]] bool matches(const Instruction& one, char32_t c) const {
    if (one.code == Instruction::Code::any) return pattern_.dot_all_ || (c != '\n' && c != '\r');
    if (one.code == Instruction::Code::character) return same(one.character, c);
    return in_set(pattern_.sets_[static_cast<std::size_t>(one.first)], c);
  }

  bool repeated(std::int32_t group, std::int32_t& at) {
    const std::int32_t from = get(2 * group);
    const std::int32_t to = get(2 * group + 1);
    if (from < 0 || to < from) return true;
    if (steps_ < static_cast<std::uint64_t>(to - from)) return false;
    steps_ -= static_cast<std::uint64_t>(to - from);
    for (std::int32_t i = from; i < to; ++i, ++at) {
      if (at >= size() || !same(text(i), text(at))) return false;
    }
    return true;
  }

  [[nodiscard]] std::vector<Span> spans() const {
    std::vector<Span> out;
    for (std::int32_t i = 0; i < pattern_.groups_; ++i) out.emplace_back(get(2 * i), get(2 * i + 1));
    return out;
  }

  const Pattern& pattern_;
  const std::vector<char32_t>& text_;
  std::uint64_t& steps_;
  std::vector<std::int32_t> registers_;
  std::vector<Undo> undo_;
};

std::optional<std::vector<Span>> Pattern::search(const std::vector<char32_t>& text, std::int32_t from,
                                                 std::uint64_t& steps) const {
  PatternMachine machine(*this, text, steps);
  for (std::int32_t at = from; at <= static_cast<std::int32_t>(text.size()) && steps > 0; ++at) {
    if (auto found = machine.run(at)) return found;
  }
  return std::nullopt;
}

}  // namespace xiezhi::core::feel
