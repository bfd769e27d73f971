#include "app/demo/picture.h"

#include <cstdint>

namespace xiezhi::app::demo {
namespace {

constexpr std::uint32_t kWidth = 320;
constexpr std::uint32_t kHeight = 240;

void append_u32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFFU);
}

std::uint32_t crc32(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320U & (0U - (crc & 1U)));
  }
  return ~crc;
}

std::uint32_t adler32(const std::string& bytes) {
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (const char c : bytes) {
    a = (a + static_cast<unsigned char>(c)) % 65'521;
    b = (b + a) % 65'521;
  }
  return b << 16 | a;
}

void append_chunk(std::string& out, const std::string& type, const std::string& data) {
  append_u32(out, static_cast<std::uint32_t>(data.size()));
  out += type + data;
  append_u32(out, crc32(type + data));
}

/// zlib (RFC 1950) with one stored block (RFC 1951, 3.2.4): no compression.
std::string stored(const std::string& data) {
  std::string out = "\x78\x01\x01";
  const auto size = static_cast<std::uint16_t>(data.size());
  const auto inverse = static_cast<std::uint16_t>(~size);
  for (const std::uint16_t part : {size, inverse}) {
    out += static_cast<char>(part & 0xFFU);
    out += static_cast<char>(part >> 8);
  }
  out += data;
  append_u32(out, adler32(data));
  return out;
}

}  // namespace

std::string striped_picture(std::size_t number) {
  const auto width = static_cast<std::uint32_t>(24 + 8 * number);
  const bool falling = number % 2 == 0;
  std::string rows;
  for (std::uint32_t y = 0; y < kHeight; ++y) {
    rows += '\0';  // no filter
    for (std::uint32_t x = 0; x < kWidth; x += 8) {
      unsigned eight = 0;
      for (std::uint32_t bit = 0; bit < 8; ++bit) {
        const std::uint32_t along = falling ? x + bit + y : x + bit + kHeight - y;
        eight = eight << 1 | (along / width % 2);
      }
      rows += static_cast<char>(eight);
    }
  }
  std::string header;
  append_u32(header, kWidth);
  append_u32(header, kHeight);
  header += std::string("\x01\x03\x00\x00\x00", 5);  // one bit a pixel, from a palette
  std::string out = "\x89PNG\r\n\x1a\n";
  append_chunk(out, "IHDR", header);
  append_chunk(out, "PLTE", "\x5B\x6B\x7B\xE8\xEC\xF0");
  append_chunk(out, "IDAT", stored(rows));
  append_chunk(out, "IEND", "");
  return out;
}

}  // namespace xiezhi::app::demo
