// Documents of an inspection. 安全生产法(2021) 第六十五条、第六十八条.
#include <algorithm>

#include "app/document/words.h"
#include "base/text.h"
#include "core/inspection/events.h"
#include "core/rule/refusal.h"

namespace xiezhi::app::document {
namespace {

namespace inspection = core::inspection;
using inspection::Finding;
using inspection::Inspection;
using inspection::MeasureKind;

// 安全生产法(2021) 第六十五条第一款第二项、第三项.
const core::law::Citation kCorrection{core::rule::kWorkSafetyLaw, 65, 1, 2};
const core::law::Citation kMeasures{core::rule::kWorkSafetyLaw, 65, 1, 3};

std::vector<std::string> officers_of(const Inspection& file) {
  if (!file.on_site) return file.officers;
  std::vector<std::string> out;
  for (const auto& shown : file.on_site->certificates) out.push_back(shown.officer);
  return out;
}

/// What a finding says in any document: description, place, whether it is a major hazard, which duty it breaks.
writ::Facts finding_row(const Sources& sources, const Inspection& file, const Finding& finding, std::size_t index) {
  writ::Facts row;
  row.set("index", std::to_string(index));
  row.set("description", clause_text(finding.description));
  if (!finding.place.empty()) row.set("place_note", phrase(sources, "finding.place", {{"place", finding.place}}));
  if (finding.major_hazard) row.set("hazard_note", phrase(sources, "finding.major_hazard"));
  const base::Date day = file.on_site ? file.on_site->begun_at.date() : file.opened_at.date();
  const auto* violation = finding.violation ? sources.pack->violation(*finding.violation, day) : nullptr;
  if (violation != nullptr && !violation->duty.empty()) {
    const std::string duty = citations_text(*sources.pack, violation->duty);
    row.set("duty_note", "，" + clause_text(phrase(sources, "clause.duty", {{"duty", duty}})));
  }
  return row;
}

void set_common(writ::Facts& facts, const Sources& sources, const Inspection& file, base::Date on) {
  set_issuer(facts, sources, file.body, on);
  set_enterprise(facts, sources, file.enterprise);
  facts.list["officers"] = officer_rows(sources, officers_of(file), on);
  if (file.on_site) facts.set("inspected_on", date_text(file.on_site->begun_at.date()));
}

/// The place inspected: the site named, else the enterprise's address.
std::string site_of(const Sources& sources, const Inspection& file) {
  const core::dossier::Enterprise* enterprise = sources.world.enterprise(file.enterprise);
  if (enterprise == nullptr) return {};
  for (const core::dossier::Site& site : enterprise->sites) {
    if (file.site && site.id == *file.site) return site.name + "（" + site.address + "）";
  }
  return enterprise->address.value_or("");
}

void set_scheme(writ::Facts& facts, const Sources& sources, const Inspection& file) {
  std::map<inspection::ItemResult, std::size_t> counts;
  std::vector<writ::Facts>& rows = facts.list["items"];
  for (const inspection::ItemRecord& record : file.records) {
    const auto item = std::find_if(file.scheme.begin(), file.scheme.end(),
                                   [&](const inspection::SchemeItem& each) { return each.id == record.item; });
    if (item == file.scheme.end()) continue;
    writ::Facts row;
    row.set("index", std::to_string(rows.size() + 1));
    row.set("text", item->text);
    row.set("result", phrase(sources, "item.result." + std::string(base::enum_name(record.result))));
    row.set("note", record.note);
    ++counts[record.result];
    rows.push_back(std::move(row));
  }
  if (rows.empty()) return;
  facts.set("scheme", "1");
  facts.set("item_count", std::to_string(rows.size()));
  facts.set("passed", std::to_string(counts[inspection::ItemResult::passed]));
  facts.set("failed", std::to_string(counts[inspection::ItemResult::failed]));
  facts.set("not_applicable", std::to_string(counts[inspection::ItemResult::not_applicable]));
}

/// Findings that stand, numbered, and those put right while the officers were there.
void set_findings(writ::Facts& facts, const Sources& sources, const Inspection& file) {
  std::map<std::string, std::string> notes;
  sources.each<inspection::FindingCorrectedOnSpot>(
      [&](const auto& event, const auto&) { notes[event.finding] = event.note; });
  std::vector<writ::Facts>& rows = facts.list["findings"];
  for (const Finding& finding : file.findings) {
    if (finding.status == inspection::FindingStatus::withdrawn) continue;
    rows.push_back(finding_row(sources, file, finding, rows.size() + 1));
    const auto corrected = notes.find(finding.id);
    if (corrected == notes.end()) continue;
    writ::Facts row;
    row.set("index", std::to_string(rows.size()));
    row.set("note", clause_text(corrected->second));
    facts.list["corrected"].push_back(std::move(row));
  }
  facts.set("no_finding", phrase(sources, "record.no_finding"));
}

/// Who signed, when, and with which image; a refusal to sign in its place (第六十八条).
void set_signatures(writ::Facts& facts, const Sources& sources, const Inspection& file) {
  sources.each<inspection::OfficerSigned>([&](const auto& event, const auto&) {
    const auto officers = officers_of(file);
    const auto at = std::find(officers.begin(), officers.end(), event.officer);
    if (at == officers.end()) return;
    writ::Facts& row = facts.list["officers"][static_cast<std::size_t>(at - officers.begin())];
    row.set("signed", "1");
    const std::string image = sources.image(event.signature);
    if (!image.empty()) row.image["signature"] = image;
  });
  sources.each<inspection::EnterpriseSigned>([&](const auto& event, const auto& entry) {
    writ::Facts row;
    row.set("name", sources.person(event.person));
    row.set("signed", "1");
    row.set("signed_on", date_text(entry.occurred_at.date()));
    const std::string image = sources.image(event.signature);
    if (!image.empty()) row.image["signature"] = image;
    facts.list["enterprise_signers"] = {std::move(row)};
  });
  sources.each<inspection::SigningRefused>([&](const auto& event, const auto&) {
    facts.set("refusal", phrase(sources, "record.refused",
                                {{"reason", clause_text(event.reason)},
                                 {"reported_to", officer_name(sources, event.reported_to)}}));
  });
}

std::string trigger_text(const Inspection& file) { return clause_text(file.trigger_reference); }

}  // namespace

Document inspection_record(const Sources& sources, const Inspection& file) {
  const char* kind = "inspection_record";
  if (!file.on_site) return not_yet(sources, kind, kind, kind);
  Document out = begin(sources, kind, kind);
  const base::Date day = file.on_site->begun_at.date();
  writ::Facts& facts = out.facts;
  set_common(facts, sources, file, day);
  facts.set("person_in_charge", sources.person(file.on_site->person_in_charge));
  facts.set("person_role", file.on_site->person_role);
  facts.set("site", site_of(sources, file));
  facts.set("trigger", trigger_text(file));
  if (file.feedback_at) {
    facts.set("period", time_text(file.on_site->begun_at) + "至" + time_text(*file.feedback_at));
    facts.set("date", date_text(file.feedback_at->date()));
  } else {
    facts.set("period", time_text(file.on_site->begun_at) + "至");
  }
  std::vector<std::string> names;
  std::vector<std::string> numbers;
  for (const auto& shown : file.on_site->certificates) {
    names.push_back(officer_name(sources, shown.officer));
    numbers.push_back(shown.number);
  }
  facts.set("officer_names", base::join(names, "、"));
  facts.set("officer_certificates", base::join(numbers, "、"));
  set_scheme(facts, sources, file);
  set_findings(facts, sources, file);
  sources.each<inspection::FeedbackGiven>([&](const auto& event, const auto&) { facts.set("opinion", event.opinion); });
  set_signatures(facts, sources, file);
  out.row.status = !file.feedback_at   ? DocumentStatus::draft
                   : file.signed_off() ? DocumentStatus::issued
                                       : DocumentStatus::to_sign;
  out.row.dated = file.feedback_at ? std::optional(file.feedback_at->date()) : std::nullopt;
  return out;
}

namespace {

void set_number(Document& document, const std::optional<std::string>& number) {
  if (!number) return;
  document.row.number = number;
  document.facts.set("number", *number);
}

/// Tells several documents of a kind in a file apart.
void number_rows(const Sources& sources, std::vector<Document>& documents) {
  for (std::size_t i = 0; documents.size() > 1 && i < documents.size(); ++i) {
    documents[i].row.about = phrase(sources, "label.order", {{"index", std::to_string(i + 1)}});
  }
}

/// The decision on measures that stand under one number.
Document measure_decision(const Sources& sources, const Inspection& file,
                          const std::vector<const inspection::Measure*>& measures) {
  Document out = begin(sources, "measure_decision", "measure_decision");
  writ::Facts& facts = out.facts;
  std::vector<std::string> seen;
  for (const inspection::Measure* measure : measures) {
    writ::Facts row;
    row.set("index", std::to_string(facts.list["measures"].size() + 1));
    row.set("text", phrase(sources, "measure." + std::string(base::enum_name(measure->kind)),
                           {{"object", clause_text(measure->object)}}));
    row.set("taken_at", time_text(measure->taken_at));
    facts.list["measures"].push_back(std::move(row));
    out.row.dated = measure->taken_at.date();
    const Finding* finding = file.finding(measure->finding);
    const bool named = std::find(seen.begin(), seen.end(), measure->finding) != seen.end();
    if (finding == nullptr || named) continue;
    seen.push_back(measure->finding);
    facts.list["findings"].push_back(finding_row(sources, file, *finding, seen.size()));
  }
  if (measures.front()->number) out.row.subject = measures.front()->id;
  set_number(out, measures.front()->number);
  set_common(facts, sources, file, *out.row.dated);
  facts.set("basis", citation_text(*sources.pack, kMeasures));
  facts.set("date", date_text(*out.row.dated));
  out.row.status = DocumentStatus::issued;
  return out;
}

}  // namespace

std::vector<Document> measure_decisions(const Sources& sources, const Inspection& file) {
  const char* kind = "measure_decision";
  std::vector<std::vector<const inspection::Measure*>> decisions;
  for (const inspection::Measure& measure : file.measures) {
    // Sealing and seizing are compulsion, with a decision of another form (行政强制法 第二十四条).
    if (measure.kind == MeasureKind::seal || measure.kind == MeasureKind::seize) continue;
    const auto same = std::find_if(decisions.begin(), decisions.end(),
                                   [&](const auto& each) { return each.front()->number == measure.number; });
    if (same == decisions.end()) {
      decisions.push_back({&measure});
    } else {
      same->push_back(&measure);
    }
  }
  std::vector<Document> out;
  for (const auto& measures : decisions) out.push_back(measure_decision(sources, file, measures));
  number_rows(sources, out);
  if (out.empty()) out.push_back(not_yet(sources, kind, kind, kind));
  return out;
}

namespace {

Document correction_order(const Sources& sources, const Inspection& file, const inspection::Order* order,
                          const std::vector<const Finding*>& findings) {
  Document out = begin(sources, "correction_order", "correction_order");
  writ::Facts& facts = out.facts;
  std::vector<std::size_t> numbers;
  for (const Finding* finding : findings) {
    numbers.push_back(numbers.size() + 1);
    facts.list["findings"].push_back(finding_row(sources, file, *finding, numbers.size()));
  }
  const base::Date day = order != nullptr ? order->ordered_at.date() : sources.now.date();
  set_common(facts, sources, file, day);
  facts.set("basis", citation_text(*sources.pack, kCorrection));
  facts.set("items", items_text(numbers));
  out.row.status = order != nullptr ? DocumentStatus::issued : DocumentStatus::draft;
  if (order == nullptr) return out;
  out.row.subject = order->id;
  out.row.dated = day;
  set_number(out, order->number);
  facts.set("deadline", date_text(order->deadline));
  facts.set("requirements", clause_text(order->requirements));
  facts.set("date", date_text(day));
  return out;
}

std::vector<const Finding*> findings_of(const Inspection& file, const inspection::Order& order) {
  std::vector<const Finding*> out;
  for (const std::string& id : order.findings) {
    const Finding* finding = file.finding(id);
    if (finding != nullptr) out.push_back(finding);
  }
  return out;
}

}  // namespace

std::vector<Document> correction_orders(const Sources& sources, const Inspection& file) {
  std::vector<Document> out;
  for (const inspection::Order& order : file.orders) {
    out.push_back(correction_order(sources, file, &order, findings_of(file, order)));
  }
  number_rows(sources, out);
  if (!out.empty()) return out;
  std::vector<const Finding*> open;
  for (const Finding& finding : file.findings) {
    if (finding.status == inspection::FindingStatus::open) open.push_back(&finding);
  }
  if (!open.empty()) return {correction_order(sources, file, nullptr, open)};
  return {not_yet(sources, "correction_order", "correction_order", "correction_order")};
}

namespace {

/// The re-inspections of an order's findings since it was given, in the order of the journal.
using Round = std::vector<const inspection::Reinspection*>;

/// A round is what one opinion says: those under one number and all before it. Without numbers there is one.
std::vector<Round> rounds_of(const Inspection& file, const inspection::Order& order) {
  std::vector<Round> out;
  for (const inspection::Reinspection& each : file.reinspections) {
    const bool ours = std::find(order.findings.begin(), order.findings.end(), each.finding) != order.findings.end();
    if (!ours || each.done_at < order.ordered_at) continue;
    if (out.empty()) {
      out.emplace_back();
    } else if (out.back().back()->number != each.number) {
      out.push_back(out.back());
    }
    out.back().push_back(&each);
  }
  return out;
}

/// The last of a round that looked at a finding, or null.
const inspection::Reinspection* result_for(const Round& round, const std::string& finding) {
  const auto last =
      std::find_if(round.rbegin(), round.rend(), [&](const auto* each) { return each->finding == finding; });
  return last == round.rend() ? nullptr : *last;
}

Document reinspection_opinion(const Sources& sources, const Inspection& file, const inspection::Order& order,
                              const Round& round) {
  const char* kind = "reinspection_opinion";
  Document out = begin(sources, kind, kind);
  writ::Facts& facts = out.facts;
  std::vector<std::size_t> uncorrected;
  std::vector<std::string> officers;
  std::size_t done = 0;
  for (const Finding* finding : findings_of(file, order)) {
    const auto* result = result_for(round, finding->id);
    writ::Facts row = finding_row(sources, file, *finding, facts.list["findings"].size() + 1);
    const char* key = result == nullptr ? "pending" : result->corrected ? "corrected" : "uncorrected";
    row.set("result", phrase(sources, std::string("finding.result.") + key));
    facts.list["findings"].push_back(row);
    if (result == nullptr) continue;
    ++done;
    facts.list["findings"].back().set("note", result->note);
    if (!result->corrected) uncorrected.push_back(facts.list["findings"].size());
    for (const std::string& officer : result->officers) {
      if (std::find(officers.begin(), officers.end(), officer) == officers.end()) officers.push_back(officer);
    }
    const base::Date day = result->done_at.date();
    out.row.dated = out.row.dated ? std::max(*out.row.dated, day) : day;
  }
  const std::size_t count = facts.list["findings"].size();
  set_common(facts, sources, file, *out.row.dated);
  facts.list["officers"] = officer_rows(sources, officers, *out.row.dated);
  facts.set("ordered_on", date_text(order.ordered_at.date()));
  facts.set("deadline", date_text(order.deadline));
  facts.set("date", date_text(*out.row.dated));
  const char* conclusion = uncorrected.empty() ? "all" : uncorrected.size() == count ? "none" : "some";
  if (done == count) {
    facts.set("conclusion", phrase(sources, std::string("conclusion.") + conclusion,
                                   {{"count", std::to_string(count)}, {"items", items_text(uncorrected)}}));
  }
  set_number(out, round.back()->number);
  out.row.status = done == count ? DocumentStatus::issued : DocumentStatus::draft;
  return out;
}

}  // namespace

std::vector<Document> reinspection_opinions(const Sources& sources, const Inspection& file) {
  const char* kind = "reinspection_opinion";
  std::vector<Document> out;
  for (const inspection::Order& order : file.orders) {
    const std::vector<Round> rounds = rounds_of(file, order);
    for (std::size_t i = 0; i < rounds.size(); ++i) {
      out.push_back(reinspection_opinion(sources, file, order, rounds[i]));
      out.back().row.subject = order.id + (i == 0 ? "" : "." + std::to_string(i + 1));
    }
    if (!rounds.empty()) continue;
    out.push_back(not_yet(sources, kind, kind, "reinspection_opinion.not_yet"));
    out.back().row.subject = order.id;
  }
  number_rows(sources, out);
  if (out.empty()) out.push_back(not_yet(sources, kind, kind, kind));
  return out;
}

std::vector<Document> documents_of(const Sources& sources, const Inspection& file) {
  std::vector<Document> out = {inspection_record(sources, file)};
  for (auto& list :
       {measure_decisions(sources, file), correction_orders(sources, file), reinspection_opinions(sources, file)}) {
    out.insert(out.end(), list.begin(), list.end());
  }
  return out;
}

}  // namespace xiezhi::app::document
