// SHA-256 (FIPS 180-4), pure, so that the same bytes are hashed in the server, the handheld and the browser.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace xiezhi::base {

using Hash = std::array<std::uint8_t, 32>;

class Sha256 {
 public:
  Sha256();
  void update(std::string_view bytes);
  /// The digest; the object must not be used after.
  Hash finish();

 private:
  void block(const std::uint8_t* data);

  std::array<std::uint32_t, 8> state_;
  std::array<std::uint8_t, 64> buffer_{};
  std::uint64_t total_ = 0;
  std::size_t used_ = 0;
};

Hash sha256(std::string_view bytes);
std::string_view as_bytes(const Hash& hash);
std::string to_hex(const Hash& hash);

}  // namespace xiezhi::base
