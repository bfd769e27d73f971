// Which encoding a file of Chinese text is in, and its text as UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace xiezhi::app::sheet {

enum class Encoding : std::uint8_t { utf8, gb18030 };

/// Weighs the bytes of a file, given in pieces of any size.
class EncodingGuess {
 public:
  void update(std::string_view bytes);
  /// UTF-8 when the longer characters are well-formed with few exceptions, for a file with some damaged bytes is still
  /// UTF-8; else GB18030.
  [[nodiscard]] Encoding result() const;
  /// Begins with the byte order mark of UTF-16, which is not read.
  [[nodiscard]] bool utf16() const { return head_ == "\xFF\xFE" || head_ == "\xFE\xFF"; }

 private:
  void byte(unsigned char value);

  std::string head_;
  int expected_ = 0;  ///< continuation bytes still to come
  std::uint64_t good_ = 0;
  std::uint64_t bad_ = 0;
};

/// Position of the first byte that is not text, within the bytes given.
struct BadByte {
  std::size_t at = 0;
};

class Decoder {
 public:
  explicit Decoder(Encoding encoding);
  Decoder(Decoder&& other) noexcept : iconv_(std::exchange(other.iconv_, nullptr)) {}
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder();

  /// The bytes of whole characters as valid UTF-8 without control characters other than line breaks and tabs.
  base::Result<std::string, BadByte> decode(std::string_view bytes);

 private:
  void* iconv_ = nullptr;  ///< null for UTF-8
};

}  // namespace xiezhi::app::sheet
