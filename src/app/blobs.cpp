#include "app/blobs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/blob_file.h"
#include "base/text.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using base::Err;
using store::Value;

template <typename T>
BlobResult<T> on_disk(FileResult<T> result) {
  if (!result.ok()) return Err{BlobError{BlobErrorKind::disk, std::move(result).error().message, 0}};
  return std::move(result).value();
}

std::optional<std::int64_t> size_of(const std::string& path) {
  struct stat about {};
  if (stat(path.c_str(), &about) != 0) return std::nullopt;
  return std::int64_t{about.st_size};
}

Value hash_value(const base::Hash& hash) { return Value(store::Bytes{std::string(base::as_bytes(hash))}); }

}  // namespace

std::string Blobs::path(const base::Hash& hash) const {
  const std::string name = base::to_hex(hash);
  return folder_ + "/" + name.substr(0, 2) + "/" + name;
}

std::string Blobs::partial_path(const Upload& upload) const {
  return folder_ + "/partial/" + base::to_hex(upload.hash) + "." + upload.officer;
}

BlobResult<std::int64_t> Blobs::received(const Upload& upload) const {
  if (upload.known) {
    if (const auto size = size_of(path(upload.hash))) return *size;
  }
  return size_of(partial_path(upload)).value_or(0);
}

BlobResult<std::int64_t> Blobs::append(const Upload& upload, std::int64_t offset, std::string_view chunk,
                                       const base::Hash& chunk_hash) const {
  if (base::sha256(chunk) != chunk_hash) {
    return Err{BlobError{BlobErrorKind::digest, "the chunk is not what was announced", TRY(received(upload))}};
  }
  if (upload.known) {
    if (const auto complete = size_of(path(upload.hash))) return *complete;
  }
  TRY(on_disk(make_folders(folder_ + "/partial")));
  const auto file = TRY(on_disk(FileHandle::open(partial_path(upload), O_RDWR | O_CREAT)));
  TRY(on_disk(file.lock()));
  const std::int64_t size = TRY(on_disk(file.size()));
  if (offset != size) return Err{BlobError{BlobErrorKind::offset, "the upload stands elsewhere", size}};
  TRY(on_disk(file.write_at(offset, chunk)));
  return size + static_cast<std::int64_t>(chunk.size());
}

BlobResult<std::int64_t> Blobs::finish(store::Connection& connection, const Upload& upload,
                                       const std::string& media_type, std::int64_t now_ms) const {
  const std::string partial = partial_path(upload);
  if (upload.known) {
    if (const auto complete = size_of(path(upload.hash))) return *complete;
  }
  if (!size_of(partial)) return Err{BlobError{BlobErrorKind::missing, "nothing was uploaded", 0}};
  const auto file = TRY(on_disk(FileHandle::open(partial, O_RDWR)));
  TRY(on_disk(file.lock()));
  const std::int64_t size = TRY(on_disk(file.size()));
  if (TRY(on_disk(file.hash())) != upload.hash) {
    unlink(partial.c_str());  // nothing that is appended can repair it
    return Err{BlobError{BlobErrorKind::digest, "the whole is not what was announced", 0}};
  }
  TRY(on_disk(file.sync()));
  // The same bytes may be there already; the name is theirs, so nothing changes by putting them there again.
  const std::string name = base::to_hex(upload.hash);
  TRY(on_disk(move_into_place(partial, folder_ + "/" + name.substr(0, 2), name)));
  const auto in_database = [&](const auto& done) -> BlobResult<base::Unit> {
    if (!done.ok()) return Err{BlobError{BlobErrorKind::database, done.error().message, size}};
    return base::Unit{};
  };
  TRY(in_database(connection.begin(store::Access::write)));
  const std::vector<store::Call> rows{
      {&store::query::kBlobInsert, {hash_value(upload.hash), Value(size), Value(media_type), Value(now_ms)}},
      {&store::query::kBlobUploadInsert, {Value(name), Value(upload.officer), Value(now_ms)}}};
  TRY(in_database(connection.commit(rows)));
  return size;
}

BlobResult<std::string> Blobs::read(const base::Hash& hash, std::int64_t offset, std::int64_t length) const {
  VERIFY(offset >= 0 && length >= 0);
  if (!size_of(path(hash))) return Err{BlobError{BlobErrorKind::missing, "no such blob", 0}};
  const auto file = TRY(on_disk(FileHandle::open(path(hash), O_RDONLY)));
  return on_disk(file.read_at(offset, static_cast<std::size_t>(length)));
}

store::DbResult<std::optional<BlobRow>> find_blob(store::Connection& connection, const base::Hash& hash) {
  const auto rows = TRY(connection.run(store::query::kBlobFind, {hash_value(hash)}));
  if (rows.empty()) return std::optional<BlobRow>();
  return std::optional(BlobRow{store::integer(rows[0][0]), store::text(rows[0][1]), store::integer(rows[0][2])});
}

}  // namespace xiezhi::app
