#include "http/query.h"

#include <gtest/gtest.h>

namespace xiezhi::http {
namespace {

enum class Colour : std::uint8_t { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Query {
  std::string id;
  std::optional<std::string> search;
  std::optional<std::int32_t> limit;
  std::optional<bool> open;
  std::optional<Colour> colour;
  std::optional<base::Date> from;
  std::vector<std::string> tag;
};
BOOST_DESCRIBE_STRUCT(Query, (), (id, search, limit, open, colour, from, tag))

base::Result<Query, base::JsonError> read(std::string_view text) {
  const auto pairs = query_pairs(text);
  if (!pairs) return base::Err{base::JsonError{"", "malformed", ""}};
  return read_query<Query>(*pairs);
}
std::string failure(std::string_view text) {
  const auto query = read(text);
  return query.ok() ? "" : query.error().path + " " + query.error().code;
}

TEST(Query, ReadsEveryKindOfField) {
  const auto query =
      read("id=7&search=%E9%BE%99%E7%85%A4+%2B&limit=50&open=true&colour=green&from=2026-09-30&tag=a&tag=b");
  ASSERT_TRUE(query.ok()) << query.error().message;
  EXPECT_EQ(query->id, "7");
  EXPECT_EQ(query->search, "龙煤 +");
  EXPECT_EQ(query->limit, 50);
  EXPECT_EQ(query->open, true);
  EXPECT_EQ(query->colour, Colour::green);
  EXPECT_EQ(query->from, base::Date::of(2026, 9, 30));
  EXPECT_EQ(query->tag, (std::vector<std::string>{"a", "b"}));
}

TEST(Query, OptionalFieldsMayBeAbsent) {
  const auto query = read("id=7");
  ASSERT_TRUE(query.ok());
  EXPECT_FALSE(query->limit.has_value());
  EXPECT_TRUE(query->tag.empty());
}

TEST(Query, ErrorsNameTheParameter) {
  EXPECT_EQ(failure(""), "?id json.missing_field");
  EXPECT_EQ(failure("id=1&limt=5"), "?limt json.unknown_field");
  EXPECT_EQ(failure("id=1&limit=ten"), "?limit json.wrong_type");
  EXPECT_EQ(failure("id=1&limit=1.5"), "?limit json.out_of_range");
  EXPECT_EQ(failure("id=1&limit=99999999999"), "?limit json.out_of_range");
  EXPECT_EQ(failure("id=1&limit="), "?limit json.wrong_type");
  EXPECT_EQ(failure("id=1&limit=\"5\""), "?limit json.wrong_type");
  EXPECT_EQ(failure("id=1&open=1"), "?open json.wrong_type");
  EXPECT_EQ(failure("id=1&colour=blue"), "?colour json.out_of_range");
  EXPECT_EQ(failure("id=1&from=2026-02-30"), "?from json.out_of_range");
  EXPECT_EQ(failure("id=1&id=2"), "?id http.repeated_parameter");
}

TEST(Query, MalformedEscapesAreErrors) {
  EXPECT_EQ(failure("id=%4"), " malformed");
  EXPECT_EQ(failure("id=%zz"), " malformed");
  EXPECT_EQ(failure("id=%00"), " malformed");
  EXPECT_EQ(failure("id=%ff"), " malformed");
}

TEST(Url, SegmentsAreDecodedOneByOne) {
  EXPECT_EQ(path_segments("/api/a%2Fb"), (std::vector<std::string>{"api", "a/b"}));
  EXPECT_EQ(path_segments("/"), (std::vector<std::string>{""}));
  EXPECT_EQ(path_segments("api"), std::nullopt);
  EXPECT_EQ(path_segments("/%e9%be"), std::nullopt);
}

}  // namespace
}  // namespace xiezhi::http
