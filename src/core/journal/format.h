// The entry as bytes: encoding, strict decoding, commitments to personal data, and the lifting of old event versions.
// Format: docs/format/journal.md.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/journal/entry.h"

namespace xiezhi::core::journal {

inline constexpr std::int64_t kMaxStreamVersion = 5000;
inline constexpr const char* kSuite = "sha256-ed25519.1";

/// "<kind>/<id>": kind is 1 to 32 of [a-z_], id is a base::valid_id.
bool valid_stream(std::string_view stream);
/// "<name>.<version>": name is 1 to 64 of [a-z_], version is 1 to 999 without leading zeros.
bool valid_event_type(std::string_view type);

/// Why the entry cannot stand in the journal, or nothing.
std::optional<base::JsonError> entry_problem(const Entry& entry);

/// The leaf: canonical JSON of a valid entry; an invalid one is a bug.
std::string encode_entry(const Entry& entry);
/// Strict: exactly the bytes that encode_entry writes, or an error.
base::Result<Entry, base::JsonError> decode_entry(std::string_view leaf);

/// Commits to a value with a fresh salt of 16 random bytes.
PrivateValue commit(std::string_view salt, std::string value);
/// Whether the commitment is that of salt and value.
bool holds(const PrivateValue& value);

/// Lifts a payload of one published event version to the next.
struct Upcaster {
  std::string_view from;  ///< "case_filed.1"
  std::string_view to;    ///< "case_filed.2"
  base::Result<base::Json, base::JsonError> (*lift)(base::Json payload);
};
/// Lifts the entry as far as the table goes; the leaf in the journal stays what it is.
base::Result<Entry, base::JsonError> upcast(Entry entry, std::span<const Upcaster> table);

}  // namespace xiezhi::core::journal
