// One part of a ZIP archive as a stream, within limits: an archive may come from anybody.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "app/sheet/record.h"
#include "base/result.h"

namespace xiezhi::app::sheet {

template <typename T>
using SheetResult = base::Result<T, SheetFault>;

inline constexpr std::uint64_t kLargestPart = std::uint64_t{4} << 30;
/// Beyond the first 16 MiB a part may not unpack to more than 200 times what it takes: sheets reach 50, bombs 1000.
inline constexpr std::uint64_t kFreelyUnpacked = std::uint64_t{16} << 20;
inline constexpr std::uint64_t kLargestRatio = 200;
inline constexpr std::uint64_t kMostParts = 10'000;

class ZipPart {
 public:
  /// Nothing when the archive has no such part; the error when it is none, damaged, encrypted or beyond the limits.
  static SheetResult<std::optional<ZipPart>> open(const std::string& archive, const std::string& name);

  /// The next bytes; 0 at the end, where the checksum has been compared.
  SheetResult<std::size_t> read(char* buffer, std::size_t size);
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  struct Closer {
    void operator()(void* archive) const;
  };

  std::unique_ptr<void, Closer> archive_;
  std::string name_;
  std::uint64_t size_ = 0;
};

}  // namespace xiezhi::app::sheet
