// Checks the whole journal: every entry, the order of every stream, every tree node, every checkpoint, every
// commitment.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/connection.h"

namespace xiezhi::app {

/// A damaged place, such as "leaf 17 (case/…@3)" or "tree_node 4/2", and what is wrong there.
struct JournalProblem {
  std::string place;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(JournalProblem, (), (place, what))

struct JournalReport {
  bool ok = false;
  std::int64_t entries = 0;
  std::int64_t streams = 0;
  std::int64_t commands = 0;
  std::int64_t tree_size = 0;
  std::string root;  ///< hex, of the leaves
  std::int64_t checkpoints = 0;
  std::int64_t tree_nodes = 0;
  std::int64_t pending = 0;  ///< entries without a leaf number
  std::int64_t private_values = 0;
  std::int64_t erased = 0;
  std::int64_t problem_count = 0;
  std::vector<JournalProblem> problems;  ///< at most kMaxListedProblems
};
BOOST_DESCRIBE_STRUCT(JournalReport, (),
                      (ok, entries, streams, commands, tree_size, root, checkpoints, tree_nodes, pending,
                       private_values, erased, problem_count, problems))

inline constexpr std::int64_t kMaxListedProblems = 1000;

struct JournalVerifyOptions {
  std::int64_t now_ms = 0;
  std::int64_t pending_ms = 60'000;         ///< an entry that waits longer for its number is a problem
  std::optional<std::string> verifier_key;  ///< trust this key only ("name+id+base64"), not those the database names
  std::function<void(const std::string&)> progress = [](const std::string&) {};
};

/// Reads one snapshot while others write. The error is that of a database that could not be read at all.
store::DbResult<JournalReport> verify_journal(store::Connection& connection, const JournalVerifyOptions& options);

}  // namespace xiezhi::app
