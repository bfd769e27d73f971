#pragma once

#include <filesystem>
#include <fstream>

#include "app/backup.h"
#include "app/blobs.h"
#include "app/sequencer_test_fixture.h"

namespace xiezhi::app {

/// A database with entries and one blob, and a folder for its backup.
class BackupTest : public store::DatabaseTest {
 protected:
  void SetUp() override {
    DatabaseTest::SetUp();
    if (HasFatalFailure()) return;
    std::filesystem::create_directories(folder_);
    source_ = connection();
    MUST(store::append(*source_, std::vector{make_entry("case/a", 1), make_entry("case/a", 2)}));
    MUST(sequence_all(*source_, test_key(), kNow));
    MUST(blobs_.append({hash_, "a"}, 0, "photo", base::sha256("photo")));
    MUST(blobs_.finish(*source_, {hash_, "a"}, "image/jpeg", kNow));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  base::Result<BackupReport, BackupError> run() { return backup(address(), folder_ + "/blob", file_); }

  const std::string folder_ =
      (std::filesystem::temp_directory_path() / ("xiezhi_backup_" + std::to_string(getpid()))).string();
  const std::string file_ = folder_ + "/backup";
  const Blobs blobs_{folder_ + "/blob"};
  const base::Hash hash_ = base::sha256("photo");
  std::unique_ptr<Connection> source_;
};

}  // namespace xiezhi::app
