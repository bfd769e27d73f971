// An enterprise as a row of the read table. One function makes the row, for the projection and for the import alike, so
// that a rebuild gives the same rows.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/dossier/commands.h"
#include "store/connection.h"

namespace xiezhi::app::ledger {

/// What orders enterprises and names them in the search index: of a UUIDv7 its time and the 15 bits that follow, of any
/// other id 62 bits of its SHA-256.
std::int64_t enterprise_number(std::string_view id);
/// The UUIDv7 with that number; `random` fills the other bits.
std::string enterprise_id(std::int64_t number, std::uint64_t random);
inline constexpr int kNumberBits = 15;  ///< numbers in one millisecond: 2^15

/// 53 bits that names equal up to width, case and punctuation share.
std::int64_t name_hash(std::string_view name);
/// Tokens of a name, separated by spaces.
std::string search_words(std::string_view name);
/// Tokens that stand for a division and all above it: "at23 at2301 at230102".
std::string search_places(std::string_view division);
std::string search_place(std::string_view division_prefix);

const std::vector<std::string>& enterprise_columns();
/// The row of a new enterprise, in the order of enterprise_columns(), which is that of enterprise_insert.
store::Row enterprise_row(const core::dossier::EnterpriseRegistered& event, std::int64_t version,
                          base::Instant recorded_at);
/// The numbers of such rows, as search_learn takes them.
store::Row search_row(std::span<const store::Row> enterprises);

}  // namespace xiezhi::app::ledger
