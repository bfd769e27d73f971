#include "app/account_secret.h"

#include <sodium.h>

#include <array>

#include "base/assert.h"
#include "base/text.h"

namespace xiezhi::app {
namespace {

struct Cost {
  unsigned long long passes;
  std::size_t bytes;
};

Cost cost_of(PasswordCost cost) {
  switch (cost) {
    case PasswordCost::strong: return {3, std::size_t{64} << 20};
    case PasswordCost::cheap: return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
  }
  VERIFY_NOT_REACHED();
}

void start_sodium() {
  static const bool started = sodium_init() >= 0;
  VERIFY(started);
}

template <std::size_t N>
std::string random_bytes() {
  start_sodium();
  std::array<char, N> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  return {bytes.data(), bytes.size()};
}

}  // namespace

std::string hash_password(std::string_view password, PasswordCost cost) {
  start_sodium();
  std::array<char, crypto_pwhash_STRBYTES> encoded{};
  const auto [passes, bytes] = cost_of(cost);
  const int failed = crypto_pwhash_str_alg(encoded.data(), password.data(), password.size(), passes, bytes,
                                           crypto_pwhash_ALG_ARGON2ID13);
  VERIFY(failed == 0);  // only when 64 MiB cannot be had
  return encoded.data();
}

bool password_matches(const std::string& encoded, std::string_view password) {
  start_sodium();
  return crypto_pwhash_str_verify(encoded.c_str(), password.data(), password.size()) == 0;
}

std::string random_token() { return base::to_hex(random_bytes<32>()); }

std::string time_uuid(std::int64_t ms) {
  std::string bytes = random_bytes<16>();
  for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<char>((ms >> (40 - 8 * i)) & 0xFF);
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x70);
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
  const std::string hex = base::to_hex(bytes);
  return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) + '-' +
         hex.substr(20);
}

base::Hash token_hash(std::string_view token) { return base::sha256(token); }

std::string csrf_token(std::string_view token) {
  return base::to_hex(base::sha256("xiezhi csrf\n" + std::string(token)));
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace xiezhi::app
