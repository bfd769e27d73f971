#include "crash/workload.h"

#include <set>

#include "base/sha256.h"
#include "core/journal/format.h"
#include "store/journal.h"

namespace xiezhi::crash {
namespace {

using store::Call;
using store::Entry;

constexpr std::int64_t kNow = 1'760'000'000'000;

Entry entry(const Writer& writer, const std::string& command_id, const std::string& stream, std::int64_t version,
            const std::string& commitment) {
  Entry out;
  out.command_id = command_id;
  out.stream = stream;
  out.version = version;
  out.type = "thing_done.1";
  out.actor = writer.actor;
  out.occurred_at = base::Instant{kNow};
  out.recorded_at = base::Instant{kNow};
  out.core_version = "0.1.0";
  out.division = "230102";
  out.suite = core::journal::kSuite;
  out.payload =
      base::Json(base::Json::Object{{"contact", base::Json(commitment)}, {"note", base::Json(std::string(200, 'n'))}});
  return out;
}

std::vector<Call> calls_of(store::Engine engine, const Writer& writer, const std::string& command_id,
                           const std::vector<store::StreamVersion>& streams, Random& random, std::int64_t& count) {
  std::string salt(16, '\0');
  for (char& byte : salt) byte = static_cast<char>(random.below(256));
  const auto secret = core::journal::commit(salt, "电话 " + command_id);
  std::vector<Entry> entries;
  for (const auto& [stream, version] : streams) {
    const std::int64_t more = 1 + random.below(2);
    for (std::int64_t i = 1; i <= more; ++i) {
      entries.push_back(entry(writer, command_id, stream, version + i, secret.commitment));
    }
  }
  count = static_cast<std::int64_t>(entries.size());
  std::vector<Call> calls = store::append_calls(engine, entries);
  for (Call& call : store::private_value_calls({&secret, 1})) calls.push_back(std::move(call));
  calls.push_back(
      store::remember_command_call({writer.actor, command_id, std::string(base::as_bytes(base::sha256(command_id))),
                                    "{\"entries\":" + std::to_string(count) + "}", kNow}));
  return calls;
}

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return z ^ z >> 31;
}

store::DbResult<std::int64_t> write_command(store::Connection& connection, const Writer& writer,
                                            const std::string& command_id, Random& random) {
  std::set<std::string> names;
  const std::int64_t wanted = 1 + random.below(3);
  for (std::int64_t i = 0; i < wanted; ++i)
    names.insert("case/" + writer.round + "-" + std::to_string(random.below(8)));
  if (random.below(3) == 0) names.insert("party/" + command_id);
  TRY(connection.begin(store::Access::write));
  const auto streams = store::lock_streams(connection, {names.begin(), names.end()});
  if (!streams.ok()) {
    connection.rollback();
    return base::Err{streams.error()};
  }
  std::int64_t count = 0;
  TRY(connection.commit(calls_of(connection.engine(), writer, command_id, *streams, random, count)));
  return count;
}

}  // namespace xiezhi::crash
