#include "http/schema.h"

#include <gtest/gtest.h>

#include "core/law/citation.h"

namespace xiezhi::http {

enum class Shade : std::uint8_t { dark, light };
BOOST_DESCRIBE_ENUM(Shade, dark, light)

struct Inner {
  Shade shade = Shade::dark;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (shade))

struct Outer {
  base::Money fine;
  base::Date day;
  base::Instant at;
  std::optional<std::int32_t> count;
  std::vector<Inner> inner;
  std::map<std::string, std::string> facts;
  base::Json anything;
  bool flag = false;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (fine, day, at, count, inner, facts, anything, flag))

struct Tree {
  std::vector<Tree> children;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (children))

namespace {

template <typename T>
std::string component(const std::string& name) {
  Schemas schemas;
  schemas.of<T>();
  const auto found = schemas.components().find(name);
  return found == schemas.components().end() ? "" : found->second.canonical();
}

TEST(Schema, StructsAreReferredToByName) {
  Schemas schemas;
  EXPECT_EQ(schemas.of<Outer>().canonical(), R"({"$ref":"#/components/schemas/http.Outer"})");
  EXPECT_EQ(schemas.components().size(), 3u);
}

TEST(Schema, EveryFieldHasItsShape) {
  EXPECT_EQ(component<Outer>("http.Outer"),
            R"({"additionalProperties":false,"properties":{)"
            R"("anything":true,)"
            R"("at":{"description":"milliseconds since 1970-01-01T00:00Z","format":"int64","type":"integer"},)"
            R"("count":{"format":"int32","type":"integer"},)"
            R"("day":{"format":"date","type":"string"},)"
            R"("facts":{"additionalProperties":{"type":"string"},"type":"object"},)"
            R"("fine":{"description":"fen","format":"int64","type":"integer"},)"
            R"("flag":{"type":"boolean"},)"
            R"("inner":{"items":{"$ref":"#/components/schemas/http.Inner"},"type":"array"}},)"
            R"("required":["fine","day","at","inner","facts","anything","flag"],"type":"object"})");
}

TEST(Schema, EnumsListTheirNames) {
  EXPECT_EQ(component<Outer>("http.Shade"), R"({"enum":["dark","light"],"type":"string"})");
}

TEST(Schema, AStructMayContainItself) {
  EXPECT_NE(component<Tree>("http.Tree").find(R"("items":{"$ref":"#/components/schemas/http.Tree"})"),
            std::string::npos);
}

TEST(Schema, NamesKeepTheirNamespace) {
  EXPECT_EQ(component_name("xiezhi::core::law::Citation"), "core.law.Citation");
  EXPECT_EQ(component_name("xiezhi::app::Page<xiezhi::app::Row>"), "app.Page_app.Row");
}

}  // namespace
}  // namespace xiezhi::http
