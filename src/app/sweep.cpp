#include "app/sweep.h"

namespace xiezhi::app {

std::size_t remove_old_files(const std::filesystem::path& folder, std::chrono::hours kept) {
  const auto limit = std::filesystem::file_time_type::clock::now() - kept;
  std::size_t removed = 0;
  std::error_code failure;
  // A file that is gone by the time it is looked at is somebody else's success.
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
    std::error_code ignored;
    if (!entry.is_regular_file(ignored) || ignored) continue;
    const auto written = entry.last_write_time(ignored);
    if (ignored || written >= limit) continue;
    if (std::filesystem::remove(entry.path(), ignored)) ++removed;
  }
  return removed;
}

}  // namespace xiezhi::app
