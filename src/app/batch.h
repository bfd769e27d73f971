// Commands inside one open transaction: read, lock, decide, collect; then everything is written in one round trip.
#pragma once

#include <set>
#include <span>

#include "app/writer.h"
#include "core/engine/engine.h"

namespace xiezhi::app {

class Batch {
 public:
  Batch(store::Connection& connection, const WriterOptions& options, bool check_ids)
      : connection_(connection), options_(options), check_ids_(check_ids) {}

  /// Replies in the order of the commands; an error means that the transaction must be rolled back.
  store::DbResult<std::vector<CommandReply>> run(std::span<const Waiting> commands);
  /// After the commit: the new states go into the cache.
  void publish();

 private:
  store::DbResult<CommandReply> execute(const Waiting& waiting);
  store::DbResult<CommandReply> decide(const Waiting& waiting, const std::string& body_hash);
  store::DbResult<std::optional<CommandReply>> earlier_answer(const Waiting& waiting, const std::string& body_hash);
  /// Locks streams and loads their states into `held_`.
  store::DbStatus hold(std::vector<std::string> streams);
  /// Streams that a command surely or probably looks at, so that one lock takes them all.
  void guess(const Waiting& waiting, std::set<std::string>& streams) const;
  store::DbResult<core::engine::Answer> ask(const core::engine::Input& input, core::engine::World& world);
  store::DbResult<bool> permitted(const Waiting& waiting, const core::engine::Input& input);
  /// Whether the caller knows every blob that the command names and that is here.
  store::DbResult<bool> may_refer(const Waiting& waiting);
  /// Puts the model into the payload of a benchmark that is saved; why it cannot be read.
  static std::optional<CommandReply> compile(const Waiting& waiting, core::engine::Input& input);
  /// Whether it put a number into the payload.
  store::DbResult<bool> number_for(const Waiting& waiting, core::engine::Input& input);
  CommandReply record(const Waiting& waiting, const core::engine::Input& input, const core::engine::World& world,
                      core::engine::Answer answer, const std::string& body_hash);

  store::Connection& connection_;
  const WriterOptions& options_;
  bool check_ids_;
  HeldLawPtr law_;                         ///< keeps pack_ alive; null when the pack is fixed
  const core::law::Pack* pack_ = nullptr;  ///< the law of this transaction
  std::map<std::string, core::engine::Loaded> held_;
  std::set<std::string> changed_;
  std::vector<core::journal::Entry> entries_;
  std::vector<core::journal::PrivateValue> private_values_;
  std::vector<store::Call> calls_;
};

}  // namespace xiezhi::app
