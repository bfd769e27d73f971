#include "app/sweep.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace xiezhi::app {
namespace {

TEST(Sweep, RemovesOnlyFilesThatNobodyWroteForLong) {
  const auto folder = std::filesystem::temp_directory_path() / ("xiezhi_sweep_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder / "kept");
  for (const char* name : {"old", "fresh", "kept/old"}) std::ofstream(folder / name) << "x";
  const auto now = std::filesystem::file_time_type::clock::now();
  std::filesystem::last_write_time(folder / "old", now - std::chrono::hours(169));
  std::filesystem::last_write_time(folder / "fresh", now - std::chrono::hours(167));
  std::filesystem::last_write_time(folder / "kept/old", now - std::chrono::hours(169));
  EXPECT_EQ(remove_old_files(folder, kUploadKept), 1u);
  EXPECT_FALSE(std::filesystem::exists(folder / "old"));
  EXPECT_TRUE(std::filesystem::exists(folder / "fresh"));
  EXPECT_TRUE(std::filesystem::exists(folder / "kept/old"));
  EXPECT_EQ(remove_old_files(folder / "missing", kUploadKept), 0u);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace xiezhi::app
