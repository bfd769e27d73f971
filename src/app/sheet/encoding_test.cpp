#include "app/sheet/encoding.h"

#include <gtest/gtest.h>

#include "app/sheet/gb18030_test_text.h"

namespace xiezhi::app::sheet {
namespace {

constexpr const char* kText = "哈尔滨市道里区，A4纸㐀😀“引号”〇";

Encoding guess(const std::string& bytes, std::size_t piece = 1000) {
  EncodingGuess guess;
  for (std::size_t at = 0; at < bytes.size(); at += piece) guess.update(std::string_view(bytes).substr(at, piece));
  return guess.result();
}

TEST(EncodingGuess, TellsUtf8FromGb18030) {
  EXPECT_EQ(guess(kText), Encoding::utf8);
  EXPECT_EQ(guess(gb18030(kText)), Encoding::gb18030);
  EXPECT_EQ(guess(gb18030(kText), 1), Encoding::gb18030);
  EXPECT_EQ(guess("plain"), Encoding::utf8);
}

TEST(EncodingGuess, KeepsUtf8InSpiteOfADamagedByte) {
  std::string text;
  for (int i = 0; i < 10; ++i) text += kText;
  text[3] = '\xFF';
  EXPECT_EQ(guess(text), Encoding::utf8);
}

TEST(EncodingGuess, KnowsUtf16) {
  EncodingGuess guess;
  guess.update(
      std::string_view("\xFF\xFE"
                       "a\0",
                       4));
  EXPECT_TRUE(guess.utf16());
}

TEST(Decoder, ReadsGb18030OfTwoAndFourBytes) {
  Decoder decoder(Encoding::gb18030);
  EXPECT_EQ(MUST(decoder.decode(gb18030(kText))), kText);
  EXPECT_EQ(MUST(decoder.decode("ascii")), "ascii");
}

TEST(Decoder, NamesTheFirstBadByte) {
  Decoder utf8(Encoding::utf8);
  EXPECT_EQ(utf8.decode("哈\xFF").error().at, 3u);
  EXPECT_EQ(utf8.decode(std::string_view("a\0b", 3)).error().at, 1u);
  Decoder gb(Encoding::gb18030);
  const std::string good = gb18030("哈尔");
  EXPECT_EQ(gb.decode(good + "\xFF\xFF").error().at, good.size());
  EXPECT_EQ(gb.decode(good + "\x81").error().at, good.size());
  EXPECT_TRUE(gb.decode(good).ok()) << "a fault leaves no trace in the next text";
}

}  // namespace
}  // namespace xiezhi::app::sheet
