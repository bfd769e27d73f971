// Files that nobody goes on with: uploads left in the middle.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>

namespace xiezhi::app {

/// An upload may be gone on with for a week.
inline constexpr std::chrono::hours kUploadKept{7 * 24};

/// Removes the plain files of a folder (not of folders in it) that were last written longer ago than `kept`. Returns
/// how many; a folder that is not there has none.
std::size_t remove_old_files(const std::filesystem::path& folder, std::chrono::hours kept);

}  // namespace xiezhi::app
