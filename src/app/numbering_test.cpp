#include "app/numbering.h"

#include <gtest/gtest.h>

#include "base/codec.h"

namespace xiezhi::app {
namespace {

using core::inspection::Inspection;

const base::Instant kAt = *base::Instant::parse_local("2026-10-09T10:00");
constexpr std::int64_t kDayMs = base::kMillisecondsPerDay;

base::Json json(const char* text) { return MUST(base::Json::parse(text)); }

/// An inspection with one order for three findings.
Inspection ordered() {
  Inspection out;
  for (const char* id : {"f1", "f2", "f3"}) {
    core::inspection::Finding finding;
    finding.id = id;
    finding.order = "o1";
    out.findings.push_back(finding);
  }
  core::inspection::Order order;
  order.id = "o1";
  order.findings = {"f1", "f2", "f3"};
  order.ordered_at = kAt;
  out.orders = {order};
  return out;
}

void reinspect(Inspection& file, const char* finding, const char* number, std::int64_t after_days) {
  core::inspection::Reinspection one;
  one.finding = finding;
  one.done_at = base::Instant{kAt.ms + after_days * kDayMs};
  one.number = number;
  file.reinspections.push_back(one);
}

std::optional<std::string> round_of(const Inspection& file, const std::string& finding) {
  return number_continued(file, "Reinspect", json((R"({"finding":")" + finding + "\"}").c_str()), kAt.date());
}

TEST(Numbering, CountsEachKindOfDocumentForItself) {
  EXPECT_EQ(counted_as("Decide", json(R"({"number":"auto"})")), "罚");
  EXPECT_EQ(counted_as("DecideNoPenalty", json(R"({"number":"auto"})")), "不罚");
  EXPECT_EQ(counted_as("DecideSummarily", json(R"({"number":"auto"})")), "当罚");
  EXPECT_EQ(counted_as("OrderCorrection", json("{}")), "责改");
  EXPECT_EQ(counted_as("OrderCorrection", json(R"({"number":" "})")), "责改");
  EXPECT_EQ(counted_as("Reinspect", json("{}")), "复查");
  EXPECT_EQ(counted_as("TakeMeasure", json(R"({"kind":"withdraw_people"})")), "现决");
}

TEST(Numbering, LeavesTheNumberOfAPaperAndOfWhatHasNone) {
  EXPECT_FALSE(counted_as("OrderCorrection", json(R"({"number":"（哈里）应急责改〔2026〕7号"})")).has_value());
  EXPECT_FALSE(counted_as("TakeMeasure", json(R"({"kind":"seal"})")).has_value());
  EXPECT_FALSE(counted_as("TakeMeasure", json(R"({"kind":"seize"})")).has_value());
  EXPECT_FALSE(counted_as("IssueCertificate", json(R"({"number":"auto"})")).has_value());
}

TEST(Numbering, NamesTheBodyByItsShortNameOrItsDivision) {
  core::org::Body body;
  body.division = "230102";
  EXPECT_EQ(document_number(body, "罚", 2026, 12), "（230102）应急罚〔2026〕12号");
  body.short_name = "哈里";
  EXPECT_EQ(document_number(body, "责改", 2026, 3), "（哈里）应急责改〔2026〕3号");
}

TEST(Numbering, PutsMeasuresOfOneDayIntoOneDecision) {
  Inspection file;
  const auto next = [&](base::Date day) {
    return number_continued(file, "TakeMeasure", json(R"({"kind":"stop_using"})"), day);
  };
  EXPECT_FALSE(next(kAt.date()).has_value());
  core::inspection::Measure measure;
  measure.kind = core::inspection::MeasureKind::seal;
  measure.taken_at = kAt;
  file.measures = {measure};
  EXPECT_FALSE(next(kAt.date()).has_value());
  measure.number = "1号";
  file.measures.push_back(measure);
  EXPECT_EQ(next(kAt.date()), "1号");
  EXPECT_FALSE(next(kAt.date().plus_days(1)).has_value());
}

TEST(Numbering, AnOpinionHoldsEachFindingOnce) {
  Inspection file = ordered();
  EXPECT_FALSE(round_of(file, "f1").has_value());
  reinspect(file, "f1", "1号", 1);
  EXPECT_EQ(round_of(file, "f2"), "1号");
  EXPECT_FALSE(round_of(file, "f1").has_value());
  reinspect(file, "f2", "1号", 1);
  reinspect(file, "f1", "2号", 8);
  EXPECT_EQ(round_of(file, "f2"), "2号");
  EXPECT_EQ(round_of(file, "f3"), "2号");
  EXPECT_FALSE(round_of(file, "f1").has_value());
}

TEST(Numbering, ANewOrderBeginsNewOpinions) {
  Inspection file = ordered();
  reinspect(file, "f1", "1号", 1);
  core::inspection::Order again;
  again.id = "o2";
  again.findings = {"f1", "f2"};
  again.ordered_at = base::Instant{kAt.ms + 2 * kDayMs};
  file.orders.push_back(again);
  file.findings[0].order = file.findings[1].order = "o2";
  EXPECT_FALSE(round_of(file, "f2").has_value());
  EXPECT_EQ(round_of(file, "f3"), "1号");
}

}  // namespace
}  // namespace xiezhi::app
