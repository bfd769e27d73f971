#include "store/journal.h"

#include <algorithm>

#include "base/codec.h"
#include "base/text.h"
#include "core/journal/format.h"
#include "store/query.h"

namespace xiezhi::store {
namespace {

using base::Err;
using core::journal::kMaxStreamVersion;

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// The rows hold those of the sorted names that have entries.
std::vector<StreamVersion> versions_in(const std::vector<Row>& rows, std::vector<std::string> names) {
  std::vector<StreamVersion> out;
  std::size_t next = 0;
  for (std::string& name : names) {
    StreamVersion item{std::move(name), 0};
    if (next < rows.size() && text(rows[next][0]) == item.stream) item.version = integer(rows[next++][1]);
    out.push_back(std::move(item));
  }
  VERIFY(next == rows.size());
  return out;
}

DbResult<std::vector<StreamVersion>> versions_of(Connection& connection, const Statement& statement,
                                                 std::vector<std::string> names) {
  if (names.empty()) return std::vector<StreamVersion>();
  names = sorted(std::move(names));
  const auto rows = TRY(connection.run(statement, {Value(base::to_json(names))}));
  return versions_in(rows, std::move(names));
}

DbResult<std::vector<Entry>> decode(const std::vector<Row>& rows) {
  std::vector<Entry> out;
  out.reserve(rows.size());
  for (const Row& row : rows) {
    auto entry = core::journal::decode_entry(text(row[0]));
    if (!entry.ok()) {
      return Err{DbError{DbErrorKind::refused, "entry_load",
                         "a damaged entry: " + entry.error().path + " " + entry.error().message}};
    }
    out.push_back(std::move(entry).value());
  }
  return out;
}

DbResult<std::map<std::string, std::vector<Entry>>> by_stream(const std::vector<Row>& rows,
                                                              const std::vector<std::string>& streams) {
  std::map<std::string, std::vector<Entry>> out;
  for (const std::string& stream : streams) out[stream];
  for (Entry& entry : TRY(decode(rows))) {
    std::string stream = entry.stream;
    out[std::move(stream)].push_back(std::move(entry));
  }
  return out;
}

std::optional<CommandRecord> command_in(const std::vector<Row>& rows, const std::string& actor,
                                        const std::string& command_id) {
  if (rows.empty()) return std::nullopt;
  const Row& row = rows[0];
  return CommandRecord{actor, command_id, bytes(row[0]), text(row[1]), integer(row[2])};
}

/// First and last version of each stream in a batch; a jump inside it is a bug.
struct Advance {
  std::int64_t first;
  std::int64_t last;
};
using Advances = std::map<std::string_view, Advance>;

void count_in(Advances& out, std::string_view stream, std::int64_t version) {
  const auto [place, fresh] = out.try_emplace(stream, Advance{version, version});
  if (fresh) return;
  VERIFY(version == place->second.last + 1);
  place->second.last = version;
}

Advances advances(std::span<const Entry> entries) {
  Advances out;
  for (const Entry& entry : entries) count_in(out, entry.stream, entry.version);
  return out;
}

Advances advances(const std::vector<Row>& rows) {
  Advances out;
  for (const Row& row : rows) count_in(out, text(row[0]), integer(row[1]));
  return out;
}

Call advance_call(std::string_view stream, Advance advance) {
  if (advance.first == 1) return {&query::kStreamInsert, {Value(std::string(stream)), Value(advance.last)}};
  return {&query::kStreamAdvance, {Value(std::string(stream)), Value(advance.last), Value(advance.first - 1)}};
}

/// Runs of consecutive numbers.
std::vector<Row> runs(const std::vector<std::int64_t>& ids) {
  std::vector<Row> out;
  for (std::size_t i = 0; i < ids.size();) {
    std::size_t end = i + 1;
    while (end < ids.size() && ids[end] == ids[end - 1] + 1) ++end;
    out.push_back({Value(ids[i]), Value(ids[end - 1])});
    i = end;
  }
  return out;
}

Bytes hash_bytes(const std::string& hex) {
  Bytes out{base::from_hex(hex)};
  VERIFY(out.data.size() == 32);
  return out;
}

Row private_row(const PrivateValue& value) {
  return {Value(hash_bytes(value.commitment)), Value(Bytes{base::from_hex(value.salt)}), Value(value.value)};
}

}  // namespace

DbResult<std::vector<StreamVersion>> lock_streams(Connection& connection, std::vector<std::string> names) {
  return versions_of(connection, query::kStreamLock, std::move(names));
}

DbResult<std::vector<StreamVersion>> stream_versions(Connection& connection, std::vector<std::string> names) {
  return versions_of(connection, query::kStreamVersions, std::move(names));
}

DbResult<std::vector<Entry>> load_entries(Connection& connection, std::string_view stream, std::int64_t after_version) {
  const auto rows = TRY(connection.run(query::kEntryLoad, {Value(std::string(stream)), Value(after_version)}));
  auto entries = TRY(decode(rows));
  VERIFY(entries.size() <= static_cast<std::size_t>(kMaxStreamVersion));
  return entries;
}

DbResult<std::map<std::string, std::vector<Entry>>> load_entries(Connection& connection,
                                                                 const std::vector<std::string>& streams) {
  return by_stream(TRY(connection.run(query::kEntryLoadMany, {Value(base::to_json(streams))})), streams);
}

std::vector<Call> append_calls(Engine engine, std::span<const Entry> entries) {
  std::vector<Call> calls;
  for (const auto& [stream, advance] : advances(entries)) calls.push_back(advance_call(stream, advance));
  for (const Entry& entry : entries) calls.push_back({&query::kEntryInsert, entry_row(entry)});
  // On PostgreSQL the insert queues its own row; SQLite gives a run of numbers, since it has one writer.
  if (engine == Engine::sqlite && !entries.empty()) {
    calls.push_back({&query::kPendingLast, {Value(static_cast<std::int64_t>(entries.size()))}});
  }
  return calls;
}

DbStatus append(Connection& connection, std::span<const Entry> entries) {
  return connection.run_all(append_calls(connection.engine(), entries));
}

Row entry_row(const Entry& entry) {
  return {Value(entry.stream),
          Value(entry.version),
          Value(entry.type),
          Value(entry.actor),
          Value(entry.command_id),
          Value(entry.recorded_at.ms),
          Value(core::journal::encode_entry(entry))};
}

DbStatus bulk_append(Connection& connection, std::span<const Entry> entries) {
  std::vector<Row> rows;
  rows.reserve(entries.size());
  for (const Entry& entry : entries) rows.push_back(entry_row(entry));
  return bulk_append(connection, std::move(rows));
}

DbStatus bulk_append(Connection& connection, std::vector<Row> rows) {
  if (rows.empty()) return base::Unit{};
  std::vector<Row> fresh;
  std::vector<Call> moved;
  for (const auto& [stream, advance] : advances(rows)) {
    Call call = advance_call(stream, advance);
    if (advance.first == 1) {
      fresh.push_back(std::move(call.parameters));
    } else {
      moved.push_back(std::move(call));
    }
  }
  TRY(connection.run_all(moved));
  TRY(connection.bulk_insert("stream", {"stream", "version"}, fresh));

  const auto found = TRY(connection.run(query::kEntryIds, {Value(static_cast<std::int64_t>(rows.size()))}));
  std::vector<std::int64_t> ids;
  for (const Row& row : found) ids.push_back(integer(row[0]));
  std::sort(ids.begin(), ids.end());
  VERIFY(ids.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].emplace_back(ids[i]);
  TRY(connection.bulk_insert(
      "entry", {"stream", "version", "type", "actor", "command_id", "recorded_at", "leaf", "entry_id"}, rows));
  return connection.bulk_insert("pending", {"first_id", "last_id"}, runs(ids));
}

DbResult<std::optional<CommandRecord>> find_command(Connection& connection, const std::string& actor,
                                                    const std::string& command_id) {
  return command_in(TRY(connection.run(query::kCommandFind, {Value(actor), Value(command_id)})), actor, command_id);
}

DbResult<CommandStart> start_command(Connection& connection, const std::string& actor, const std::string& command_id,
                                     std::vector<std::string> streams) {
  streams = sorted(std::move(streams));
  const std::string names = base::to_json(streams);
  // The streams are loaded by a statement of its own after the lock, so that it sees what the lock waited for.
  const std::vector<Call> calls = {{&query::kCommandFind, {Value(actor), Value(command_id)}},
                                   {&query::kStreamLock, {Value(names)}},
                                   {&query::kEntryLoadMany, {Value(names)}}};
  const auto rows = TRY(connection.run_each(calls));
  CommandStart out;
  out.answered = command_in(rows[0], actor, command_id);
  out.entries = TRY(by_stream(rows[2], streams));
  out.versions = versions_in(rows[1], std::move(streams));
  return out;
}

Call remember_command_call(const CommandRecord& record) {
  VERIFY(record.body_hash.size() == 32);
  return {&query::kCommandInsert,
          {Value(record.actor), Value(record.command_id), Value(Bytes{record.body_hash}), Value(record.outcome),
           Value(record.recorded_at)}};
}

DbStatus remember_command(Connection& connection, const CommandRecord& record) {
  const Call call = remember_command_call(record);
  return connection.run_all({&call, 1});
}

std::vector<Call> private_value_calls(std::span<const PrivateValue> values) {
  std::vector<Call> calls;
  for (const PrivateValue& value : values) calls.push_back({&query::kPrivateValueInsert, private_row(value)});
  return calls;
}

DbStatus put_private_values(Connection& connection, std::span<const PrivateValue> values) {
  constexpr std::size_t kMany = 32;
  if (values.size() < kMany) return connection.run_all(private_value_calls(values));
  std::vector<Row> rows;
  rows.reserve(values.size());
  for (const PrivateValue& value : values) rows.push_back(private_row(value));
  return connection.bulk_insert("private_value", {"commitment", "salt", "value"}, rows);
}

DbResult<std::map<std::string, PrivateValue>> get_private_values(Connection& connection,
                                                                 const std::vector<std::string>& commitments) {
  std::map<std::string, PrivateValue> out;
  if (commitments.empty()) return out;
  const auto take = [&](const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      if (is_null(row[2])) continue;
      std::string name = base::to_hex(bytes(row[0]));
      out.emplace(name, PrivateValue{name, base::to_hex(bytes(row[1])), text(row[2])});
    }
  };
  if (connection.engine() == Engine::postgres) {
    take(TRY(connection.run(query::kPrivateValueGet, {Value(base::to_json(commitments))})));
    return out;
  }
  for (const auto& item : commitments) {
    take(TRY(connection.run(query::kPrivateValueGetOne, {Value(hash_bytes(item))})));
  }
  return out;
}

DbResult<bool> erase_private_value(Connection& connection, const std::string& commitment, std::int64_t at_ms) {
  const auto rows = TRY(connection.run(query::kPrivateValueErase, {Value(hash_bytes(commitment)), Value(at_ms)}));
  return !rows.empty();
}

}  // namespace xiezhi::store
