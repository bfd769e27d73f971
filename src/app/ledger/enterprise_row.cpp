#include "app/ledger/enterprise_row.h"

#include "app/ledger/initials.h"
#include "base/sha256.h"
#include "base/text.h"
#include "core/org/divisions.h"
#include "core/text/fold.h"
#include "core/text/tokens.h"

namespace xiezhi::app::ledger {
namespace {

using store::Value;

constexpr std::size_t kUuidLength = 36;

std::uint64_t first_eight_bytes(std::string_view text) {
  const base::Hash hash = base::sha256(text);
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < 8; ++i) out = out << 8 | hash[i];
  return out;
}

/// The digits of a UUIDv7 without hyphens; "" for anything else.
std::string uuid7_digits(std::string_view id) {
  if (id.size() != kUuidLength || id[14] != '7') return {};
  std::string digits;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen != (id[i] == '-')) return {};
    if (!hyphen) digits += id[i];
  }
  return digits;
}

Value text_or_null(const std::optional<std::string>& text) { return text ? Value(*text) : Value(); }
Value hex_or_null(const std::optional<core::rule::Commitment>& value) { return value ? Value(value->hex) : Value(); }

}  // namespace

std::int64_t enterprise_number(std::string_view id) {
  const std::string bytes = base::from_hex(uuid7_digits(id));
  if (bytes.empty()) return static_cast<std::int64_t>(first_eight_bytes(id) >> 2);
  const auto byte = [&](std::size_t i) { return static_cast<std::int64_t>(static_cast<unsigned char>(bytes[i])); };
  std::int64_t ms = 0;
  for (std::size_t i = 0; i < 6; ++i) ms = ms << 8 | byte(i);
  // RFC 9562: 4 bits of version, 12 random, 2 of variant, 62 random. Of these the first 12 and 3 more.
  const std::int64_t low = (byte(6) & 0x0F) << 8 | byte(7);
  return (ms << 12 | low) << 3 | (byte(8) >> 3 & 7);
}

std::string enterprise_id(std::int64_t number, std::uint64_t random) {
  std::string bytes(16, '\0');
  const auto put = [&](std::size_t i, std::uint64_t value) { bytes[i] = static_cast<char>(value & 0xFF); };
  const auto bits = static_cast<std::uint64_t>(number);
  const std::uint64_t ms = bits >> kNumberBits;
  for (std::size_t i = 0; i < 6; ++i) put(i, ms >> (40 - 8 * i));
  put(6, 0x70 | (bits >> 11 & 0x0F));
  put(7, bits >> 3);
  put(8, 0x80 | (bits & 7) << 3 | (random >> 56 & 7));
  for (std::size_t i = 9; i < 16; ++i) put(i, random >> (8 * (i - 9)));
  const std::string hex = base::to_hex(bytes);
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
         hex.substr(20);
}

std::int64_t name_hash(std::string_view name) {
  return static_cast<std::int64_t>(first_eight_bytes(core::text::identity_form(name)) >> 11);
}

std::string search_words(std::string_view name) {
  return base::join(core::text::index_tokens(name), " ") + " " + base::join(initials_tokens(name), " ");
}

std::string search_place(std::string_view division_prefix) { return "at" + std::string(division_prefix); }

std::string search_places(std::string_view division) {
  std::string out;
  for (std::size_t length = 2; length <= division.size(); length += 2) {
    if (!out.empty()) out += ' ';
    out += search_place(division.substr(0, length));
  }
  return out;
}

const std::vector<std::string>& enterprise_columns() {
  static const std::vector<std::string> kColumns = {"number",
                                                    "id",
                                                    "version",
                                                    "name",
                                                    "name_hash",
                                                    "credit_code",
                                                    "type",
                                                    "industry",
                                                    "scope",
                                                    "registered_on",
                                                    "registered_capital",
                                                    "registered_capital_fen",
                                                    "address",
                                                    "division",
                                                    "city",
                                                    "legal_representative",
                                                    "phone",
                                                    "status",
                                                    "words",
                                                    "places",
                                                    "updated_at"};
  return kColumns;
}

store::Row enterprise_row(const core::dossier::EnterpriseRegistered& event, std::int64_t version,
                          base::Instant recorded_at) {
  const auto& fen = event.registered_capital_fen;
  return {Value(enterprise_number(event.id)),
          Value(event.id),
          Value(version),
          Value(event.name),
          Value(name_hash(event.name)),
          text_or_null(event.credit_code),
          text_or_null(event.type),
          text_or_null(event.industry),
          text_or_null(event.scope),
          event.registered_on ? Value(event.registered_on->iso()) : Value(),
          text_or_null(event.registered_capital),
          fen ? Value(fen->fen) : Value(),
          text_or_null(event.address),
          Value(event.division),
          Value(std::string(core::org::city_of(event.division))),
          hex_or_null(event.legal_representative),
          hex_or_null(event.phone),
          Value(std::string(base::enum_name(event.status))),
          Value(search_words(event.name)),
          Value(search_places(event.division)),
          Value(recorded_at.ms)};
}

store::Row search_row(std::span<const store::Row> enterprises) {
  std::vector<std::string> numbers;  // as text: they may pass what JSON holds exactly
  for (const store::Row& row : enterprises) numbers.push_back(std::to_string(store::integer(row[0])));
  return {Value(base::to_json(numbers))};
}

}  // namespace xiezhi::app::ledger
