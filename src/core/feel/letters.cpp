#include "core/feel/letters.h"

#include "base/text.h"
#include "core/feel/lexer.h"

namespace xiezhi::core::feel {
namespace {

/// Upper-case letters first…last: each has its lower-case letter `distance` after it, or, where `paired`, next to it.
struct CaseRange {
  char32_t first;
  char32_t last;
  char32_t distance;
  bool paired;
};

constexpr CaseRange kCases[] = {
    {0x41, 0x5A, 32, false},     {0xC0, 0xD6, 32, false},       {0xD8, 0xDE, 32, false},
    {0x100, 0x137, 1, true},     {0x139, 0x148, 1, true},       {0x14A, 0x177, 1, true},
    {0x179, 0x17E, 1, true},     {0x386, 0x386, 38, false},     {0x388, 0x38A, 37, false},
    {0x38C, 0x38C, 64, false},   {0x38E, 0x38F, 63, false},     {0x391, 0x3A1, 32, false},
    {0x3A3, 0x3AB, 32, false},   {0x3D8, 0x3EF, 1, true},       {0x400, 0x40F, 80, false},
    {0x410, 0x42F, 32, false},   {0x460, 0x481, 1, true},       {0x48A, 0x4BF, 1, true},
    {0x4D0, 0x52F, 1, true},     {0x531, 0x556, 48, false},     {0x1E00, 0x1E95, 1, true},
    {0x1EA0, 0x1EFF, 1, true},   {0x2160, 0x216F, 16, false},   {0x24B6, 0x24CF, 26, false},
    {0xFF21, 0xFF3A, 32, false}, {0x10400, 0x10427, 40, false},
};

struct Block {
  std::string_view name;
  char32_t first;
  char32_t last;
};

constexpr Block kBlocks[] = {
    {"BasicLatin", 0, 0x7F},
    {"Latin-1Supplement", 0x80, 0xFF},
    {"LatinExtended-A", 0x100, 0x17F},
    {"LatinExtended-B", 0x180, 0x24F},
    {"IPAExtensions", 0x250, 0x2AF},
    {"CombiningDiacriticalMarks", 0x300, 0x36F},
    {"Greek", 0x370, 0x3FF},
    {"GreekandCoptic", 0x370, 0x3FF},
    {"Cyrillic", 0x400, 0x4FF},
    {"Armenian", 0x530, 0x58F},
    {"Hebrew", 0x590, 0x5FF},
    {"Arabic", 0x600, 0x6FF},
    {"Devanagari", 0x900, 0x97F},
    {"Thai", 0xE00, 0xE7F},
    {"HangulJamo", 0x1100, 0x11FF},
    {"LatinExtendedAdditional", 0x1E00, 0x1EFF},
    {"GreekExtended", 0x1F00, 0x1FFF},
    {"GeneralPunctuation", 0x2000, 0x206F},
    {"CurrencySymbols", 0x20A0, 0x20CF},
    {"LetterlikeSymbols", 0x2100, 0x214F},
    {"NumberForms", 0x2150, 0x218F},
    {"Arrows", 0x2190, 0x21FF},
    {"MathematicalOperators", 0x2200, 0x22FF},
    {"BoxDrawing", 0x2500, 0x257F},
    {"CJKSymbolsandPunctuation", 0x3000, 0x303F},
    {"Hiragana", 0x3040, 0x309F},
    {"Katakana", 0x30A0, 0x30FF},
    {"Bopomofo", 0x3100, 0x312F},
    {"CJKUnifiedIdeographsExtensionA", 0x3400, 0x4DBF},
    {"CJKUnifiedIdeographs", 0x4E00, 0x9FFF},
    {"HangulSyllables", 0xAC00, 0xD7A3},
    {"PrivateUse", 0xE000, 0xF8FF},
    {"CJKCompatibilityIdeographs", 0xF900, 0xFAFF},
    {"HalfwidthandFullwidthForms", 0xFF00, 0xFFEF},
};

bool is_ascii_punctuation(char32_t c) {
  return std::string_view("!\"#%&'()*,-./:;?@[\\]_{}").find(static_cast<char>(c)) != std::string_view::npos;
}

/// The two letters of a general category, as far as the tables tell.
std::string_view category_of(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return "Cc";
  if (c == 0x2028) return "Zl";
  if (c == 0x2029) return "Zp";
  if (is_space(c)) return "Zs";
  if (c >= '0' && c <= '9') return "Nd";
  if (c >= 0xFF10 && c <= 0xFF19) return "Nd";
  if (to_lower(c) != c && c != to_upper(to_lower(c)) + 1) return "Lu";
  if (to_upper(c) != c) return "Ll";
  if (c < 0x80) {
    if (c == '_') return "Pc";
    if (c == '-') return "Pd";
    if (c == '(' || c == '[' || c == '{') return "Ps";
    if (c == ')' || c == ']' || c == '}') return "Pe";
    if (is_ascii_punctuation(c)) return "Po";
    if (c == '$') return "Sc";
    return c == '^' || c == '`' ? "Sk" : "Sm";
  }
  if (c == 0xDF || c == 0xAA || c == 0xBA || c == 0xB5) return "Ll";
  if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x218F)) return "No";
  if ((c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF)) return "Sc";
  if (c == 0xAC || c == 0xB1 || c == 0xD7 || c == 0xF7 || (c >= 0x2190 && c <= 0x22FF)) return "Sm";
  if (c < 0xC0) return c == 0xA1 || c == 0xA7 || c == 0xB6 || c == 0xB7 || c == 0xBF ? "Po" : "So";
  if (c >= 0x300 && c <= 0x36F) return "Mn";
  if ((c >= 0x2010 && c <= 0x206F) || (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3020)) return "Po";
  if ((c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20)) return "Po";
  if ((c >= 0x2300 && c <= 0x2BFF) || (c >= 0x1F000 && c <= 0x1FAFF)) return "So";
  if (c >= 0xE000 && c <= 0xF8FF) return "Co";
  return "Lo";
}

