#include "app/backup.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "app/blob_file.h"
#include "app/blobs.h"
#include "base/text.h"
#include "store/backup.h"
#include "store/query.h"
#include "store/sequence.h"
#include "store/transaction.h"

namespace xiezhi::app {
namespace {

using base::Err;
using store::Value;

template <typename T>
using BackupResult = base::Result<T, BackupError>;

template <typename T>
BackupResult<T> on_disk(FileResult<T> result) {
  if (!result.ok()) return Err{BackupError{std::move(result).error().message}};
  return std::move(result).value();
}

template <typename T>
BackupResult<T> in_database(store::DbResult<T> result) {
  if (!result.ok()) return Err{BackupError{result.error().statement + ": " + result.error().message}};
  return std::move(result).value();
}

/// Copies one blob, checking it on the way. False when it is missing or damaged.
BackupResult<bool> copy_blob(const Blobs& from, const Blobs& to, const base::Hash& hash) {
  constexpr std::int64_t kChunk = 1 << 20;
  if (access(from.path(hash).c_str(), R_OK) != 0) return false;
  const auto source = TRY(on_disk(FileHandle::open(from.path(hash), O_RDONLY)));
  const std::string partial = to.path(hash) + ".partial";
  const std::filesystem::path folder = std::filesystem::path(partial).parent_path();
  TRY(on_disk(make_folders(folder.string())));
  base::Sha256 hasher;
  {
    const auto target = TRY(on_disk(FileHandle::open(partial, O_RDWR | O_CREAT | O_TRUNC)));
    for (std::int64_t offset = 0;; offset += kChunk) {
      const std::string chunk = TRY(on_disk(source.read_at(offset, kChunk)));
      hasher.update(chunk);
      TRY(on_disk(target.write_at(offset, chunk)));
      if (chunk.size() < static_cast<std::size_t>(kChunk)) break;
    }
    TRY(on_disk(target.sync()));
  }
  if (hasher.finish() != hash) {
    unlink(partial.c_str());
    return false;
  }
  TRY(on_disk(move_into_place(partial, folder.string(), base::to_hex(hash))));
  return true;
}

BackupResult<base::Unit> copy_blobs(store::Connection& connection, const Blobs& from, const Blobs& to,
                                    BackupReport& report) {
  constexpr std::int64_t kRows = 1000;
  store::Bytes after;
  for (;;) {
    const auto rows = TRY(in_database(connection.run(store::query::kBlobList, {Value(after), Value(kRows)})));
    for (const auto& row : rows) {
      after = store::Bytes{store::bytes(row[0])};
      const auto hash = store::to_hash(row[0]);
      ++report.blobs;
      if (hash && access(to.path(*hash).c_str(), R_OK) == 0) continue;
      if (!hash || !TRY(copy_blob(from, to, *hash))) {
        report.damaged.push_back(base::to_hex(after.data));
      } else {
        ++report.copied;
      }
    }
    if (rows.size() < static_cast<std::size_t>(kRows)) return base::Unit{};
  }
}

}  // namespace

base::Result<BackupReport, BackupError> backup(const std::string& address, const std::string& blob_folder,
                                               const std::string& file) {
  if (access(file.c_str(), F_OK) == 0) return Err{BackupError{file + " exists already"}};
  const std::string partial = file + ".partial";
  unlink(partial.c_str());
  BackupReport report;
  report.file = file;
  TRY(in_database(store::copy_database(address, partial)));
  {
    const auto written = TRY(on_disk(FileHandle::open(partial, O_RDWR)));
    TRY(on_disk(written.sync()));
    report.bytes = TRY(on_disk(written.size()));
  }
  const auto connection = TRY(in_database(store::open(address, store::Access::read)));
  TRY(copy_blobs(*connection, Blobs(blob_folder), Blobs(file + ".blob"), report));
  const std::filesystem::path target = std::filesystem::absolute(file);
  TRY(on_disk(move_into_place(partial, target.parent_path().string(), target.filename().string())));
  report.ok = report.damaged.empty();
  return report;
}

}  // namespace xiezhi::app
