#include "app/sheet/encoding.h"

#include <iconv.h>

#include <algorithm>

#include "base/text.h"

namespace xiezhi::app::sheet {
namespace {

/// GB18030 text reads as well-formed UTF-8 here and there by chance, never nine times out of ten.
constexpr std::uint64_t kGoodForOneBad = 10;

/// The first byte at which UTF-8 is not well-formed or a control character stands.
std::optional<std::size_t> first_fault(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      if ((lead < 0x20 && lead != '\n' && lead != '\r' && lead != '\t') || lead == 0x7F) return at;
      ++at;
      continue;
    }
    const std::size_t size = lead >= 0xF0 ? 4 : (lead >= 0xE0 ? 3 : 2);
    if (!base::valid_utf8(text.substr(at, size))) return at;
    at += size;
  }
  return std::nullopt;
}

}  // namespace

void EncodingGuess::update(std::string_view bytes) {
  if (head_.size() < 2) head_ += bytes.substr(0, 2 - head_.size());
  for (const char c : bytes) byte(static_cast<unsigned char>(c));
}

void EncodingGuess::byte(unsigned char value) {
  const bool continuation = (value & 0xC0) == 0x80;
  if (expected_ > 0) {
    if (continuation) {
      if (--expected_ == 0) ++good_;
      return;
    }
    ++bad_;
    expected_ = 0;
  }
  if (value < 0x80) return;
  if (value >= 0xC2 && value <= 0xF4) {
    expected_ = value >= 0xF0 ? 3 : (value >= 0xE0 ? 2 : 1);
  } else {
    ++bad_;
  }
}

Encoding EncodingGuess::result() const {
  return bad_ == 0 || good_ / kGoodForOneBad >= bad_ ? Encoding::utf8 : Encoding::gb18030;
}

Decoder::Decoder(Encoding encoding) {
  if (encoding == Encoding::utf8) return;
  iconv_ = iconv_open("UTF-8", "GB18030");
  VERIFY(iconv_ != reinterpret_cast<void*>(-1));
}

Decoder::~Decoder() {
  if (iconv_ != nullptr) iconv_close(iconv_);
}

base::Result<std::string, BadByte> Decoder::decode(std::string_view bytes) {
  const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (iconv_ == nullptr || ascii) {
    if (const auto at = first_fault(bytes)) return base::Err{BadByte{*at}};
    return std::string(bytes);
  }
  std::string out(bytes.size() * 2 + 4, '\0');  // two bytes of GB18030 become three, four become at most four
  std::string input(bytes);
  char* from = input.data();
  char* to = out.data();
  std::size_t from_left = input.size();
  std::size_t to_left = out.size();
  iconv(iconv_, nullptr, nullptr, nullptr, nullptr);
  if (iconv(iconv_, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1)) {
    return base::Err{BadByte{input.size() - from_left}};
  }
  out.resize(out.size() - to_left);
  if (const auto at = first_fault(out)) return base::Err{BadByte{0}};
  return out;
}

}  // namespace xiezhi::app::sheet