constexpr std::string_view kCategories[] = {"L",  "Lu", "Ll", "Lt", "Lm", "Lo", "M",  "Mn", "Mc", "Me", "N",  "Nd",
                                            "Nl", "No", "P",  "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z",  "Zs",
                                            "Zl", "Zp", "S",  "Sm", "Sc", "Sk", "So", "C",  "Cc", "Cf", "Co", "Cn"};

template <typename Map>
std::string mapped(std::string_view text, Map map) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) base::append_code_point(out, map(base::next_code_point(text, at)));
  return out;
}

}  // namespace

char32_t to_lower(char32_t c) {
  for (const CaseRange& range : kCases) {
    if (c < range.first || c > range.last) continue;
    if (!range.paired) return c + range.distance;
    return (c - range.first) % 2 == 0 ? c + 1 : c;
  }
  if (c == 0x178) return 0xFF;
  if (c == 0x212A) return 'k';
  return c == 0x212B ? 0xE5 : (c == 0x2126 ? 0x3C9 : c);
}

char32_t to_upper(char32_t c) {
  if (c == 0xFF) return 0x178;
  if (c == 0x3C2) return 0x3A3;
  if (c == 0xB5) return 0x39C;
  for (const CaseRange& range : kCases) {
    if (range.paired) {
      if (c >= range.first && c <= range.last) return (c - range.first) % 2 == 1 ? c - 1 : c;
    } else if (c >= range.first + range.distance && c <= range.last + range.distance) {
      return c - range.distance;
    }
  }
  return c;
}

std::string upper_case(std::string_view text) { return mapped(text, to_upper); }
std::string lower_case(std::string_view text) { return mapped(text, to_lower); }

std::optional<bool> in_category(char32_t c, std::string_view name) {
  if (name.starts_with("Is")) {
    name.remove_prefix(2);
    for (const Block& block : kBlocks) {
      if (block.name == name) return c >= block.first && c <= block.last;
    }
    return std::nullopt;
  }
  for (const std::string_view known : kCategories) {
    if (known == name) return category_of(c).starts_with(name);
  }
  return std::nullopt;
}

}  // namespace xiezhi::core::feel
