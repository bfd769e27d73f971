// Pattern text to program.
#include <algorithm>

#include "base/text.h"
#include "core/feel/letters.h"
#include "core/feel/pattern.h"

namespace xiezhi::core::feel {
namespace {

constexpr std::size_t kLongestProgram = 20'000;
constexpr int kDeepestGroups = 40;
constexpr std::int32_t kMostRepeats = 1'000;

using Code = Instruction::Code;

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Without white space outside of brackets (flag x).
std::vector<char32_t> squeezed(const std::vector<char32_t>& pattern) {
  std::vector<char32_t> out;
  int brackets = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_blank(pattern[i]) && brackets == 0) continue;
    const bool escaped = !out.empty() && out.back() == '\\' && (out.size() < 2 || out[out.size() - 2] != '\\');
    if (pattern[i] == '[' && !escaped) ++brackets;
    if (pattern[i] == ']' && !escaped && brackets > 0) --brackets;
    out.push_back(pattern[i]);
  }
  return out;
}

using Ranges = std::vector<std::pair<char32_t, char32_t>>;

/// White space, and the characters that begin or continue a name (XML 1.0, 2.3), in order.
const Ranges& ranges_of(char32_t letter) {
  static const Ranges kSpace = {{'\t', '\n'}, {'\r', '\r'}, {' ', ' '}};
  static const Ranges kInitial = {{':', ':'},       {'A', 'Z'},       {'_', '_'},       {'a', 'z'},
                                  {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},
                                  {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
                                  {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
  static const Ranges kName = {
      {'-', '.'},       {'0', ':'},       {'A', 'Z'},       {'_', '_'},       {'a', 'z'},       {0xB7, 0xB7},
      {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x37D},    {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x203F, 0x2040},
      {0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
  return letter == 's' ? kSpace : (letter == 'i' ? kInitial : kName);
}

/// "\d", "\s", "\w", "\i", "\c".
void add_class(CharacterSet& out, char32_t letter) {
  if (letter == 'd') {
    out.categories.emplace_back("Nd", false);
  } else if (letter == 'w') {
    for (const char* name : {"L", "M", "N", "S"}) out.categories.emplace_back(name, false);
  } else {
    const Ranges& ranges = ranges_of(letter);
    out.ranges.insert(out.ranges.end(), ranges.begin(), ranges.end());
  }
}

/// What is outside the class of the small letter.
void add_rest(CharacterSet& out, char32_t letter) {
  if (letter == 'D') {
    out.categories.emplace_back("Nd", true);
  } else if (letter == 'W') {
    for (const char* name : {"P", "Z", "C"}) out.categories.emplace_back(name, false);
  } else {
    char32_t next = 0;
    for (const auto& [first, last] : ranges_of(letter - 'A' + 'a')) {
      if (first > next) out.ranges.emplace_back(next, first - 1);
      next = last + 1;
    }
    out.ranges.emplace_back(next, 0x10FFFF);
  }
}

}  // namespace

bool CharacterSet::holds(char32_t c) const {
  bool inside = std::any_of(ranges.begin(), ranges.end(),
                            [&](const auto& range) { return c >= range.first && c <= range.second; });
  for (const auto& [name, inverted] : categories) inside = inside || in_category(c, name).value_or(false) != inverted;
  inside = inside != negated;
  for (const CharacterSet& other : without) inside = inside && !other.holds(c);
  return inside;
}

class PatternReader {
 public:
  PatternReader(Pattern& out, std::vector<char32_t> text) : out_(out), text_(std::move(text)) {}

  bool read() {
    emit(Code::save, 0);
    if (!alternatives(0) || at_ != text_.size()) return false;
    emit(Code::save, 1);
    emit(Code::done);
    return out_.program_.size() <= kLongestProgram;
  }

 private:
  [[nodiscard]] char32_t peek() const { return at_ < text_.size() ? text_[at_] : U'\0'; }
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] std::int32_t here() const { return static_cast<std::int32_t>(out_.program_.size()); }
  std::int32_t emit(Code code, std::int32_t first = 0, std::int32_t second = 0) {
    out_.program_.push_back({code, 0, first, second});
    return here() - 1;
  }
  Instruction& at(std::int32_t index) { return out_.program_[static_cast<std::size_t>(index)]; }

  bool alternatives(int depth) {
    if (depth > kDeepestGroups) return false;
    std::vector<std::int32_t> exits;
    while (true) {
      const std::int32_t start = here();
      if (!sequence(depth)) return false;
      if (peek() != '|' || done()) break;
      ++at_;
      insert_split(start);
      exits.push_back(emit(Code::jump));
      at(start).second = here();
    }
    for (const std::int32_t exit : exits) at(exit).first = here();
    return true;
  }

  /// Makes room for a split before what starts at `start`; the code after it moves by one.
  void insert_split(std::int32_t start) {
    shift(start, 1);
    out_.program_.insert(out_.program_.begin() + start, Instruction{Code::split, 0, start + 1, 0});
  }
  void shift(std::int32_t start, std::int32_t by) {
    for (std::size_t i = static_cast<std::size_t>(start); i < out_.program_.size(); ++i) relocate(out_.program_[i], by);
  }
  static void relocate(Instruction& one, std::int32_t by) {
    if (one.code == Code::split || one.code == Code::jump) one.first += by;
    if (one.code == Code::split) one.second += by;
  }

  bool sequence(int depth) {
    while (!done() && peek() != '|' && peek() != ')') {
      const std::int32_t start = here();
      if (!atom(depth) || !quantifier(start)) return false;
      if (out_.program_.size() > kLongestProgram) return false;
    }
    return true;
  }

  bool atom(int depth) {
    const char32_t c = text_[at_++];
    switch (c) {
      case '(': return group(depth);
      case '.': emit(Code::any); return true;
      case '^': emit(Code::begin); return true;
      case '$': emit(Code::end); return true;
      case '[': {
        auto set = bracket(0);
        return set && emit_set(*std::move(set));
      }
      case '\\': return escape();
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']': return false;
      default: break;
    }
    at(emit(Code::character)).character = c;
    return true;
  }

  bool emit_set(CharacterSet set) {
    out_.sets_.push_back(std::move(set));
    emit(Code::set, static_cast<std::int32_t>(out_.sets_.size()) - 1);
    return true;
  }

  bool group(int depth) {
    const bool plain = peek() == '?' && at_ + 1 < text_.size() && text_[at_ + 1] == ':';
    if (plain) {
      at_ += 2;
      if (!alternatives(depth + 1) || peek() != ')') return false;
      ++at_;
      return true;
    }
    const std::int32_t index = out_.groups_++;
    emit(Code::save, 2 * index);
    if (!alternatives(depth + 1) || peek() != ')') return false;
    ++at_;
    emit(Code::save, 2 * index + 1);
    closed_.push_back(index);
    return true;
  }

  std::optional<std::int32_t> digits() {
    std::int32_t out = 0;
    const std::size_t from = at_;
    while (peek() >= '0' && peek() <= '9' && out <= kMostRepeats) {
      out = out * 10 + static_cast<std::int32_t>(text_[at_++] - '0');
    }
    if (at_ == from || out > kMostRepeats) return std::nullopt;
    return out;
  }

  bool quantifier(std::int32_t start) {
    std::int32_t least = 1;
    std::int32_t most = 1;
    const char32_t c = peek();
    if (c == '*' || c == '+' || c == '?') {
      ++at_;
      least = c == '+' ? 1 : 0;
      most = c == '?' ? 1 : -1;
    } else if (c == '{') {
      ++at_;
      const auto low = digits();
      if (!low) return false;
      least = most = *low;
      if (peek() == ',') {
        ++at_;
        most = -1;
        if (peek() != '}') {
          const auto high = digits();
          if (!high || *high < least) return false;
          most = *high;
        }
      }
      if (peek() != '}') return false;
      ++at_;
    } else {
      return true;
    }
    const bool lazy = peek() == '?' && !done();
    if (lazy) ++at_;
    return repeat(start, least, most, lazy);
  }

  bool repeat(std::int32_t start, std::int32_t least, std::int32_t most, bool lazy) {
    const std::vector<Instruction> body(out_.program_.begin() + start, out_.program_.end());
    const auto copies = static_cast<std::size_t>(most < 0 ? least + 1 : most);
    if ((body.size() + 2) * std::max<std::size_t>(copies, 1) > kLongestProgram) return false;
    out_.program_.resize(static_cast<std::size_t>(start));
    const auto copy = [&] {
      const std::int32_t by = here() - start;
      for (Instruction one : body) {
        relocate(one, by);
        out_.program_.push_back(one);
      }
    };
    const auto choose = [&](std::int32_t split, std::int32_t in, std::int32_t out) {
      at(split).first = lazy ? out : in;
      at(split).second = lazy ? in : out;
    };
    for (std::int32_t i = 0; i < least; ++i) copy();
    if (most < 0) {
      const std::int32_t split = emit(Code::split);
      const std::int32_t mark = out_.marks_++;
      emit(Code::mark, mark);
      copy();
      emit(Code::progress, mark);
      emit(Code::jump, split);
      choose(split, split + 1, here());
      return true;
    }
    std::vector<std::int32_t> splits;
    for (std::int32_t i = least; i < most; ++i) {
      splits.push_back(emit(Code::split));
      copy();
    }
    for (const std::int32_t split : splits) choose(split, split + 1, here());
    return true;
  }

  /// After the backslash, outside of brackets.
  bool escape() {
    if (done()) return false;
    const char32_t c = peek();
    if (c >= '1' && c <= '9') {
      std::int32_t index = static_cast<std::int32_t>(text_[at_++] - '0');
      if (std::find(closed_.begin(), closed_.end(), index) == closed_.end()) return false;
      while (peek() >= '0' && peek() <= '9') {
        const std::int32_t longer = index * 10 + static_cast<std::int32_t>(peek() - '0');
        if (std::find(closed_.begin(), closed_.end(), longer) == closed_.end()) break;
        index = longer;
        ++at_;
      }
      emit(Code::reference, index);
      return true;
    }
    CharacterSet set;
    const auto single = escaped(set);
    if (!single) return false;
    if (*single == 0) return emit_set(std::move(set));
    at(emit(Code::character)).character = *single;
    return true;
  }

  /// A character, or 0 when a class was added to `set`; nothing when it is no escape.
  std::optional<char32_t> escaped(CharacterSet& set) {
    if (done()) return std::nullopt;
    const char32_t c = text_[at_++];
    if (c == 'n') return U'\n';
    if (c == 'r') return U'\r';
    if (c == 't') return U'\t';
    if (c < 0x80 && std::string_view("\\|.-^?*+{}()[]$").find(static_cast<char>(c)) != std::string_view::npos) return c;
    if (c == 'p' || c == 'P') return category(set, c == 'P') ? std::optional<char32_t>(0) : std::nullopt;
    if (c < 0x80 && std::string_view("dswic").find(static_cast<char>(c)) != std::string_view::npos) {
      add_class(set, c);
      return 0;
    }
    if (c < 0x80 && std::string_view("DSWIC").find(static_cast<char>(c)) != std::string_view::npos) {
      add_rest(set, c);
      return 0;
    }
    return std::nullopt;
  }

  bool category(CharacterSet& set, bool inverted) {
    if (peek() != '{') return false;
    ++at_;
    std::string name;
    while (!done() && peek() != '}') base::append_code_point(name, text_[at_++]);
    if (done() || !in_category('a', name)) return false;
    ++at_;
    set.categories.emplace_back(std::move(name), inverted);
    return true;
  }

  std::optional<char32_t> set_character(CharacterSet& set) {
    const char32_t c = text_[at_++];
    if (c == '\\') return escaped(set);
    return c == '[' ? std::nullopt : std::optional<char32_t>(c);
  }

  /// After "[".
  std::optional<CharacterSet> bracket(int depth) {
    if (depth > kDeepestGroups) return std::nullopt;
    CharacterSet set;
    if (peek() == '^') {
      set.negated = true;
      ++at_;
    }
    bool any = false;
    while (!done() && peek() != ']') {
      if (any && peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] == '[') {
        at_ += 2;
        auto inner = bracket(depth + 1);
        if (!inner || peek() != ']') return std::nullopt;
        set.without.push_back(*std::move(inner));
        break;
      }
      any = true;
      const auto low = set_character(set);
      if (!low) return std::nullopt;
      if (*low == 0) continue;
      char32_t high = *low;
      const bool ranged = peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']' && text_[at_ + 1] != '[';
      if (ranged) {
        ++at_;
        const auto last = set_character(set);
        if (!last || *last < *low) return std::nullopt;
        high = *last;
      }
      set.ranges.emplace_back(*low, high);
    }
    if (done() || !any) return std::nullopt;
    ++at_;
    return set;
  }

  Pattern& out_;
  std::vector<char32_t> text_;
  std::size_t at_ = 0;
  std::vector<std::int32_t> closed_;
};

std::optional<Pattern> Pattern::compile(std::string_view pattern, std::string_view flags) {
  Pattern out;
  bool squeeze = false;
  for (const char flag : flags) {
    switch (flag) {
      case 's': out.dot_all_ = true; break;
      case 'm': out.lines_ = true; break;
      case 'i': out.ignore_case_ = true; break;
      case 'x': squeeze = true; break;
      case 'q': out.literal_ = true; break;
      default: return std::nullopt;
    }
  }
  std::vector<char32_t> text = base::code_points(pattern);
  if (out.literal_) {
    std::vector<char32_t> quoted;
    for (const char32_t c : text) {
      if (c < 0x80 && std::string_view("\\|.^?*+{}()[]$").find(static_cast<char>(c)) != std::string_view::npos) {
        quoted.push_back('\\');
      }
      quoted.push_back(c);
    }
    text = std::move(quoted);
  } else if (squeeze) {
    text = squeezed(text);
  }
  if (!PatternReader(out, std::move(text)).read()) return std::nullopt;
  return out;
}

}  // namespace xiezhi::core::feel
