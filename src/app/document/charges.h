// What the documents of a case say of its charges: facts, the provisions broken, the clause, the sanctions.
#pragma once

#include "app/document/sources.h"

namespace xiezhi::app::document {

/// The sanctions for one charge in words, "" for none: "警告、罚款人民币贰万元整（¥20,000.00）".
std::string sanctions_text(const Sources& sources, const std::vector<core::casefile::Sanction>& sanctions,
                           const std::string& charge);
/// A row for each charge against the party.
std::vector<writ::Facts> charge_rows(const Sources& sources, const core::casefile::CaseFile& file,
                                     const core::casefile::CaseParty& party,
                                     const std::vector<core::casefile::Sanction>& sanctions,
                                     const std::vector<core::casefile::ChargeVerdict>& verdicts);
/// A row for each charge that the decision leaves unpunished under an entry of the region's list (包容免罚清单).
std::vector<writ::Facts> lenient_rows(const Sources& sources, const core::casefile::CaseFile& file,
                                      const core::casefile::CaseParty& party);
/// Fines of several charges added up, in words; "" where there is but one or none.
std::string total_text(const std::vector<core::casefile::Sanction>& sanctions);
/// Whether any of them is a sum to be paid as a fine.
bool fines(const std::vector<core::casefile::Sanction>& sanctions);
/// 案由: the party, the violations, 案.
std::string case_title(const Sources& sources, const core::casefile::CaseFile& file,
                       const core::casefile::CaseParty& party);

}  // namespace xiezhi::app::document
