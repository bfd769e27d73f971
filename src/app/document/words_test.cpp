#include "app/document/words.h"

#include <gtest/gtest.h>

namespace xiezhi::app::document {
namespace {

namespace casefile = core::casefile;

template <typename Enum>
std::vector<std::string> missing_phrases(const std::string& prefix) {
  std::vector<std::string> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto enumerator) {
    if (!writ::Library::built_in().has_phrase(prefix + enumerator.name)) out.emplace_back(enumerator.name);
  });
  return out;
}

using Names = std::vector<std::string>;

TEST(Phrases, AreThereForEveryEnumerator) {
  EXPECT_EQ(missing_phrases<core::law::MeasureKind>("sanction."), Names());
  EXPECT_EQ(missing_phrases<casefile::ServiceMethod>("service."), Names());
  EXPECT_EQ(missing_phrases<casefile::EvidenceKind>("evidence."), Names());
  EXPECT_EQ(missing_phrases<casefile::Reduction>("reduction."), Names());
  EXPECT_EQ(missing_phrases<casefile::Ruling>("no_penalty."), Names{"penalty"});
  EXPECT_EQ(missing_phrases<core::inspection::ItemResult>("item.result."), Names());
  EXPECT_EQ(missing_phrases<core::dossier::PartyKind>("party."), Names());
  // Sealing and seizing have a decision of another form.
  EXPECT_EQ(missing_phrases<core::inspection::MeasureKind>("measure."), (Names{"seal", "seize"}));
}

TEST(Words, WriteDaysAndTimes) {
  EXPECT_EQ(date_text(base::Date::of(2026, 10, 9)), "2026年10月9日");
  EXPECT_EQ(time_text(*base::Instant::parse_local("2026-10-09T09:05")), "2026年10月9日9时05分");
  EXPECT_EQ(time_text(*base::Instant::parse_local("2026-01-01T00:00")), "2026年1月1日0时00分");
}

TEST(Words, JoinRunsOfItems) {
  EXPECT_EQ(items_text({1}), "1");
  EXPECT_EQ(items_text({1, 2}), "1、2");
  EXPECT_EQ(items_text({1, 3, 4, 5}), "1、3至5");
  EXPECT_EQ(items_text({}), "");
}

TEST(Words, LeaveTheStopToTheForm) {
  EXPECT_EQ(clause_text(" 未设置警示标志。"), "未设置警示标志");
  EXPECT_EQ(clause_text("未设置警示标志；。"), "未设置警示标志");
  EXPECT_EQ(clause_text(""), "");
}

}  // namespace
}  // namespace xiezhi::app::document
