#include "core/casefile/range.h"

#include <gtest/gtest.h>

namespace xiezhi::core::casefile {
namespace {

using base::Money;

law::Branch branch(law::Subject subject, law::Trigger when, law::Decider decider, std::int64_t yuan) {
  law::Measure fine;
  fine.max_fen = Money::of_yuan(yuan);
  fine.decider = decider;
  law::Branch out;
  out.subject = subject;
  out.when = {when};
  out.measures = {fine};
  out.at.instrument = "law";
  return out;
}

law::Pack pack_of(const law::Branch& branch) {
  law::PackFile file;
  law::Instrument instrument;
  instrument.id = "law";
  file.instruments = {instrument};
  law::Violation violation;
  violation.id = "x.1.p1";
  violation.penalty.instrument = "law";
  violation.branches = {branch};
  file.violations = {violation};
  return MUST(law::Pack::load(base::to_json(file)));
}

std::optional<FineRange> fine(const law::Branch& branch, law::Subject subject, const Charge& charge = {}) {
  const law::Pack pack = pack_of(branch);
  return clause_for(pack.violations().front(), subject, charge, pack, "230102").fine;
}

TEST(ClauseFor, AClauseThatNamesNobodyStrikesEverybody) {
  const auto anyone = branch(law::Subject::anyone, law::Trigger::found, law::Decider::department, 5);
  ASSERT_TRUE(fine(anyone, law::Subject::unit));
  EXPECT_EQ(fine(anyone, law::Subject::individual)->max, Money::of_yuan(5));
  const auto unit = branch(law::Subject::unit, law::Trigger::found, law::Decider::department, 5);
  EXPECT_FALSE(fine(unit, law::Subject::individual));
}

// 生产安全事故报告和调查处理条例 第三十六条
TEST(ClauseFor, PrincipalAndResponsibleStrikesEitherOfThem) {
  const auto both = branch(law::Subject::principal_and_responsible, law::Trigger::found, law::Decider::department, 5);
  EXPECT_TRUE(fine(both, law::Subject::principal));
  EXPECT_TRUE(fine(both, law::Subject::directly_responsible));
  EXPECT_FALSE(fine(both, law::Subject::unit));
}

TEST(ClauseFor, WhatAnotherBodyFinesHasNoRangeHere) {
  EXPECT_FALSE(fine(branch(law::Subject::unit, law::Trigger::found, law::Decider::police, 5), law::Subject::unit));
  const auto ours = branch(law::Subject::unit, law::Trigger::found, law::Decider::mine_department, 5);
  EXPECT_TRUE(fine(ours, law::Subject::unit));
}

TEST(ClauseFor, GainsMadeGoesByTheGains) {
  const auto gains = branch(law::Subject::unit, law::Trigger::gains_made, law::Decider::department, 5);
  EXPECT_FALSE(fine(gains, law::Subject::unit));
  Charge charge;
  charge.illegal_gains_fen = Money::of_yuan(1);
  EXPECT_TRUE(fine(gains, law::Subject::unit, charge));
}

}  // namespace
}  // namespace xiezhi::core::casefile
