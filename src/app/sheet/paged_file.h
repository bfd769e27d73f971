// Bytes on disk that are written once and then read here and there, through a cache of fixed size.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace xiezhi::app::sheet {

/// A file without a name: it is gone when it is closed.
class PagedFile {
 public:
  /// Nothing when no file can be made in the folder.
  static std::optional<PagedFile> make(const std::filesystem::path& folder);
  PagedFile(PagedFile&& other) noexcept;
  PagedFile& operator=(PagedFile&&) = delete;
  PagedFile(const PagedFile&) = delete;
  PagedFile& operator=(const PagedFile&) = delete;
  ~PagedFile();

  /// False when the disk takes no more.
  bool append(std::string_view bytes);
  /// To be called after the last append().
  bool finish() { return flush(); }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// False when the bytes are not all there.
  bool read(std::uint64_t at, char* out, std::size_t count);

 private:
  static constexpr std::size_t kPageBytes = 64 * 1024;
  static constexpr std::size_t kPages = 64;
  struct Page {
    std::int64_t number = -1;
    std::string bytes;
  };

  explicit PagedFile(int file) : file_(file) {}
  bool flush();
  const std::string* page(std::uint64_t number);

  int file_;
  std::uint64_t size_ = 0;
  std::string pending_;
  std::array<Page, kPages> cache_{};
};

}  // namespace xiezhi::app::sheet
