#include "app/ledger/synthetic.h"

#include <gtest/gtest.h>

#include "app/ledger/import_test_fixture.h"
#include "core/dossier/placement.h"

namespace xiezhi::app::ledger {
namespace {

TEST(Synthetic, MakesTheSameEnterpriseForTheSameSeed) {
  const Synthetic one(division_pack().divisions(), 1);
  const Synthetic again(division_pack().divisions(), 1);
  const Synthetic other(division_pack().divisions(), 2);
  EXPECT_EQ(one.csv_row(77), again.csv_row(77));
  EXPECT_NE(one.csv_row(77), other.csv_row(77));
  EXPECT_NE(one.csv_row(77), one.csv_row(78));
}

TEST(Synthetic, MakesValidCodesAndPlacesThatTheImportFinds) {
  const Synthetic made(division_pack().divisions(), 1);
  const core::dossier::Placer placer(division_pack().divisions());
  std::set<std::string> codes;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    const auto event = made.make(i);
    EXPECT_EQ(core::dossier::check_credit_code(*event.credit_code), core::dossier::CreditCodeFault::none);
    EXPECT_TRUE(codes.insert(*event.credit_code).second);
    EXPECT_EQ(placer.place(*event.address, "", "").division, event.division) << *event.address;
  }
}

}  // namespace
}  // namespace xiezhi::app::ledger
