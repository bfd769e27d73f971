// Passwords and tokens: the one place that asks libsodium for randomness and argon2id.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/sha256.h"

namespace xiezhi::app {

/// `strong`: argon2id, 3 passes over 64 MiB (RFC 9106 section 4, second recommendation). `cheap`: 1 pass over 8 KiB,
/// for tests and demonstration data only.
enum class PasswordCost : std::uint8_t { strong, cheap };

/// Encoded argon2id hash with a fresh salt; takes about 130 ms and 64 MiB when strong.
std::string hash_password(std::string_view password, PasswordCost cost);
/// In constant time with respect to the password; false for a malformed hash too.
bool password_matches(const std::string& encoded, std::string_view password);

/// 256 random bits as 64 hexadecimal digits.
std::string random_token();
/// Sortable by time: 48 bits of milliseconds and 80 random bits (UUID version 7, RFC 9562 section 5.7).
std::string time_uuid(std::int64_t ms);

/// What is stored of a token.
base::Hash token_hash(std::string_view token);
/// The anti-forgery token of a session. It follows from the session token, so that nothing more is stored.
std::string csrf_token(std::string_view token);
/// Compares without revealing where the texts differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace xiezhi::app
