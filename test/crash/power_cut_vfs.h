// A SQLite VFS that can lose power. Files live on the real disk while the machine "runs"; beside them it keeps what a
// cut would leave: the bytes covered by the last xSync of each file, and of the writes since none, or a random part.
#pragma once

#include <cstdint>
#include <string>

namespace xiezhi::crash {

inline constexpr const char* kPowerCutVfs = "powercut";

/// What becomes of the writes that no sync covers.
enum class Unsynced : std::uint8_t {
  dropped,  ///< none reaches the disk
  partly    ///< each 512-byte sector of each does or does not, by the seed
};

/// Registers the VFS (once) and starts over: after `writes` writes the power goes, and everything fails from then on.
void arm_power_cut(std::int64_t writes);
/// Writes since arming, up to the cut.
std::int64_t writes_done();
/// Puts the files as the disk has them after the cut into a folder, under their own names.
void save_disk(const std::string& folder, Unsynced unsynced, std::uint64_t seed);

}  // namespace xiezhi::crash
