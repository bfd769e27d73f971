// The journal's tables: reading streams, appending entries, answers to commands, erasable values.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/journal/entry.h"
#include "store/connection.h"

namespace xiezhi::store {

using core::journal::Entry;
using core::journal::PrivateValue;
using core::journal::StreamVersion;

/// The answer given to a command.
struct CommandRecord {
  std::string actor;
  std::string command_id;
  std::string body_hash;  ///< 32 bytes
  std::string outcome;    ///< JSON
  std::int64_t recorded_at = 0;
};

/// Locks streams for the rest of the transaction, in the order of their names, and returns their versions in that order
/// (0 for a stream without entries: there is no row to lock, and of two that create it the slower one gets
/// `duplicate`).
DbResult<std::vector<StreamVersion>> lock_streams(Connection& connection, std::vector<std::string> names);
/// The same without locks.
DbResult<std::vector<StreamVersion>> stream_versions(Connection& connection, std::vector<std::string> names);

/// Entries of one stream after a version, in order. A stream over 5,000 entries is a bug.
DbResult<std::vector<Entry>> load_entries(Connection& connection, std::string_view stream,
                                          std::int64_t after_version = 0);
/// All entries of several streams in one statement: by name, then version.
DbResult<std::map<std::string, std::vector<Entry>>> load_entries(Connection& connection,
                                                                 const std::vector<std::string>& streams);

/// What a command starts from, read in one round trip inside its write transaction: the answer it got before, if it
/// did, and its streams, locked, with their versions and entries.
struct CommandStart {
  std::optional<CommandRecord> answered;
  std::vector<StreamVersion> versions;                ///< sorted by name
  std::map<std::string, std::vector<Entry>> entries;  ///< of every stream named
};

/// The statements that append entries: for run_all, or for the last calls of a commit. Versions of a stream ascend by
/// one.
std::vector<Call> append_calls(Engine engine, std::span<const Entry> entries);
DbStatus append(Connection& connection, std::span<const Entry> entries);
/// For thousands of entries: the same effect, through bulk_insert.
DbStatus bulk_append(Connection& connection, std::span<const Entry> entries);
/// An entry as a row, its leaf encoded: the costly part of an append, which needs no database.
Row entry_row(const Entry& entry);
/// bulk_append of such rows.
DbStatus bulk_append(Connection& connection, std::vector<Row> rows);

DbResult<std::optional<CommandRecord>> find_command(Connection& connection, const std::string& actor,
                                                    const std::string& command_id);
DbResult<CommandStart> start_command(Connection& connection, const std::string& actor, const std::string& command_id,
                                     std::vector<std::string> streams);
/// The same actor and id again is `duplicate`.
Call remember_command_call(const CommandRecord& record);
DbStatus remember_command(Connection& connection, const CommandRecord& record);

std::vector<Call> private_value_calls(std::span<const PrivateValue> values);
DbStatus put_private_values(Connection& connection, std::span<const PrivateValue> values);
/// By commitment (hex). What was erased, or never stored, is absent.
DbResult<std::map<std::string, PrivateValue>> get_private_values(Connection& connection,
                                                                 const std::vector<std::string>& commitments);
/// Salt and value go, the commitment stays. False when there was nothing left to erase.
DbResult<bool> erase_private_value(Connection& connection, const std::string& commitment, std::int64_t at_ms);

}  // namespace xiezhi::store
