#include "app/document/charges.h"

#include <algorithm>

#include "app/document/words.h"
#include "base/text.h"
#include "core/casefile/leniency.h"
#include "core/casefile/range.h"
#include "core/rule/refusal.h"
#include "writ/amount.h"

namespace xiezhi::app::document {
namespace {

namespace casefile = core::casefile;
using core::law::Citation;
using core::law::MeasureKind;
using core::rule::kPenaltyLaw;

constexpr std::string_view kEnumerationEnd = "、";

// 行政处罚法(2021) 第三十条至第三十三条、第三十六条、第五十七条第一款.
Citation ground_of(casefile::Ruling ruling) {
  switch (ruling) {
    case casefile::Ruling::penalty: return {kPenaltyLaw, 57, 1, 1};
    case casefile::Ruling::no_penalty_minor:
    case casefile::Ruling::no_penalty_first: return {kPenaltyLaw, 33, 1, {}};
    case casefile::Ruling::no_penalty_no_fault: return {kPenaltyLaw, 33, 2, {}};
    case casefile::Ruling::no_penalty_age: return {kPenaltyLaw, 30, {}, {}};
    case casefile::Ruling::no_penalty_capacity: return {kPenaltyLaw, 31, {}, {}};
    case casefile::Ruling::no_penalty_limitation: return {kPenaltyLaw, 36, {}, {}};
    case casefile::Ruling::not_established: return {kPenaltyLaw, 57, 1, 3};
    case casefile::Ruling::referred: return {kPenaltyLaw, 57, 1, 4};
  }
  VERIFY_NOT_REACHED();
}

// 行政处罚法(2021) 第三十条至第三十二条.
Citation basis_of(casefile::Reduction reduction) {
  switch (reduction) {
    case casefile::Reduction::harm_removed: return {kPenaltyLaw, 32, {}, 1};
    case casefile::Reduction::coerced: return {kPenaltyLaw, 32, {}, 2};
    case casefile::Reduction::confessed: return {kPenaltyLaw, 32, {}, 3};
    case casefile::Reduction::merit: return {kPenaltyLaw, 32, {}, 4};
    case casefile::Reduction::other_by_law: return {kPenaltyLaw, 32, {}, 5};
    case casefile::Reduction::minor_aged: return {kPenaltyLaw, 30, {}, {}};
    case casefile::Reduction::limited_capacity: return {kPenaltyLaw, 31, {}, {}};
  }
  VERIFY_NOT_REACHED();
}

std::string sanction_text(const Sources& sources, const casefile::Sanction& sanction) {
  std::string key = "sanction." + std::string(base::enum_name(sanction.kind));
  std::map<std::string, std::string> values;
  if (sanction.amount_fen && has_phrase(sources, key + ".amount")) {
    key += ".amount";
    values["amount"] = writ::amount_in_full(*sanction.amount_fen);
  } else if (sanction.for_life.value_or(false) && has_phrase(sources, key + ".for_life")) {
    key += ".for_life";
  } else if (sanction.years && has_phrase(sources, key + ".years")) {
    key += ".years";
    values["years"] = std::to_string(*sanction.years);
  }
  return phrase(sources, key, values);
}

/// The places of the clause that hold for these facts; the clause as a whole where none is told apart.
std::vector<Citation> penalty_of(const Sources& sources, const core::law::Violation& violation,
                                 const casefile::CaseFile& file, const casefile::CaseParty& party,
                                 const casefile::Charge& charge) {
  std::vector<Citation> out;
  const auto clause = casefile::clause_for(violation, party.subject, charge, *sources.pack, file.division);
  for (const core::law::Branch* branch : clause.branches) out.push_back(branch->at);
  if (out.empty()) out.push_back(violation.penalty);
  return out;
}

void set_verdict(writ::Facts& row, const Sources& sources, const casefile::ChargeVerdict& verdict) {
  if (verdict.reduction) {
    const std::string name(base::enum_name(*verdict.reduction));
    row.set("reduction", phrase(sources, "clause.reduction",
                                {{"reduction", phrase(sources, "reduction." + name)},
                                 {"basis", citation_text(*sources.pack, basis_of(*verdict.reduction))}}));
  }
  if (verdict.ruling == casefile::Ruling::penalty) return;
  row.set("no_penalty_ground", phrase(sources, "no_penalty." + std::string(base::enum_name(verdict.ruling))));
  row.set("no_penalty_basis", citation_text(*sources.pack, ground_of(verdict.ruling)));
}

std::vector<const casefile::Charge*> charges_of(const casefile::CaseFile& file, const casefile::CaseParty& party) {
  std::vector<const casefile::Charge*> out;
  for (const casefile::Charge& charge : file.charges) {
    const auto& parties = charge.parties;
    if (std::find(parties.begin(), parties.end(), party.party.id) != parties.end()) out.push_back(&charge);
  }
  return out;
}

}  // namespace

std::string sanctions_text(const Sources& sources, const std::vector<casefile::Sanction>& sanctions,
                           const std::string& charge) {
  std::vector<std::string> out;
  for (const casefile::Sanction& sanction : sanctions) {
    if (sanction.charge == charge) out.push_back(sanction_text(sources, sanction));
  }
  return base::join(out, kEnumerationEnd);
}

std::vector<writ::Facts> charge_rows(const Sources& sources, const casefile::CaseFile& file,
                                     const casefile::CaseParty& party, const std::vector<casefile::Sanction>& sanctions,
                                     const std::vector<casefile::ChargeVerdict>& verdicts) {
  std::vector<writ::Facts> out;
  const auto charges = charges_of(file, party);
  for (const casefile::Charge* charge : charges) {
    writ::Facts row;
    if (charges.size() > 1) {
      row.set("mark",
              core::law::chinese_numeral(static_cast<std::int32_t>(out.size() + 1)) + std::string(kEnumerationEnd));
    }
    row.set("facts", clause_text(charge->facts));
    row.set("sanctions", sanctions_text(sources, sanctions, charge->id));
    const auto* violation = sources.pack->violation(charge->violation, charge->act_until);
    if (violation != nullptr) {
      row.set("title", violation->title);
      row.set("penalty", citations_text(*sources.pack, penalty_of(sources, *violation, file, party, *charge)));
      if (!violation->duty.empty()) {
        row.set("duty_clause",
                phrase(sources, "clause.duty", {{"duty", citations_text(*sources.pack, violation->duty)}}));
      }
    }
    for (const casefile::ChargeVerdict& verdict : verdicts) {
      if (verdict.charge == charge->id) set_verdict(row, sources, verdict);
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<writ::Facts> lenient_rows(const Sources& sources, const casefile::CaseFile& file,
                                      const casefile::CaseParty& party) {
  std::vector<writ::Facts> out;
  if (!party.track.decision) return out;
  for (const casefile::ChargeVerdict& verdict : party.track.decision->verdicts) {
    const casefile::Charge* charge = file.charge(verdict.charge);
    const casefile::Weighing* weighing = file.weighing(party.party.id, verdict.charge);
    if (verdict.ruling != casefile::Ruling::no_penalty_first || charge == nullptr || weighing == nullptr) continue;
    const core::law::Leniency* entry = casefile::leniency_for(*sources.pack, file.division, charge->violation,
                                                              charge->act_until, weighing->tier, verdict.conditions);
    if (entry == nullptr) continue;
    writ::Facts row;
    row.set("facts", clause_text(charge->facts));
    row.set("list", phrase(sources, "leniency.list"));
    row.set("entry", entry->title);
    row.set("basis", citation_text(*sources.pack, entry->source));
    std::vector<std::string> conditions;
    for (const casefile::Condition condition : casefile::conditions_of(*entry)) {
      conditions.push_back(phrase(sources, "condition." + std::string(base::enum_name(condition))));
    }
    row.set("conditions", base::join(conditions, kEnumerationEnd));
    if (const auto* violation = sources.pack->violation(charge->violation, charge->act_until)) {
      row.set("title", violation->title);
      row.set("duty", citations_text(*sources.pack, violation->duty));
    }
    out.push_back(std::move(row));
  }
  for (std::size_t at = 0; out.size() > 1 && at < out.size(); ++at) {
    out[at].set("mark", core::law::chinese_numeral(static_cast<std::int32_t>(at + 1)) + std::string(kEnumerationEnd));
  }
  return out;
}

std::string total_text(const std::vector<casefile::Sanction>& sanctions) {
  base::Money total;
  std::size_t count = 0;
  for (const casefile::Sanction& sanction : sanctions) {
    if (!casefile::paid_as_fine(sanction.kind) || !sanction.amount_fen) continue;
    total = total + *sanction.amount_fen;
    ++count;
  }
  return count > 1 ? writ::amount_in_full(total) : std::string();
}

bool fines(const std::vector<casefile::Sanction>& sanctions) {
  return std::any_of(sanctions.begin(), sanctions.end(),
                     [](const casefile::Sanction& sanction) { return casefile::paid_as_fine(sanction.kind); });
}

std::string case_title(const Sources& sources, const casefile::CaseFile& file, const casefile::CaseParty& party) {
  std::vector<std::string> titles;
  for (const casefile::Charge* charge : charges_of(file, party)) {
    const auto* violation = sources.pack->violation(charge->violation, charge->act_until);
    if (violation != nullptr && std::find(titles.begin(), titles.end(), violation->title) == titles.end()) {
      titles.push_back(violation->title);
    }
  }
  const std::string name =
      party.party.person_name ? sources.person(*party.party.person_name) : party.party.name.value_or("");
  return phrase(sources, "title.case", {{"party", name}, {"violation", base::join(titles, kEnumerationEnd)}});
}

}  // namespace xiezhi::app::document
