// Demonstration data: a province with its bureaus, officers, enterprises, inspections and cases, entered through the
// same append path as everything else, so that every guard has looked at it. One seed and day give the same people,
// files and days; salts and the accounts' password are fresh.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>

#include "app/demo/runner.h"

namespace xiezhi::app::demo {

struct DemoOptions {
  std::string database;  ///< address as store::open takes it; the schema is brought up to date
  std::string data;      ///< folder of the signing key and blobs
  const core::law::Pack* pack = nullptr;
  base::Instant now;   ///< everything happens before this day
  bool small = false;  ///< two counties and one file in each state, for tests
  std::uint64_t seed = 20210901;
  std::string accounts_file;  ///< where names and passwords are written
  Progress progress = [](const std::string&) {};
};

struct DemoCounts {
  bool already_there = false;  ///< the database has bodies: nothing was done
  std::int64_t bodies = 0;
  std::int64_t officers = 0;
  std::int64_t enterprises = 0;
  std::int64_t inspections = 0;
  std::int64_t cases = 0;
  std::int64_t commands = 0;
  std::int64_t accounts = 0;
};
BOOST_DESCRIBE_STRUCT(DemoCounts, (),
                      (already_there, bodies, officers, enterprises, inspections, cases, commands, accounts))

/// Fills an empty database. The error is a sentence for the operator; what was done up to it stays.
base::Result<DemoCounts, std::string> make_demo(const DemoOptions& options);

}  // namespace xiezhi::app::demo
