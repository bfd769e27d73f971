#include "app/ledger/initials.h"

#include <unicode/translit.h>

#include <algorithm>
#include <set>

#include "base/assert.h"
#include "base/text.h"
#include "core/text/fold.h"

namespace xiezhi::app::ledger {
namespace {

constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kLast = 0x9FFF;
constexpr std::size_t kWindow = 3;
constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 24;
constexpr std::string_view kMark = "声";  // no token of the words is a character with letters behind it

/// Common characters of names that begin with another letter in another sound.
struct Other {
  char32_t character;
  char letter;
};
constexpr Other kOthers[] = {
    {U'重', 'c'}, {U'重', 'z'}, {U'长', 'c'}, {U'长', 'z'}, {U'行', 'h'}, {U'行', 'x'}, {U'乐', 'l'}, {U'乐', 'y'},
    {U'厦', 'x'}, {U'厦', 's'}, {U'朝', 'c'}, {U'朝', 'z'}, {U'车', 'c'}, {U'藏', 'z'}, {U'藏', 'c'}, {U'会', 'h'},
    {U'会', 'k'}, {U'区', 'q'}, {U'调', 't'}, {U'调', 'd'}, {U'单', 'd'}, {U'单', 's'}, {U'盛', 's'}, {U'盛', 'c'},
    {U'系', 'x'}, {U'石', 's'}, {U'都', 'd'}, {U'率', 'l'}, {U'降', 'j'}, {U'降', 'x'}, {U'参', 'c'}, {U'参', 's'},
    {U'省', 's'}, {U'校', 'x'}, {U'校', 'j'}, {U'曾', 'z'}, {U'解', 'j'}, {U'解', 'x'}, {U'还', 'h'}, {U'传', 'c'},
    {U'传', 'z'}, {U'弹', 'd'}, {U'弹', 't'}, {U'沈', 's'}, {U'宿', 's'}, {U'合', 'h'}, {U'万', 'w'}, {U'广', 'g'}};

bool letter(char c) { return c >= 'a' && c <= 'z'; }

/// The first letter of each character's sound, 0 where it has none. Each character is transliterated on a line of its
/// own, so that none depends on its neighbours.
std::string make_table() {
  icu::UnicodeString text;
  for (char32_t c = kFirst; c <= kLast; ++c) text.append(static_cast<UChar32>(c)).append(static_cast<UChar32>('\n'));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> sounds(
      icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  VERIFY(U_SUCCESS(status) && sounds != nullptr);
  sounds->transliterate(text);
  std::string utf8;
  text.toUTF8String(utf8);
  std::string table;
  for (const std::string_view line : base::split(utf8, '\n')) {
    table += !line.empty() && letter(line.front()) ? line.front() : '\0';
  }
  table.resize(kLast - kFirst + 1);
  return table;
}

std::vector<std::string> letters_of(std::string_view name) {
  std::vector<std::string> out;
  for (const char32_t c : base::code_points(core::text::fold(name))) {
    std::string letters = initials_of(c);
    if (!letters.empty()) out.push_back(std::move(letters));
  }
  return out;
}

/// Every way to type `count` characters from `at` on.
void spell(const std::vector<std::string>& letters, std::size_t at, std::size_t count, const std::string& begun,
           std::set<std::string>& out) {
  if (count == 0) {
    out.insert(begun);
    return;
  }
  for (const char c : letters[at]) spell(letters, at + 1, count - 1, begun + c, out);
}

bool stands_at(const std::vector<std::string>& letters, std::size_t at, std::string_view query) {
  if (letters.size() - at < query.size()) return false;
  for (std::size_t i = 0; i < query.size(); ++i) {
    if (letters[at + i].find(query[i]) == std::string::npos) return false;
  }
  return true;
}

}  // namespace

std::string initials_of(char32_t character) {
  if (character >= U'a' && character <= U'z') return {static_cast<char>(character)};
  if (character < kFirst || character > kLast) return {};
  static const std::string kTable = make_table();
  std::string out;
  for (const Other& other : kOthers) {
    if (other.character == character) out += other.letter;
  }
  const char first = kTable[character - kFirst];
  if (first != '\0' && out.find(first) == std::string::npos) out += first;
  return out;
}

std::vector<std::string> initials_tokens(std::string_view name) {
  const auto letters = letters_of(name);
  std::set<std::string> found;
  const std::string mark(kMark);
  if (letters.size() >= kShortest) spell(letters, 0, kShortest, mark, found);
  for (std::size_t at = 0; at + kWindow <= letters.size(); ++at) spell(letters, at, kWindow, mark, found);
  return {found.begin(), found.end()};
}

bool initials_query(std::string_view query) {
  const std::string plain = core::text::fold(base::trim(query));
  return plain.size() >= kShortest && plain.size() <= kLongest && std::all_of(plain.begin(), plain.end(), letter);
}

std::vector<std::string> initials_query_tokens(std::string_view query) {
  const std::string plain = core::text::fold(base::trim(query));
  const std::size_t window = std::min(plain.size(), kWindow);
  std::set<std::string> found;
  for (std::size_t at = 0; at + window <= plain.size(); ++at)
    found.insert(std::string(kMark) + plain.substr(at, window));
  return {found.begin(), found.end()};
}

bool has_initials(std::string_view name, std::string_view query) {
  const std::string wanted = core::text::fold(base::trim(query));
  const auto letters = letters_of(name);
  if (wanted.size() < kWindow) return stands_at(letters, 0, wanted);
  for (std::size_t at = 0; at + wanted.size() <= letters.size(); ++at) {
    if (stands_at(letters, at, wanted)) return true;
  }
  return false;
}

}  // namespace xiezhi::app::ledger
