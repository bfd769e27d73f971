#include "base/codec.h"

#include <gtest/gtest.h>

#include <string>

namespace xiezhi::base {
namespace {

struct ThingTag {};
using ThingId = Id<ThingTag>;

enum class Colour : std::uint8_t { red, dark_blue };
BOOST_DESCRIBE_ENUM(Colour, red, dark_blue)

struct Inner {
  std::int32_t count = 0;
  bool flag = false;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (count, flag))

struct Outer {
  ThingId id;
  std::vector<Inner> items;
  std::optional<Money> fine_fen;
  Colour colour = Colour::red;
  Date served_on;
  Instant recorded_at;
  std::map<std::string, std::uint8_t> sizes;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (id, items, fine_fen, colour, served_on, recorded_at, sizes))

constexpr char kFull[] =
    R"({"colour":"dark_blue","fine_fen":5000000,"id":"case-7","items":[{"count":-1,"flag":true},)"
    R"({"count":2,"flag":false}],"recorded_at":1700000000000,"served_on":"2026-09-30","sizes":{"a/b":1,"c":255}})";

/// "path code" of the error, or "ok".
template <typename T>
std::string fault(std::string_view text) {
  const auto read = parse_json<T>(text);
  return read.ok() ? "ok" : read.error().path + " " + read.error().code;
}

/// kFull with its first `from` replaced.
std::string changed(std::string_view from, std::string_view to) {
  std::string text = kFull;
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(Codec, RoundTripsToTheSameCanonicalText) {
  const auto value = parse_json<Outer>(kFull);
  ASSERT_TRUE(value.ok()) << value.error().path << value.error().message;
  EXPECT_EQ(value->fine_fen, Money::of_yuan(50'000));
  EXPECT_EQ(value->items.size(), 2u);
  EXPECT_EQ(value->colour, Colour::dark_blue);
  EXPECT_EQ(to_json(*value), kFull);
}

TEST(Codec, WritesWhatTheGenericCanonicalWriterWrites) { EXPECT_EQ(MUST(Json::parse(kFull)).canonical(), kFull); }

TEST(Codec, UnknownFieldNamesItsPath) {
  EXPECT_EQ(fault<Outer>(changed("\"colour\"", "\"color\":1,\"colour\"")), "/color json.unknown_field");
  EXPECT_EQ(fault<Outer>(changed("\"count\":2", "\"count\":2,\"a/b\":0")), "/items/1/a~1b json.unknown_field");
}

TEST(Codec, MissingFieldNamesItsPath) {
  EXPECT_EQ(fault<Outer>(changed("\"id\":\"case-7\",", "")), "/id json.missing_field");
  EXPECT_EQ(fault<Outer>(changed("\"count\":2,", "")), "/items/1/count json.missing_field");
}

TEST(Codec, OptionalFieldMayBeAbsentOrNull) {
  for (const char* instead : {"", "\"fine_fen\":null,"}) {
    const auto value = parse_json<Outer>(changed("\"fine_fen\":5000000,", instead));
    ASSERT_TRUE(value.ok());
    EXPECT_FALSE(value->fine_fen.has_value());
    EXPECT_EQ(to_json(*value).find("fine_fen"), std::string::npos);
  }
}

TEST(Codec, WrongTypeNamesItsPath) {
  EXPECT_EQ(fault<Outer>("[]"), " json.wrong_type");
  EXPECT_EQ(fault<Outer>(changed("\"case-7\"", "null")), "/id json.wrong_type");
  EXPECT_EQ(fault<Outer>(changed("\"case-7\"", "7")), "/id json.wrong_type");
  EXPECT_EQ(fault<Outer>(changed("5000000", "\"5000000\"")), "/fine_fen json.wrong_type");
  EXPECT_EQ(fault<Outer>(changed("\"flag\":true", "\"flag\":1")), "/items/0/flag json.wrong_type");
  EXPECT_EQ(fault<Outer>(changed("\"dark_blue\"", "1")), "/colour json.wrong_type");
  EXPECT_EQ(fault<Outer>(changed("\"2026-09-30\"", "20260930")), "/served_on json.wrong_type");
  EXPECT_EQ(fault<Outer>(changed("{\"count\":2,\"flag\":false}", "null")), "/items/1 json.wrong_type");
  EXPECT_EQ(fault<Outer>(changed("{\"a/b\":1,\"c\":255}", "[]")), "/sizes json.wrong_type");
}

TEST(Codec, OutOfRangeNamesItsPath) {
  EXPECT_EQ(fault<Outer>(changed("\"a/b\":1", "\"a/b\":256")), "/sizes/a~1b json.out_of_range");
  EXPECT_EQ(fault<Outer>(changed("\"a/b\":1", "\"a/b\":-1")), "/sizes/a~1b json.out_of_range");
  EXPECT_EQ(fault<Outer>(changed("\"count\":2", "\"count\":2147483648")), "/items/1/count json.out_of_range");
  EXPECT_EQ(fault<Outer>(changed("\"count\":2", "\"count\":2147483647")), "ok");
  EXPECT_EQ(fault<Outer>(changed("\"count\":2", "\"count\":-2147483648")), "ok");
  EXPECT_EQ(fault<Outer>(changed("\"count\":2", "\"count\":2.0")), "/items/1/count json.out_of_range");
  EXPECT_EQ(fault<Outer>(changed("5000000", "9007199254740992")), "/fine_fen json.out_of_range");
  EXPECT_EQ(fault<Outer>(changed("5000000", "9007199254740991")), "ok");
  EXPECT_EQ(fault<Outer>(changed("5000000", "-9007199254740992")), "/fine_fen json.out_of_range");
  EXPECT_EQ(fault<Outer>(changed("dark_blue", "blue")), "/colour json.out_of_range");
  EXPECT_EQ(fault<Outer>(changed("2026-09-30", "2026-09-31")), "/served_on json.out_of_range");
}

TEST(Codec, IdentifiersAreCheckedWhereTheyEnter) {
  EXPECT_EQ(fault<ThingId>("\"" + std::string(64, 'a') + "\""), "ok");
  EXPECT_EQ(fault<ThingId>("\"" + std::string(65, 'a') + "\""), " json.out_of_range");
  for (const char* bad : {"\"\"", "\"a b\"", "\"a/b\"", "\"案\"", "\"a'\"", "\"a\\u0000\""}) {
    EXPECT_EQ(fault<ThingId>(bad), " json.out_of_range") << bad;
  }
}

TEST(Codec, HashesAreSixtyFourHexDigits) {
  EXPECT_EQ(to_json(sha256("abc")), "\"" + to_hex(sha256("abc")) + "\"");
  EXPECT_EQ(*parse_json<Hash>("\"" + to_hex(sha256("abc")) + "\""), sha256("abc"));
  EXPECT_EQ(fault<Hash>("\"00\""), " json.out_of_range");
  EXPECT_EQ(fault<Hash>("\"" + std::string(64, 'g') + "\""), " json.out_of_range");
}

TEST(Codec, EnumNamesAreWireNames) {
  EXPECT_EQ(enum_name(Colour::dark_blue), "dark_blue");
  EXPECT_EQ(enum_from_name<Colour>("red"), Colour::red);
  EXPECT_EQ(enum_from_name<Colour>("RED"), std::nullopt);
}

TEST(CodecDeathTest, IntegersOtherReadersWouldRoundAreABug) {
  EXPECT_DEATH((void)to_json(Money{kMaxSafeInteger + 1}), "assertion failed");
}

}  // namespace
}  // namespace xiezhi::base
