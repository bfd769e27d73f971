#pragma once

#include "app/journal_verify.h"
#include "app/sequencer.h"
#include "store/journal_test_fixture.h"
#include "store/sequence.h"
#include "store/transaction.h"

namespace xiezhi::app {

using store::Access;
using store::Connection;
using store::Engine;
using store::Entry;
using store::make_entry;
using store::Statement;
using store::Value;

inline constexpr std::int64_t kNow = 1'760'000'001'000;

inline SigningKey test_key() { return key_of_seed(std::string(32, 's')); }

inline JournalReport verify(Connection& connection, std::int64_t now_ms = kNow) {
  JournalVerifyOptions options;
  options.now_ms = now_ms;
  auto report = verify_journal(connection, options);
  EXPECT_TRUE(report.ok()) << report.error().statement << ": " << report.error().message;
  return report.ok() ? *report : JournalReport{};
}

inline std::string listed(const JournalReport& report) { return base::to_json(report.problems); }

class SequencerTest : public store::DatabaseTest {};
class TamperTest : public store::DatabaseTest {};
class ProofTest : public store::DatabaseTest {};

}  // namespace xiezhi::app
