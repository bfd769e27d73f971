// Signature images.
#include <cstring>

#include "writ/composer.h"
#include "writ/handle.h"

namespace xiezhi::writ {
namespace {

/// The width and height in an IHDR chunk (RFC 2083, 4.1.1), so that a few bytes cannot ask for gigabytes.
constexpr std::size_t kHeaderSize = 24;
constexpr std::uint32_t kMostPixels = 4000;

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t out = 0;
  for (const char c : bytes.substr(0, 4)) out = out << 8 | static_cast<unsigned char>(c);
  return out;
}

bool acceptable(std::string_view bytes) {
  constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
  if (bytes.size() < kHeaderSize || !bytes.starts_with(kSignature) || bytes.substr(12, 4) != "IHDR") return false;
  const std::uint32_t width = big_endian(bytes.substr(16));
  const std::uint32_t height = big_endian(bytes.substr(20));
  return width > 0 && height > 0 && width <= kMostPixels && height <= kMostPixels;
}

cairo_status_t read_some(void* closure, unsigned char* data, unsigned length) {
  auto& rest = *static_cast<std::string_view*>(closure);
  if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(data, rest.data(), length);
  rest.remove_prefix(length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::shared_ptr<cairo_surface_t> read_png(std::string_view bytes) {
  if (!acceptable(bytes)) return nullptr;
  auto out = share(cairo_image_surface_create_from_png_stream(read_some, &bytes));
  return cairo_surface_status(out.get()) == CAIRO_STATUS_SUCCESS ? out : nullptr;
}

}  // namespace xiezhi::writ
