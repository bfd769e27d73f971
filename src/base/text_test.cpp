#include "base/text.h"

#include <gtest/gtest.h>

#include <string>

namespace xiezhi::base {
namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string out;
  for (const int value : values) out += static_cast<char>(value);
  return out;
}

// Unicode 15, table 3-7, decided the slow way: decode by the bit pattern, then ask whether this is the shortest form.
bool shortest_form(const std::string& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t size = text.size();
  const unsigned lead = byte(0);
  char32_t value = 0;
  if (size == 1) return lead < 0x80;
  if (size == 2 && lead >> 5 == 6)
    value = lead & 0x1F;
  else if (size == 3 && lead >> 4 == 14)
    value = lead & 0x0F;
  else if (size == 4 && lead >> 3 == 30)
    value = lead & 0x07;
  else
    return false;
  for (std::size_t i = 1; i < size; ++i) {
    if (byte(i) >> 6 != 2) return false;
    value = value << 6 | (byte(i) & 0x3Fu);
  }
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
  return (size == 2 && value >= 0x80) || (size == 3 && value >= 0x800) || (size == 4 && value >= 0x10000);
}

TEST(Utf8, EveryCodePointRoundTrips) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_code_point(text, c);
    ASSERT_TRUE(valid_utf8(text)) << std::hex << static_cast<std::uint32_t>(c);
    std::size_t at = 0;
    ASSERT_EQ(next_code_point(text, at), c);
    ASSERT_EQ(at, text.size());
  }
}

TEST(Utf8, OneAndTwoBytesExhaustively) {
  for (int a = 0; a < 256; ++a) {
    ASSERT_EQ(valid_utf8(bytes({a})), a < 0x80) << a;
    for (int b = 0; b < 256; ++b) {
      const std::string text = bytes({a, b});
      const bool two_ascii = a < 0x80 && b < 0x80;
      ASSERT_EQ(valid_utf8(text), two_ascii || shortest_form(text)) << a << ' ' << b;
    }
  }
}

TEST(Utf8, LeadAndSecondByteDecideOfLongForms) {
  for (int a = 0xE0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      for (const int c : {0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF}) {
        const std::string three = bytes({a, b, c});
        ASSERT_EQ(valid_utf8(three), shortest_form(three)) << a << ' ' << b << ' ' << c;
        for (const int d : {0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF}) {
          const std::string four = bytes({a, b, c, d});
          const bool three_and_ascii = shortest_form(three) && d < 0x80;
          ASSERT_EQ(valid_utf8(four), shortest_form(four) || three_and_ascii) << a << ' ' << b << ' ' << c << ' ' << d;
        }
      }
    }
  }
}

TEST(Utf8, NamedOffenders) {
  EXPECT_FALSE(valid_utf8(bytes({0xC0, 0x80})));               // overlong U+0000
  EXPECT_FALSE(valid_utf8(bytes({0xE0, 0x9F, 0xBF})));         // overlong U+07FF
  EXPECT_FALSE(valid_utf8(bytes({0xED, 0xA0, 0x80})));         // surrogate U+D800
  EXPECT_FALSE(valid_utf8(bytes({0xF0, 0x8F, 0xBF, 0xBF})));   // overlong U+FFFF
  EXPECT_FALSE(valid_utf8(bytes({0xF4, 0x90, 0x80, 0x80})));   // U+110000
  EXPECT_FALSE(valid_utf8(std::string("獬豸").substr(0, 5)));  // cut off
  EXPECT_TRUE(valid_utf8(""));
  EXPECT_TRUE(valid_utf8("獬豸 𠮷"));
}

TEST(Text, CountsCodePoints) {
  EXPECT_EQ(length(""), 0u);
  EXPECT_EQ(length("a獬𠮷"), 3u);
  EXPECT_EQ(code_points("a獬𠮷"), (std::vector<char32_t>{U'a', U'獬', U'𠮷'}));
}

TEST(Text, TrimKnowsChineseAndByteOrderSpace) {
  EXPECT_EQ(trim("　 \t龙 煤\r\n\u00A0"), "龙 煤");
  EXPECT_EQ(trim("\uFEFF名称"), "名称");
  EXPECT_EQ(trim("　　"), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("龙"), "龙");
}

TEST(Text, SplitKeepsEmptyPieces) {
  using Pieces = std::vector<std::string_view>;
  EXPECT_EQ(split("a,,b,", ','), (Pieces{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (Pieces{""}));
  EXPECT_EQ(join({"a", "", "b"}, ", "), "a, , b");
  EXPECT_EQ(join({}, ","), "");
}

TEST(Hex, RoundTripsEveryByteAndRefusesTheRest) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  EXPECT_EQ(from_hex(to_hex(all)), all);
  EXPECT_EQ(from_hex("00fF"), bytes({0x00, 0xFF}));
  EXPECT_EQ(from_hex("0"), "");
  EXPECT_EQ(from_hex("0g"), "");
  EXPECT_EQ(from_hex(" 0"), "");
}

TEST(Base64, StandardVectors) {  // RFC 4648 section 10
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, coded] : vectors) {
    bool ok = false;
    EXPECT_EQ(to_base64(plain), coded);
    EXPECT_EQ(from_base64(coded, ok), plain);
    EXPECT_TRUE(ok) << coded;
  }
}

TEST(Base64, EachTextHasOneForm) {
  for (const char* bad : {"Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zm9v\n", "Zm 9", "Zm-_", "Zg==Zg=="}) {
    bool ok = true;
    EXPECT_EQ(from_base64(bad, ok), "") << bad;
    EXPECT_FALSE(ok) << bad;
  }
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  bool ok = false;
  EXPECT_EQ(from_base64(to_base64(all), ok), all);
  EXPECT_TRUE(ok);
}

}  // namespace
}  // namespace xiezhi::base
