#include "http/gzip.h"

#include <zlib.h>

#include "base/assert.h"

namespace xiezhi::http {

std::string gzip(std::string_view bytes) {
  constexpr int kGzipWrapper = 16;
  z_stream stream{};
  VERIFY(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzipWrapper, 8, Z_DEFAULT_STRATEGY) ==
         Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  // zlib takes a pointer to non-const and does not write through it.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  VERIFY(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace xiezhi::http
