// Documents of a case. 行政处罚法(2021) 第四十四条、第五十二条、第五十九条、第六十一条.
#include <algorithm>

#include "app/document/charges.h"
#include "app/document/words.h"
#include "core/casefile/events.h"

namespace xiezhi::app::document {
namespace {

namespace casefile = core::casefile;
using casefile::CaseFile;
using casefile::CaseParty;
using core::dossier::PartyKind;

std::string name_of(const Sources& sources, const CaseParty& party) {
  return party.party.person_name ? sources.person(*party.party.person_name) : party.party.name.value_or("");
}

std::string you(const Sources& sources, const CaseParty& party) {
  return phrase(sources, "party." + std::string(base::enum_name(party.party.kind)));
}

void set_party(writ::Facts& facts, const Sources& sources, const CaseParty& party) {
  const bool person = party.party.kind == PartyKind::person;
  if (party.party.enterprise && !person) set_enterprise(facts, sources, *party.party.enterprise);
  facts.set("party", name_of(sources, party));
  facts.set("you", you(sources, party));
  facts.set("counterpart", phrase(sources, person ? "counterpart.person" : "counterpart.unit"));
  facts.set("code_label", phrase(sources, person ? "code.person" : "code.unit"));
  if (!person) facts.set("credit_code", party.party.credit_code.value_or(facts.text["credit_code"]));
  if (party.party.id_number) facts.set("id_number", sources.person(*party.party.id_number));
  facts.set("code", person ? facts.text["id_number"] : facts.text["credit_code"]);
  if (party.age) facts.set("age", std::to_string(*party.age));
  if (!person || !party.party.enterprise) return;
  const core::dossier::Enterprise* employer = sources.world.enterprise(*party.party.enterprise);
  if (employer == nullptr) return;
  facts.set("employer", employer->name);
  facts.set("employer_address", employer->address.value_or(""));
}

void set_evidence(writ::Facts& facts, const Sources& sources, const CaseFile& file) {
  std::vector<writ::Facts>& rows = facts.list["evidence"];
  for (const casefile::Evidence& evidence : file.evidence) {
    if (!evidence.verified.value_or(false)) continue;  // 未经查证属实，不得作为认定案件事实的根据 (第四十六条第二款)
    writ::Facts row;
    row.set("index", std::to_string(rows.size() + 1));
    row.set("kind", phrase(sources, "evidence." + std::string(base::enum_name(evidence.kind))));
    row.set("caption", clause_text(evidence.caption));
    rows.push_back(std::move(row));
  }
}

/// What the party said to the notice, and what became of it (第四十五条、第六十四条).
void set_answers(writ::Facts& facts, const Sources& sources, const CaseParty& party) {
  const casefile::Track& track = party.track;
  const std::string who = you(sources, party);
  std::map<std::string, std::string> reasons;
  sources.each<casefile::DefenceReviewed>([&](const auto& event, const auto&) {
    if (event.party == party.party.id) reasons[event.defence] = clause_text(event.reason);
  });
  std::string text;
  for (const casefile::Defence& defence : track.defences) {
    if (!defence.adopted) continue;
    const std::string reason = reasons[defence.id];
    const char* key = *defence.adopted ? "defence.adopted"
                      : reason.empty() ? "defence.rejected"
                                       : "defence.rejected_because";
    text += phrase(sources, key, {{"you", who}, {"date", date_text(defence.made_at.date())}, {"reason", reason}});
  }
  if (text.empty() && !track.notices.empty()) {
    text = phrase(sources, track.waived ? "defence.waived" : "defence.silent",
                  {{"you", who}, {"date", date_text(track.notices.back().served_at.date())}});
  }
  facts.set("defence", text);
  if (track.hearing && track.hearing->held_at && !track.hearing->abandoned) {
    facts.set("hearing_held",
              phrase(sources, "hearing.held", {{"you", who}, {"date", date_text(track.hearing->held_at->date())}}));
  }
}

/// Sanctions decided, or announced where nothing is decided yet.
void set_decision(writ::Facts& facts, const Sources& sources, const CaseFile& file, const CaseParty& party,
                  base::Date on) {
  const casefile::Decision* decision = party.track.decision ? &*party.track.decision : nullptr;
  const auto& sanctions = decision != nullptr ? decision->sanctions : party.track.notices.back().sanctions;
  facts.list["charges"] =
      charge_rows(sources, file, party, sanctions,
                  decision != nullptr ? decision->verdicts : std::vector<casefile::ChargeVerdict>());
  facts.set("total", total_text(sanctions));
  facts.set("fined", fines(sanctions) ? "1" : "");
  facts.set("payment_days", figure_text(*sources.pack, "payment.days", on, file.division));
  facts.set("daily_percent", figure_text(*sources.pack, "additional_fine.daily_percent", on, file.division));
  if (decision == nullptr) return;
  if (decision->correction == casefile::Correction::ordered) {
    facts.set("correction", phrase(sources, "correction.ordered", {{"you", facts.text["you"]}}));
  }
  const auto& remedies = decision->remedies;
  if (remedies.reconsideration_days > 0) {
    facts.set("reconsideration_days", std::to_string(remedies.reconsideration_days));
  }
  if (remedies.litigation_months > 0) facts.set("litigation_months", std::to_string(remedies.litigation_months));
  facts.set("reconsideration_first", remedies.reconsideration_first ? "1" : "");
  facts.set("number", decision->number);
  facts.set("date", date_text(decision->decided_at.date()));
  for (const casefile::Payment& payment : party.track.payments) {
    if (payment.channel != casefile::PaymentChannel::on_the_spot) continue;
    facts.set("collected", "1");
    facts.set("receipt", payment.receipt);
  }
}

const char* decision_form(const CaseParty& party) {
  const bool decided = party.track.decision.has_value();
  if (decided && party.track.decision->summary) return "penalty_decision_on_spot";
  if (decided && !party.track.decision->punishes()) return "no_penalty_decision";
  return party.party.kind == PartyKind::unit ? "penalty_decision_unit" : "penalty_decision_person";
}

Document for_party(Document document, const Sources& sources, const CaseParty& party) {
  document.row.subject = party.party.id;
  document.row.about = name_of(sources, party);
  return document;
}

}  // namespace

Document penalty_notice(const Sources& sources, const CaseFile& file, const CaseParty& party) {
  const char* kind = "penalty_notice";
  const casefile::Track& track = party.track;
  if (track.notices.empty() && !file.investigation_ended_at) {
    return for_party(not_yet(sources, kind, kind, kind), sources, party);
  }
  Document out = for_party(begin(sources, kind, kind), sources, party);
  writ::Facts& facts = out.facts;
  const casefile::Notice* notice = track.notices.empty() ? nullptr : &track.notices.back();
  const base::Date day = notice != nullptr ? notice->served_at.date() : sources.now.date();
  set_issuer(facts, sources, file.body, day);
  set_party(facts, sources, party);
  facts.list["charges"] =
      charge_rows(sources, file, party, notice != nullptr ? notice->sanctions : std::vector<casefile::Sanction>(), {});
  facts.set("defence_days", figure_text(*sources.pack, "defence.days", day, file.division));
  facts.set("hearing_days", figure_text(*sources.pack, "hearing.request_days", day, file.division));
  if (!file.investigators.empty()) facts.set("contact", officer_name(sources, file.investigators.front()));
  out.row.status = notice != nullptr ? DocumentStatus::issued : DocumentStatus::draft;
  if (notice == nullptr) {
    if (facts.list["charges"].size() == 1) facts.set("facts", facts.list["charges"].front().text["facts"]);
    return out;
  }
  sources.each<casefile::NoticeGiven>([&](const auto& event, const auto&) {
    if (event.id != notice->id) return;
    facts.set("facts", clause_text(event.facts));
    facts.set("grounds", clause_text(event.grounds));
  });
  facts.set("total", total_text(notice->sanctions));
  facts.set("hearing", notice->hearing_offered ? "1" : "");
  facts.set("date", date_text(day));
  out.row.dated = day;
  return out;
}

Document penalty_decision(const Sources& sources, const CaseFile& file, const CaseParty& party) {
  const char* kind = "penalty_decision";
  const char* form = decision_form(party);
  const casefile::Track& track = party.track;
  if (!track.decision && track.notices.empty()) {
    return for_party(not_yet(sources, kind, form, kind), sources, party);
  }
  Document out = for_party(begin(sources, kind, form), sources, party);
  const base::Date day = track.decision ? track.decision->decided_at.date() : sources.now.date();
  set_issuer(out.facts, sources, file.body, day);
  set_party(out.facts, sources, party);
  set_evidence(out.facts, sources, file);
  set_answers(out.facts, sources, party);
  out.facts.list["officers"] = officer_rows(sources, file.investigators, day);
  set_decision(out.facts, sources, file, party, day);
  out.row.status = track.decision ? DocumentStatus::issued : DocumentStatus::draft;
  if (track.decision) {
    out.row.dated = day;
    out.row.number = track.decision->number;
  }
  return out;
}

std::optional<Document> leniency_notice(const Sources& sources, const CaseFile& file, const CaseParty& party) {
  auto charges = lenient_rows(sources, file, party);
  if (charges.empty()) return std::nullopt;
  const char* kind = "leniency_notice";
  Document out = for_party(begin(sources, kind, kind), sources, party);
  const casefile::Decision& decision = *party.track.decision;
  const base::Date day = decision.decided_at.date();
  set_issuer(out.facts, sources, file.body, day);
  set_party(out.facts, sources, party);
  out.facts.list["charges"] = std::move(charges);
  out.facts.list["officers"] = officer_rows(sources, file.investigators, day);
  out.facts.set("number", decision.number);
  out.facts.set("date", date_text(day));
  out.row.status = DocumentStatus::to_sign;
  out.row.dated = day;
  out.row.number = decision.number;
  return out;
}

Document service_receipt(const Sources& sources, const CaseFile& file, const CaseParty& party) {
  const char* kind = "service_receipt";
  const casefile::Track& track = party.track;
  if (!track.decision) return for_party(not_yet(sources, kind, kind, kind), sources, party);
  Document out = for_party(begin(sources, kind, kind), sources, party);
  writ::Facts& facts = out.facts;
  set_issuer(facts, sources, file.body, track.decision->decided_at.date());
  set_party(facts, sources, party);
  facts.set("case", case_title(sources, file, party));
  writ::Facts row;
  row.set("title", sources.library->find(decision_form(party))->title);
  row.set("number", track.decision->number);
  if (track.service) {
    const base::Date day = track.service->served_at.date();
    row.set("served_at", time_text(track.service->served_at));
    row.set("method", phrase(sources, "service." + std::string(base::enum_name(track.service->method))));
    facts.set("date", date_text(day));
    out.row.dated = day;
  }
  facts.list["documents"].push_back(std::move(row));
  out.row.status = track.service ? DocumentStatus::issued : DocumentStatus::to_sign;
  return out;
}

std::vector<Document> documents_of(const Sources& sources, const CaseFile& file) {
  std::vector<Document> out;
  for (const CaseParty& party : file.parties) {
    // A penalty on the spot is told by word of mouth (第五十二条第一款).
    if (!file.summary_procedure) out.push_back(penalty_notice(sources, file, party));
    out.push_back(penalty_decision(sources, file, party));
    if (auto notice = leniency_notice(sources, file, party)) out.push_back(std::move(*notice));
    out.push_back(service_receipt(sources, file, party));
  }
  return out;
}

}  // namespace xiezhi::app::document
