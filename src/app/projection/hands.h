// Whose hands a file lies in, told from its state: who works on it, and which office it may wait for. Lists and the
// workbench find files by it. Whether somebody may act now, the core says.
#pragma once

#include <string>
#include <vector>

#include "core/engine/world.h"
#include "core/law/pack.h"

namespace xiezhi::app {

struct Hand {
  std::string role;     ///< "officer", "presider", or an office of the body: "approver", "reviewer"
  std::string officer;  ///< officer id; "" for an office
};

/// Officers of an open or a closed file; offices only where the file may wait for them.
std::vector<Hand> hands_of(const core::inspection::Inspection& state);
std::vector<Hand> hands_of(const core::casefile::CaseFile& state, const core::law::Pack& pack);

/// Whether findings of an inspection, signed by both sides, are left to a case: found uncorrected, or a major hazard
/// (行政处罚法(2021) 第五十四条第二款). Others are in the way of their order.
bool calls_for_case(const core::inspection::Inspection& state);
/// Whether a party's request that somebody leave the case waits for its answer.
bool recusal_waits(const core::casefile::CaseFile& state);

}  // namespace xiezhi::app
