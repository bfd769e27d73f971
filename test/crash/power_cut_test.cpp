// The power goes at the k-th write, for every k of a run with commands, sequencing and a checkpoint of the WAL.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <limits>

#include "app/sequencer.h"
#include "crash/check.h"
#include "crash/workload.h"
#include "power_cut_vfs.h"

namespace xiezhi::crash {
namespace {

namespace fs = std::filesystem;
using store::Access;
using store::Statement;

constexpr int kCommands = 8;
constexpr Statement sqlite_only(std::string_view sql) { return Statement{"pragma", sql, {}}; }
constexpr Statement kCheckpoint = sqlite_only("PRAGMA wal_checkpoint(TRUNCATE)");
constexpr Statement kIntegrity = sqlite_only("PRAGMA integrity_check");

class PowerCut : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "template");
    MUST(store::migrate("sqlite:" + (folder_ / "template/db").string()));
  }
  void TearDown() override { fs::remove_all(folder_); }

  /// Runs until the power goes; returns what was acknowledged.
  Acknowledged run(std::int64_t writes, const Statement* setting) {
    fs::remove_all(folder_ / "run");
    fs::copy(folder_ / "template", folder_ / "run");
    arm_power_cut(writes);
    Acknowledged out;
    auto db = store::open("sqlite:" + (folder_ / "run/db").string() + "?vfs=" + kPowerCutVfs, Access::write);
    if (!db.ok()) return out;
    if (setting != nullptr) (void)db.value()->run(*setting, {});
    work(*db.value(), out);
    return out;
  }

  /// Opens what the disk has after the cut.
  std::unique_ptr<store::Connection> restart(Unsynced unsynced, std::uint64_t seed) {
    fs::remove_all(folder_ / "after");
    fs::create_directories(folder_ / "after");
    save_disk((folder_ / "after").string(), unsynced, seed);
    arm_power_cut(std::numeric_limits<std::int64_t>::max());  // the power is back; still without waiting for a disk
    auto db = store::open("sqlite:" + (folder_ / "after/db").string() + "?vfs=" + kPowerCutVfs, Access::write);
    EXPECT_TRUE(db.ok()) << (db.ok() ? "" : db.error().message);
    return db.ok() ? std::move(db).value() : nullptr;
  }

  /// Cuts at every write of a run under the setting; returns how many acknowledged commands were lost in all.
  std::int64_t lost_over_all_cuts(const Statement* setting) {
    (void)run(std::numeric_limits<std::int64_t>::max(), setting);
    const std::int64_t last = writes_done();
    std::int64_t count = 0;
    for (std::int64_t k = 0; k <= last; ++k) {
      const auto acknowledged = run(k, setting);
      const auto db = restart(Unsynced::dropped, 0);
      if (db != nullptr) count += lost(*db, acknowledged);
    }
    return count;
  }

 private:
  static void work(store::Connection& db, Acknowledged& out) {
    Random random(7);
    const auto key = app::key_of_seed(std::string(32, 'k'));
    for (int i = 0; i < kCommands; ++i) {
      const std::string id = "c-" + std::to_string(i);
      const auto written = write_command(db, {"officer-1", "r"}, id, random);
      if (!written.ok()) return;
      out[id] = *written;
      if (i == 3 && !app::sequence_all(db, key, 1).ok()) return;
      if (i == 5 && !db.run(kCheckpoint, {}).ok()) return;
    }
  }

  const fs::path folder_ = fs::temp_directory_path() / ("xiezhi_power_" + std::to_string(getpid()));
};

void expect_whole(store::Connection& db, const Acknowledged& acknowledged, std::int64_t k) {
  for (const auto& complaint : complaints(db, acknowledged)) ADD_FAILURE() << "cut at write " << k << ": " << complaint;
  const auto integrity = db.run(kIntegrity, {});
  ASSERT_TRUE(integrity.ok());
  EXPECT_EQ(store::text((*integrity)[0][0]), "ok") << "cut at write " << k;
}

TEST_F(PowerCut, AcknowledgedCommandsSurviveEveryCut) {
  const auto all = run(std::numeric_limits<std::int64_t>::max(), nullptr);
  ASSERT_EQ(all.size(), static_cast<std::size_t>(kCommands));
  const std::int64_t last = writes_done();
  ASSERT_GT(last, 100);
  std::size_t most = 0;
  for (std::int64_t k = 0; k <= last; ++k) {
    const auto acknowledged = run(k, nullptr);
    most = std::max(most, acknowledged.size());
    for (const auto unsynced : {Unsynced::dropped, Unsynced::partly}) {
      const auto db = restart(unsynced, static_cast<std::uint64_t>(k));
      ASSERT_NE(db, nullptr) << "cut at write " << k;
      expect_whole(*db, acknowledged, k);
      if (HasFailure()) return;
    }
  }
  EXPECT_EQ(most, static_cast<std::size_t>(kCommands));
  RecordProperty("cuts", static_cast<int>(last));
}

// The test above can fail: with weaker settings, which opening refuses, the same cuts lose acknowledged commands.
TEST_F(PowerCut, WithoutSyncAcknowledgedCommandsAreLost) {
  const Statement off = sqlite_only("PRAGMA synchronous=OFF");
  EXPECT_GT(lost_over_all_cuts(&off), 0);
}

TEST_F(PowerCut, WithSynchronousNormalAcknowledgedCommandsAreLost) {
  const Statement normal = sqlite_only("PRAGMA synchronous=NORMAL");
  EXPECT_GT(lost_over_all_cuts(&normal), 0);
}

}  // namespace
}  // namespace xiezhi::crash
