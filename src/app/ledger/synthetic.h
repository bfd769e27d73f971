// Enterprises that do not exist, as many as wanted, the same for the same seed: for demonstrations and benchmarks.
// Names are put together from syllables of the project's own; codes have valid check characters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/dossier/commands.h"
#include "core/org/divisions.h"

namespace xiezhi::app::ledger {

class Synthetic {
 public:
  Synthetic(const core::org::Divisions& divisions, std::uint64_t seed);

  /// The enterprise number `index`, which does not depend on those before it. The id is left empty. Two indexes below
  /// 10^9 never have the same credit code.
  [[nodiscard]] core::dossier::EnterpriseRegistered make(std::uint64_t index) const;
  /// "企业名称,统一社会信用代码,…" and the same enterprise as a row of such a list.
  static std::string csv_header();
  [[nodiscard]] std::string csv_row(std::uint64_t index) const;

 private:
  const core::org::Divisions& divisions_;
  std::vector<const core::org::Division*> counties_;
  std::uint64_t seed_;
};

}  // namespace xiezhi::app::ledger
