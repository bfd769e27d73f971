#include "app/document/words.h"

#include <algorithm>

#include "base/text.h"
#include "writ/fill.h"

namespace xiezhi::app::document {
namespace {

std::string two_digits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string date_text(base::Date date) {
  return std::to_string(date.year()) + "年" + std::to_string(date.month()) + "月" + std::to_string(date.day()) + "日";
}

std::string time_text(base::Instant instant) {
  constexpr std::int64_t kMinute = 60'000;
  const std::int64_t minutes = (instant.ms - base::Instant::start_of(instant.date()).ms) / kMinute;
  return date_text(instant.date()) + std::to_string(minutes / 60) + "时" + two_digits(minutes % 60) + "分";
}

std::string citation_text(const core::law::Pack& pack, const core::law::Citation& citation) {
  const core::law::Instrument* text = pack.instrument(citation.instrument);
  VERIFY(text != nullptr);
  return "《" + text->title + "》" + core::law::place_in_chinese(citation);
}

std::string citations_text(const core::law::Pack& pack, const std::vector<core::law::Citation>& citations) {
  std::vector<std::string> out;
  std::vector<core::law::Citation> seen;
  for (const core::law::Citation& citation : citations) {
    if (std::find(seen.begin(), seen.end(), citation) != seen.end()) continue;
    // The instrument is named once for what follows each other out of it.
    const bool same = !seen.empty() && seen.back().instrument == citation.instrument && citation.article > 0;
    out.push_back(same ? core::law::place_in_chinese(citation) : citation_text(pack, citation));
    seen.push_back(citation);
  }
  return base::join(out, "、");
}

std::string figure_text(const core::law::Pack& pack, std::string_view key, base::Date on, const std::string& division) {
  const core::law::Figure* figure = pack.figure(key, on, division);
  return figure == nullptr ? std::string() : std::to_string(figure->value);
}

std::string short_place(const core::law::Pack& pack, const std::string& division) {
  const core::org::Division* found = pack.divisions().find(division);
  if (found == nullptr) return {};
  return found->short_names && !found->short_names->empty() ? found->short_names->front() : found->name;
}

std::string government_of(const core::law::Pack& pack, const std::string& division) {
  std::string out;
  for (const core::org::Division* step : pack.divisions().path(division)) {
    // A functional zone has no government of its own; a city within a city is called by its own name alone.
    if (step->kind == core::org::DivisionKind::zone) continue;
    const bool whole = step->kind != core::org::DivisionKind::county || step->name.ends_with("市");
    out = whole ? step->name : out + step->name;
  }
  return out.empty() ? out : out + "人民政府";
}

std::string clause_text(std::string_view text) {
  text = base::trim(text);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view stop : {"。", "；", ".", ";"}) {
      if (!text.ends_with(stop)) continue;
      text = base::trim(text.substr(0, text.size() - stop.size()));
      again = true;
    }
  }
  return std::string(text);
}

std::string items_text(const std::vector<std::size_t>& numbers) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i;
    while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) ++end;
    const bool run = end >= i + 2;
    out.push_back(std::to_string(numbers[i]) + (run ? "至" + std::to_string(numbers[end]) : ""));
    i = run ? end + 1 : i + 1;
  }
  return base::join(out, "、");
}

std::string phrase(const Sources& sources, std::string_view key, const std::map<std::string, std::string>& values) {
  writ::Facts facts;
  facts.text = values;
  return writ::fill(sources.library->phrase(key), writ::Scope(facts)).text;
}

bool has_phrase(const Sources& sources, std::string_view key) { return sources.library->has_phrase(key); }

std::string officer_name(const Sources& sources, const std::string& officer) {
  const core::org::Officer* found = sources.world.officer(officer);
  return found == nullptr ? std::string() : found->name;
}

std::string certificate_of(const Sources& sources, const std::string& officer, base::Date on) {
  const core::org::Officer* found = sources.world.officer(officer);
  if (found == nullptr) return {};
  for (const core::org::Certificate& certificate : found->certificates) {
    if (certificate.valid_on(on)) return certificate.number;
  }
  return {};
}

std::vector<writ::Facts> officer_rows(const Sources& sources, const std::vector<std::string>& officers, base::Date on) {
  std::vector<writ::Facts> out;
  for (const std::string& officer : officers) {
    writ::Facts row;
    row.set("name", officer_name(sources, officer));
    row.set("certificate", certificate_of(sources, officer, on));
    out.push_back(std::move(row));
  }
  return out;
}

void set_issuer(writ::Facts& facts, const Sources& sources, const std::string& body, base::Date on) {
  const core::org::Body* issuer = sources.world.body(body);
  if (issuer == nullptr) return;
  facts.set("body", issuer->name);
  facts.set("place", issuer->short_name.value_or(short_place(*sources.pack, issuer->division)));
  facts.set("year", std::to_string(on.year()));
  facts.set("reconsideration_body", government_of(*sources.pack, issuer->division));
  facts.set("reconsideration_days", figure_text(*sources.pack, "reconsideration.days", on, issuer->division));
  facts.set("litigation_months", figure_text(*sources.pack, "litigation.months", on, issuer->division));
}

void set_enterprise(writ::Facts& facts, const Sources& sources, const std::string& enterprise) {
  const core::dossier::Enterprise* found = sources.world.enterprise(enterprise);
  if (found == nullptr) return;
  facts.set("enterprise", found->name);
  facts.set("credit_code", found->credit_code.value_or(""));
  facts.set("address", found->address.value_or(""));
  if (found->legal_representative) facts.set("representative", sources.person(*found->legal_representative));
  if (found->phone) facts.set("phone", sources.person(*found->phone));
}

Document begin(const Sources& sources, std::string kind, std::string_view template_name) {
  Document out;
  out.form = sources.library->find(template_name);
  VERIFY(out.form != nullptr);
  out.row.kind = std::move(kind);
  out.row.title = out.form->title;
  return out;
}

Document not_yet(const Sources& sources, std::string kind, std::string_view template_name, std::string_view reason) {
  Document out = begin(sources, std::move(kind), template_name);
  out.row.status = DocumentStatus::unavailable;
  out.row.reason = sources.library->phrase("reason." + std::string(reason));
  return out;
}

}  // namespace xiezhi::app::document
