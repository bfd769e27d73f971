// A backup while the server runs: first the database, then the blobs it names (each is on disk before its row is
// written).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace xiezhi::app {

struct BackupReport {
  bool ok = false;
  std::string file;
  std::int64_t bytes = 0;
  std::int64_t blobs = 0;            ///< named by the database
  std::int64_t copied = 0;           ///< of them not yet in the backup's folder
  std::vector<std::string> damaged;  ///< missing, or not what their name says
};
BOOST_DESCRIBE_STRUCT(BackupReport, (), (ok, file, bytes, blobs, copied, damaged))

struct BackupError {
  std::string message;
};

/// Writes the database to `file`, and the blobs of `blob_folder` to the folder `file` + ".blob", where those of an
/// earlier backup are kept. What an unfinished backup leaves has the ending ".partial".
base::Result<BackupReport, BackupError> backup(const std::string& address, const std::string& blob_folder,
                                               const std::string& file);

}  // namespace xiezhi::app
