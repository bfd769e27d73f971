#include "app/sheet/zip_part.h"

#include <minizip/unzip.h>

#include <algorithm>

namespace xiezhi::app::sheet {
namespace {

base::Err<SheetFault> broken(const std::string& name) {
  return base::Err{SheetFault{"import.workbook", "文件已损坏，无法读取其中的 " + name}};
}

base::Err<SheetFault> beyond(const std::string& why) { return base::Err{SheetFault{"import.limit", why}}; }

bool bomb(const unz_file_info64& info) {
  return info.uncompressed_size > kFreelyUnpacked &&
         info.uncompressed_size / kLargestRatio > std::max<std::uint64_t>(info.compressed_size, 1);
}

}  // namespace

void ZipPart::Closer::operator()(void* archive) const {
  unzCloseCurrentFile(archive);
  unzClose(archive);
}

SheetResult<std::optional<ZipPart>> ZipPart::open(const std::string& archive, const std::string& name) {
  constexpr int kCaseSensitive = 1;
  constexpr std::uint64_t kEncrypted = 1;
  ZipPart out;
  out.archive_.reset(unzOpen64(archive.c_str()));
  out.name_ = name;
  unz_global_info64 whole{};
  if (!out.archive_ || unzGetGlobalInfo64(out.archive_.get(), &whole) != UNZ_OK) {
    return base::Err{SheetFault{"import.workbook", "不是 XLSX 文件，或者文件不完整"}};
  }
  if (whole.number_entry > kMostParts) return beyond("压缩包内的文件过多");
  const int found = unzLocateFile(out.archive_.get(), name.c_str(), kCaseSensitive);
  if (found == UNZ_END_OF_LIST_OF_FILE) return std::optional<ZipPart>();
  unz_file_info64 info{};
  if (found != UNZ_OK ||
      unzGetCurrentFileInfo64(out.archive_.get(), &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) {
    return broken(name);
  }
  if ((info.flag & kEncrypted) != 0) {
    return base::Err{SheetFault{"import.workbook", "文件加了密码，请取消密码后另存"}};
  }
  if (info.uncompressed_size > kLargestPart) return beyond("解压后超过 4 GB：" + name);
  if (bomb(info)) return beyond("压缩比异常，拒绝解压：" + name);
  if (unzOpenCurrentFile(out.archive_.get()) != UNZ_OK) return broken(name);
  out.size_ = info.uncompressed_size;
  return std::optional(std::move(out));
}

SheetResult<std::size_t> ZipPart::read(char* buffer, std::size_t size) {
  constexpr std::size_t kPiece = std::size_t{1} << 20;
  const int got = unzReadCurrentFile(archive_.get(), buffer, static_cast<unsigned>(std::min(size, kPiece)));
  if (got < 0) return broken(name_);
  if (got == 0 && unzCloseCurrentFile(archive_.get()) == UNZ_CRCERROR) return broken(name_);
  return static_cast<std::size_t>(got);
}

}  // namespace xiezhi::app::sheet
