#include "app/sheet/paged_file.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace xiezhi::app::sheet {
namespace {

constexpr std::size_t kWriteBytes = 256 * 1024;

}  // namespace

std::optional<PagedFile> PagedFile::make(const std::filesystem::path& folder) {
  std::string path = (folder / "sheet-XXXXXX").string();
  const int file = mkstemp(path.data());
  if (file < 0) return std::nullopt;
  unlink(path.c_str());
  return PagedFile(file);
}

PagedFile::PagedFile(PagedFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      size_(other.size_),
      pending_(std::move(other.pending_)),
      cache_(std::move(other.cache_)) {}

PagedFile::~PagedFile() {
  if (file_ >= 0) close(file_);
}

bool PagedFile::append(std::string_view bytes) {
  pending_ += bytes;
  size_ += bytes.size();
  return pending_.size() < kWriteBytes || flush();
}

bool PagedFile::flush() {
  std::size_t done = 0;
  while (done < pending_.size()) {
    const auto wrote = write(file_, pending_.data() + done, pending_.size() - done);
    if (wrote <= 0) return false;
    done += static_cast<std::size_t>(wrote);
  }
  pending_.clear();
  return true;
}

const std::string* PagedFile::page(std::uint64_t number) {
  Page& slot = cache_[number % kPages];
  if (slot.number == static_cast<std::int64_t>(number)) return &slot.bytes;
  slot.bytes.resize(kPageBytes);
  const auto got = pread(file_, slot.bytes.data(), kPageBytes, static_cast<off_t>(number * kPageBytes));
  slot.number = got < 0 ? -1 : static_cast<std::int64_t>(number);
  if (got < 0) return nullptr;
  slot.bytes.resize(static_cast<std::size_t>(got));
  return &slot.bytes;
}

bool PagedFile::read(std::uint64_t at, char* out, std::size_t count) {
  while (count > 0) {
    const std::string* bytes = page(at / kPageBytes);
    const auto from = static_cast<std::size_t>(at % kPageBytes);
    if (bytes == nullptr || from >= bytes->size()) return false;
    const std::size_t piece = std::min(count, bytes->size() - from);
    std::copy_n(bytes->data() + from, piece, out);
    out += piece;
    at += piece;
    count -= piece;
  }
  return true;
}

}  // namespace xiezhi::app::sheet
