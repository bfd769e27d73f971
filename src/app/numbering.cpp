#include "app/numbering.h"

#include <algorithm>

#include "base/text.h"

namespace xiezhi::app {
namespace {

using core::inspection::Inspection;

/// What a client writes where the host shall give the number of a document.
constexpr const char* kAutomaticNumber = "auto";

bool makes_compulsion(const base::Json& payload) {
  const base::Json* kind = payload.find("kind");
  return kind != nullptr && (kind->text() == "seal" || kind->text() == "seize");
}

std::optional<std::string> number_of_day(const Inspection& file, base::Date today) {
  for (const core::inspection::Measure& measure : file.measures) {
    if (measure.number && measure.taken_at.date() == today) return measure.number;
  }
  return std::nullopt;
}

/// The last opinion on the order, unless it holds the finding already: then a new round begins.
std::optional<std::string> number_of_round(const Inspection& file, const base::Json* finding_id) {
  const auto* finding = finding_id == nullptr ? nullptr : file.finding(finding_id->text());
  if (finding == nullptr || !finding->order) return std::nullopt;
  const auto order = std::find_if(file.orders.begin(), file.orders.end(),
                                  [&](const core::inspection::Order& each) { return each.id == *finding->order; });
  if (order == file.orders.end()) return std::nullopt;
  std::optional<std::string> last;
  bool held = false;
  for (const core::inspection::Reinspection& each : file.reinspections) {
    const bool on_order =
        std::find(order->findings.begin(), order->findings.end(), each.finding) != order->findings.end();
    if (!on_order || !each.number || each.done_at < order->ordered_at) continue;
    if (last != each.number) held = false;
    last = each.number;
    held = held || each.finding == finding->id;
  }
  return held ? std::nullopt : last;
}

}  // namespace

std::optional<std::string> counted_as(std::string_view command, const base::Json& payload) {
  const base::Json* number = payload.find("number");
  if (number != nullptr && !base::trim(number->text()).empty() && number->text() != kAutomaticNumber) {
    return std::nullopt;
  }
  if (command == "Decide") return "罚";
  if (command == "DecideNoPenalty") return "不罚";
  if (command == "DecideSummarily") return "当罚";
  if (command == "OrderCorrection") return "责改";
  if (command == "Reinspect") return "复查";
  // Sealing and seizing have a decision of another form, whose number stands in its record.
  if (command == "TakeMeasure" && !makes_compulsion(payload)) return "现决";
  return std::nullopt;
}

std::optional<std::string> number_continued(const Inspection& file, std::string_view command, const base::Json& payload,
                                            base::Date today) {
  if (command == "TakeMeasure") return number_of_day(file, today);
  if (command == "Reinspect") return number_of_round(file, payload.find("finding"));
  return std::nullopt;
}

std::string document_number(const core::org::Body& body, std::string_view kind, std::int64_t year,
                            std::int64_t number) {
  return "（" + body.short_name.value_or(body.division) + "）应急" + std::string(kind) + "〔" + std::to_string(year) +
         "〕" + std::to_string(number) + "号";
}

void set_number(base::Json& payload, const std::string& number) {
  base::Json::Object& members = *payload.object();
  std::erase_if(members, [](const auto& member) { return member.first == "number"; });
  members.emplace_back("number", base::Json(number));
}

}  // namespace xiezhi::app
