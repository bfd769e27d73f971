#include <fstream>

#include "app/ledger/synthetic.h"
#include "prepare.h"

namespace xiezhi::bench {

Done write_list(const core::law::Pack& pack, std::uint64_t first, std::uint64_t count, const std::string& file) {
  constexpr std::uint64_t kSeed = 20260101;
  const app::ledger::Synthetic enterprises(pack.divisions(), kSeed);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << app::ledger::Synthetic::csv_header();
  for (std::uint64_t i = first; i < first + count; ++i) out << enterprises.csv_row(i);
  out.close();
  if (!out) return base::Err{"cannot write " + file};
  return base::Unit{};
}

}  // namespace xiezhi::bench
