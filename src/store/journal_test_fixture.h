#pragma once

#include "base/text.h"
#include "core/journal/format.h"
#include "store/journal.h"
#include "store/test_database.h"

namespace xiezhi::store {

inline Entry make_entry(const std::string& stream, std::int64_t version, const std::string& command = "c-1") {
  Entry out;
  out.command_id = command;
  out.stream = stream;
  out.version = version;
  out.type = "thing_done.1";
  out.actor = "officer-1";
  out.occurred_at = base::Instant{1'760'000'000'000};
  out.recorded_at = base::Instant{1'760'000'000'500};
  out.core_version = "0.1.0";
  out.division = "230102";
  out.suite = core::journal::kSuite;
  out.payload = base::Json(base::Json::Object{{"name", base::Json("龙煤")}, {"step", base::Json(version)}});
  return out;
}

class JournalTest : public DatabaseTest {};

}  // namespace xiezhi::store
