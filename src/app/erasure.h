// Erasing personal data: the values go, the commitments in the journal stay, so that proofs and rebuilds hold.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "store/connection.h"

namespace xiezhi::app {

struct ErasureRequest {
  std::string stream;                ///< "<kind>/<id>": the file whose entries name the values
  std::optional<std::string> value;  ///< only values that are this text; absent: all of the file
  std::string officer;               ///< who orders it: an administrator in service
  std::string reason;
  base::Instant now;
};

struct ErasureReport {
  std::string stream;
  std::int64_t personal = 0;  ///< values of the file that were still there
  std::int64_t erased = 0;
  bool overwritten = false;  ///< and no byte of them is left in the database's files
};
BOOST_DESCRIBE_STRUCT(ErasureReport, (), (stream, personal, erased, overwritten))

/// The error is a sentence for the operator. Nothing to erase is no error.
base::Result<ErasureReport, std::string> erase_personal_data(store::Connection& connection,
                                                             const ErasureRequest& request);

/// The files whose entries name a value that is this text.
store::DbResult<std::vector<std::string>> streams_with_value(store::Connection& connection, const std::string& value);

}  // namespace xiezhi::app
