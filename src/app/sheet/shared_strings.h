// The strings that the cells of a workbook share. There may be millions: they stand on disk.
#pragma once

#include "app/sheet/paged_file.h"
#include "app/sheet/zip_part.h"

namespace xiezhi::app::sheet {

class SharedStrings {
 public:
  /// Reads `part` of the archive into files without a name in `folder`. A workbook without the part shares none.
  static SheetResult<SharedStrings> read(const std::string& archive, const std::string& part,
                                         const std::filesystem::path& folder);

  [[nodiscard]] std::uint64_t count() const { return ends_.size() / sizeof(std::uint64_t); }
  /// Nothing when there is none of that number.
  std::optional<std::string> at(std::uint64_t number);

 private:
  friend class StringsHandler;
  SharedStrings(PagedFile text, PagedFile ends) : text_(std::move(text)), ends_(std::move(ends)) {}
  bool add(std::string_view text);
  std::optional<std::uint64_t> end_of(std::uint64_t number);

  PagedFile text_;
  PagedFile ends_;  ///< of each string the byte after it, as 8 bytes of this machine
};

}  // namespace xiezhi::app::sheet
