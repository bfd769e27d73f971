// Ed25519 through libsodium, and the key with which a data directory signs the journal's checkpoints.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace xiezhi::app {

struct SigningKey {
  std::string public_key;  ///< 32 bytes
  std::string secret;      ///< 64 bytes, libsodium's form

  [[nodiscard]] std::string sign(std::string_view message) const;  ///< 64 bytes
};

struct KeyError {
  std::string message;
};

/// Reads the file (64 hexadecimal digits, the seed), or makes a new key there, readable by its owner only.
base::Result<SigningKey, KeyError> load_or_create_key(const std::string& path);
/// The key of a seed of 32 bytes.
SigningKey key_of_seed(std::string_view seed);

/// For core::journal::open_checkpoint.
bool verify_ed25519(std::string_view public_key, std::string_view message, std::string_view signature);

/// Bytes from the system's generator.
std::string random_bytes(std::size_t count);

}  // namespace xiezhi::app
