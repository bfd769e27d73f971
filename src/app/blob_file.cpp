#include "app/blob_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace xiezhi::app {
namespace {

base::Err<FileError> failure(const std::string& path, const char* what) {
  return base::Err{FileError{path + ": " + what + ": " + std::strerror(errno)}};
}

}  // namespace

FileResult<FileHandle> FileHandle::open(const std::string& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC, 0640);
  if (fd < 0) return failure(path, "open");
  return FileHandle(path, fd);
}

FileHandle::~FileHandle() {
  if (fd_ >= 0) ::close(fd_);
}

base::Err<FileError> FileHandle::failed(const char* what) const { return failure(path_, what); }

FileResult<std::int64_t> FileHandle::size() const {
  struct stat about {};
  if (fstat(fd_, &about) != 0) return failed("stat");
  return std::int64_t{about.st_size};
}

FileResult<base::Unit> FileHandle::write_at(std::int64_t offset, std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t done = pwrite(fd_, bytes.data(), bytes.size(), offset);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return failed("write");
    bytes.remove_prefix(static_cast<std::size_t>(done));
    offset += done;
  }
  return base::Unit{};
}

FileResult<std::string> FileHandle::read_at(std::int64_t offset, std::size_t length) const {
  std::string out(length, '\0');
  std::size_t used = 0;
  while (used < length) {
    const ssize_t done = pread(fd_, out.data() + used, length - used, offset + static_cast<std::int64_t>(used));
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return failed("read");
    if (done == 0) break;
    used += static_cast<std::size_t>(done);
  }
  out.resize(used);
  return out;
}

FileResult<base::Unit> FileHandle::sync() const {
  if (fsync(fd_) != 0) return failed("fsync");
  return base::Unit{};
}

FileResult<base::Unit> FileHandle::lock() const {
  while (flock(fd_, LOCK_EX) != 0) {
    if (errno != EINTR) return failed("lock");
  }
  return base::Unit{};
}

FileResult<base::Hash> FileHandle::hash() const {
  constexpr std::size_t kChunk = 1 << 20;
  base::Sha256 hasher;
  for (std::int64_t offset = 0;;) {
    const std::string chunk = TRY(read_at(offset, kChunk));
    hasher.update(chunk);
    offset += static_cast<std::int64_t>(chunk.size());
    if (chunk.size() < kChunk) return hasher.finish();
  }
}

FileResult<base::Unit> make_folders(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return base::Err{FileError{path + ": create folder: " + error.message()}};
  return base::Unit{};
}

FileResult<base::Unit> sync_folder(const std::string& path) {
  const auto folder = TRY(FileHandle::open(path, O_RDONLY | O_DIRECTORY));
  return folder.sync();
}

FileResult<base::Unit> move_into_place(const std::string& from, const std::string& folder, const std::string& name) {
  TRY(make_folders(folder));
  const std::string to = folder + "/" + name;
  if (std::rename(from.c_str(), to.c_str()) != 0) return failure(to, "rename");
  TRY(sync_folder(folder));
  // The folder itself may be new, too.
  return sync_folder(std::filesystem::path(folder).parent_path().string());
}

}  // namespace xiezhi::app
