#include "app/sequencer.h"

#include <chrono>

#include "base/text.h"
#include "core/journal/note.h"
#include "core/journal/tree.h"
#include "store/sequence.h"
#include "store/transaction.h"

namespace xiezhi::app {
namespace {

using core::journal::Hash;
using core::journal::Node;
using core::journal::TreeBuilder;
using store::Access;
using store::DbError;
using store::DbErrorKind;
using store::DbResult;

/// What a round starts from: the oldest new entries and the right edge of the tree.
struct Start {
  store::PendingBatch batch;
  std::int64_t size = 0;
  std::map<Node, Hash> edge;
};

DbResult<Start> read_start(store::Connection& connection, std::int64_t limit) {
  return store::in_transaction(connection, Access::read, [&]() -> DbResult<Start> {
    Start out;
    out.batch = TRY(store::read_pending(connection, limit));
    if (out.batch.entries.empty()) return out;
    out.size = TRY(store::tree_size(connection));
    out.edge = TRY(store::read_nodes(connection, core::journal::frontier(out.size)));
    for (const auto& range : core::journal::frontier(out.size)) {
      for (std::int64_t i = range.first; i <= range.last; ++i) {
        if (out.edge.contains(Node{range.level, i})) continue;
        return base::Err{DbError{DbErrorKind::refused, "sequence",
                                 "tree node " + std::to_string(range.level) + "/" + std::to_string(i) + " is missing"}};
      }
    }
    return out;
  });
}

store::Sequenced grow(const Start& start) {
  TreeBuilder tree(start.size, [&](Node node) { return start.edge.find(node)->second; });
  store::Sequenced out;
  out.base = start.size;
  out.batch = &start.batch;
  for (const auto& entry : start.batch.entries) {
    out.hashes.push_back(core::journal::leaf_hash(entry.leaf));
    tree.add(out.hashes.back(), out.nodes);
  }
  out.checkpoint.tree_size = tree.size();
  out.checkpoint.root = tree.root();
  return out;
}

}  // namespace

DbResult<std::int64_t> sequence_once(store::Connection& connection, const SigningKey& key, std::int64_t now_ms,
                                     std::int64_t limit) {
  if (!TRY(store::any_pending(connection))) return std::int64_t{0};
  if (!TRY(store::hold_sequencer(connection))) return std::int64_t{0};
  const Start start = TRY(read_start(connection, limit));
  if (start.batch.entries.empty()) return std::int64_t{0};
  // Hashing is done before the transaction, so that other writers do not wait for it.
  store::Sequenced sequenced = grow(start);
  return store::in_transaction(connection, Access::write, [&]() -> DbResult<std::int64_t> {
    const std::string proposed = "xiezhi.invalid/" + base::to_hex(random_bytes(8));
    const std::string origin = TRY(store::log_origin(connection, proposed, now_ms));
    TRY(store::register_key(connection, key.public_key, now_ms));
    sequenced.checkpoint.recorded_at = now_ms;
    sequenced.checkpoint.note = core::journal::sign_checkpoint(
        {origin, sequenced.checkpoint.tree_size, sequenced.checkpoint.root}, {origin, key.public_key},
        [&](std::string_view message) { return key.sign(message); });
    TRY(store::write_sequence(connection, sequenced));
    return static_cast<std::int64_t>(sequenced.hashes.size());
  });
}

DbResult<std::int64_t> sequence_all(store::Connection& connection, const SigningKey& key, std::int64_t now_ms) {
  constexpr std::int64_t kLimit = 20'000;
  std::int64_t total = 0;
  for (;;) {
    const std::int64_t done = TRY(sequence_once(connection, key, now_ms, kLimit));
    if (done == 0) return total;
    total += done;
  }
}

Sequencer::Sequencer(SequencerOptions options) : options_(std::move(options)), thread_([this] { run(); }) {}

Sequencer::~Sequencer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Sequencer::notify() {
  {
    const std::lock_guard lock(mutex_);
    if (notified_) return;
    notified_ = true;
  }
  wake_.notify_one();
}

bool Sequencer::round(std::unique_ptr<store::Connection>& connection) {
  if (connection == nullptr) {
    auto opened = store::open(options_.address, Access::write);
    if (!opened.ok()) {
      options_.on_error(opened.error());
      return false;
    }
    connection = std::move(opened).value();
  }
  const auto done = sequence_once(*connection, options_.key, options_.now_ms(), options_.batch);
  if (done.ok()) return *done == options_.batch;
  if (done.error().kind == DbErrorKind::retry) return false;  // overtaken or busy: the next round will do
  options_.on_error(done.error());
  if (done.error().kind == DbErrorKind::unavailable) connection = nullptr;
  return false;
}

void Sequencer::run() {
  const std::chrono::milliseconds interval(options_.interval_ms);
  std::unique_ptr<store::Connection> connection;
  std::unique_lock lock(mutex_);
  for (;;) {
    const bool last = stopping_;
    notified_ = false;
    lock.unlock();
    const auto started = std::chrono::steady_clock::now();
    while (round(connection)) {
    }
    lock.lock();
    if (last) return;
    // Whoever commits next wakes us; who commits in another process is found after an interval.
    wake_.wait_until(lock, started + interval, [&] { return stopping_; });
    if (!stopping_ && !notified_) wake_.wait_for(lock, interval / 2, [&] { return stopping_ || notified_; });
  }
}

}  // namespace xiezhi::app
