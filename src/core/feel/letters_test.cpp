#include "core/feel/letters.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace xiezhi::core::feel {
namespace {

TEST(Letters, OtherCaseOfEveryAlphabet) {
  EXPECT_EQ(upper_case("straße é ÿ ı ŉ ﬃ"), "STRASSE É Ÿ I ʼN FFI");
  EXPECT_EQ(upper_case("ǆ ა ꮥ 𐐨"), "Ǆ Ა Ꮥ 𐐀");
  EXPECT_EQ(lower_case("Ǆ Ა Ω K 𐐀 Ａ"), "ǆ ა ω k 𐐨 ａ");
  EXPECT_EQ(lower_case("İ"), "i̇");
  EXPECT_EQ(upper_case("第12条"), "第12条");
  EXPECT_EQ(upper_case("\u0390 \u1FB3"), "\u0399\u0308\u0301 ΑΙ");
}

TEST(Letters, SigmaAtTheEndOfAWord) {
  EXPECT_EQ(lower_case("ΑΣ ΟΔΟΣ. ΣΑ Σ"), "ας οδος. σα σ");
  EXPECT_EQ(lower_case("ΑΣ'Α"), "ασ'α");
}

/// What maps back and forth does so everywhere.
TEST(Letters, LowerOfUpperComesBack) {
  int cased = 0;
  for (char32_t c = 0; c < 0x20000; ++c) {
    const char32_t lower = to_lower(c);
    if (lower == c) continue;
    ++cased;
    if (in_category(c, "Lu") == true && to_upper(lower) != c) {
      // K, Å and Ω as signs, the dotted I, ẞ and the Cherokee and Georgian forms have one-way cases.
      EXPECT_EQ(to_lower(to_upper(lower)), lower) << static_cast<std::uint32_t>(c);
    }
  }
  EXPECT_GT(cased, 1300);
}

TEST(Letters, CategoriesAndBlocks) {
  struct Case {
    const char* letter;
    const char* name;
    bool inside;
  };
  const Case cases[] = {{"٣", "Nd", true},
                        {"Ⅷ", "Nl", true},
                        {"ǅ", "Lt", true},
                        {"«", "Pi", true},
                        {"»", "Pf", true},
                        {"ー", "Lm", true},
                        {"\u094D", "Mn", true},
                        {"，", "P", true},
                        {"《", "Ps", true},
                        {"·", "Po", true},
                        {"€", "Sc", true},
                        {"Ā", "Lu", true},
                        {"ā", "Ll", true},
                        {"Ź", "Lu", true},
                        {"ź", "Ll", true},
                        {"中", "Lo", true},
                        {"\u200D", "Cf", true},
                        {"\uE000", "Co", true},
                        {"\u0378", "Cn", true},
                        {"½", "No", true},
                        {"1", "L", false},
                        {"ა", "IsGeorgian", true},
                        {"a", "IsGeorgian", false},
                        {"α", "IsGreek", true},
                        {"中", "IsCJKUnifiedIdeographs", true},
                        {"é", "IsLatin-1Supplement", true}};
  for (const Case& one : cases) {
    EXPECT_EQ(in_category(base::code_points(one.letter)[0], one.name), one.inside) << one.letter << " " << one.name;
  }
  for (const char* name : {"", "X", "Lx", "LuX", "IsNothing", "Is"}) EXPECT_FALSE(in_category('a', name)) << name;
}

}  // namespace
}  // namespace xiezhi::core::feel
