// Files for blobs and backups: descriptors that close themselves, and what it takes for a file to survive a power cut.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/sha256.h"

namespace xiezhi::app {

struct FileError {
  std::string message;  ///< path, what was tried, and the system's reason
};
template <typename T>
using FileResult = base::Result<T, FileError>;

class FileHandle {
 public:
  /// open(2); `flags` without O_CLOEXEC, which is always set.
  static FileResult<FileHandle> open(const std::string& path, int flags);
  FileHandle(FileHandle&& other) noexcept : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)) {}
  FileHandle& operator=(FileHandle&&) = delete;
  ~FileHandle();

  FileResult<std::int64_t> size() const;
  FileResult<base::Unit> write_at(std::int64_t offset, std::string_view bytes) const;
  FileResult<std::string> read_at(std::int64_t offset, std::size_t length) const;
  FileResult<base::Unit> sync() const;
  /// Waits until no other process or handle holds the lock.
  FileResult<base::Unit> lock() const;
  FileResult<base::Hash> hash() const;

 private:
  FileHandle(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  [[nodiscard]] base::Err<FileError> failed(const char* what) const;

  std::string path_;
  int fd_;
};

FileResult<base::Unit> make_folders(const std::string& path);
FileResult<base::Unit> sync_folder(const std::string& path);
/// Renames a synced file to its place and makes that durable.
FileResult<base::Unit> move_into_place(const std::string& from, const std::string& folder, const std::string& name);

}  // namespace xiezhi::app
