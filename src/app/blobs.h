// Photos, sound, video: files named by their SHA-256, so that what a journal entry names cannot change. A file is
// complete and on disk before its row is written.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/sha256.h"
#include "store/connection.h"

namespace xiezhi::app {

enum class BlobErrorKind : std::uint8_t {
  offset,   ///< the chunk does not start where the upload stands: see `received`
  digest,   ///< a chunk or the whole is not what was announced
  missing,  ///< no such blob
  disk,     ///< reading or writing failed
  database
};
BOOST_DESCRIBE_ENUM(BlobErrorKind, offset, digest, missing, disk, database)

struct BlobError {
  BlobErrorKind kind = BlobErrorKind::disk;
  std::string message;
  std::int64_t received = 0;
};
template <typename T>
using BlobResult = base::Result<T, BlobError>;

/// One officer's sending of one blob. Nobody finishes what another began: whoever has sent a blob knows its bytes.
struct Upload {
  base::Hash hash{};
  std::string officer;
  bool known = false;  ///< the blob is here and he may see it or has sent it: nothing needs to be sent
};

class Blobs {
 public:
  /// `folder` holds ab/<sha256> for the blobs and partial/<sha256>.<officer> for uploads under way.
  explicit Blobs(std::string folder) : folder_(std::move(folder)) {}

  /// Bytes that are there already: where an interrupted upload goes on. The full size when it is complete.
  BlobResult<std::int64_t> received(const Upload& upload) const;
  /// Appends a chunk at `offset`; `chunk_hash` is that of its bytes. Returns the bytes received so far.
  BlobResult<std::int64_t> append(const Upload& upload, std::int64_t offset, std::string_view chunk,
                                  const base::Hash& chunk_hash) const;
  /// Checks the whole, makes it durable under its name, then writes its row and who sent it. Of a blob that is known
  /// it changes nothing.
  BlobResult<std::int64_t> finish(store::Connection& connection, const Upload& upload, const std::string& media_type,
                                  std::int64_t now_ms) const;
  /// At most `length` bytes from `offset`; fewer at the end.
  BlobResult<std::string> read(const base::Hash& hash, std::int64_t offset, std::int64_t length) const;

  [[nodiscard]] std::string path(const base::Hash& hash) const;

 private:
  [[nodiscard]] std::string partial_path(const Upload& upload) const;

  std::string folder_;
};

struct BlobRow {
  std::int64_t size = 0;
  std::string media_type;
  std::int64_t recorded_at = 0;
};
store::DbResult<std::optional<BlobRow>> find_blob(store::Connection& connection, const base::Hash& hash);

}  // namespace xiezhi::app
