#include "app/ledger/enterprise_row.h"

#include <gtest/gtest.h>

namespace xiezhi::app::ledger {
namespace {

TEST(EnterpriseNumber, IsTheTimeAndFifteenBitsOfAUuidV7) {
  const std::int64_t number = (std::int64_t{1'760'000'000'123} << kNumberBits) + 4711;
  const std::string id = enterprise_id(number, 0x0123456789ABCDEF);
  EXPECT_EQ(id.size(), 36u);
  EXPECT_EQ(id[14], '7');
  EXPECT_TRUE(id[19] == '8' || id[19] == '9' || id[19] == 'a' || id[19] == 'b') << id;
  EXPECT_EQ(enterprise_number(id), number);
}

TEST(EnterpriseNumber, FollowsTheOrderOfIds) {
  const std::int64_t first = std::int64_t{1'760'000'000'123} << kNumberBits;
  for (std::int64_t i = 1; i < 100'000; i += 37) {
    EXPECT_LT(enterprise_id(first + i - 1, ~0ull), enterprise_id(first + i, 0));
    EXPECT_EQ(enterprise_number(enterprise_id(first + i, 99)), first + i);
  }
}

TEST(EnterpriseNumber, OfAnotherIdIsPositive) {
  for (const char* id : {"x", "enterprise-1", "01234567-89ab-4def-8123-456789abcdef"}) {
    EXPECT_GE(enterprise_number(id), 0);
    EXPECT_NE(enterprise_number(id), enterprise_number(std::string(id) + "2"));
  }
}

TEST(EnterpriseRow, HasAValueForEveryColumn) {
  core::dossier::EnterpriseRegistered event;
  event.id = "e1";
  event.name = "某某公司";
  event.division = "230102";
  const auto row = enterprise_row(event, 1, base::Instant{5});
  EXPECT_EQ(row.size(), enterprise_columns().size());
  const std::vector<store::Row> rows{row};
  EXPECT_EQ(search_row(rows), store::Row{store::Value("[\"" + std::to_string(enterprise_number("e1")) + "\"]")});
}

TEST(SearchPlaces, NameEveryLevel) { EXPECT_EQ(search_places("230102"), "at23 at2301 at230102"); }

}  // namespace
}  // namespace xiezhi::app::ledger
