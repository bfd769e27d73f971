// A command on its way in, and the answer on its way out. POST /api/command/{Name} and the handheld's sync use the same
// envelope.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "core/journal/entry.h"
#include "core/rule/refusal.h"

namespace xiezhi::app {

/// Who asks: an officer with a session, as the organisation's streams describe him now.
struct Caller {
  std::string officer;  ///< officer id
  std::string name;
  std::string body;  ///< id of the body he belongs to
  std::string body_name;
  std::string division;             ///< division code of that body: "23", "2301", "230102"
  std::vector<std::string> duties;  ///< names of org::Duty
  std::string rank;                 ///< name of org::Rank
};
BOOST_DESCRIBE_STRUCT(Caller, (), (officer, name, body, body_name, division, duties, rank))

/// The envelope of a command.
struct CommandRequest {
  std::string command_id;                    ///< UUIDv7 made by the client; the same id again gives the same answer
  std::string stream;                        ///< the stream it acts on, "<kind>/<id>"
  std::int64_t expected_version = 0;         ///< version of that stream the client saw; 0 creates it
  std::optional<base::Instant> occurred_at;  ///< absent: now
  std::optional<std::string> late_reason;    ///< required when occurred_at is on an earlier legal day
  std::optional<std::string> device;
  std::optional<std::int64_t> device_seq;
  std::optional<std::map<std::string, std::string>> acknowledged;     ///< advice code → reason for going on
  std::optional<std::vector<core::journal::StreamVersion>> based_on;  ///< other streams the client relied on
  base::Json payload;
};
BOOST_DESCRIBE_STRUCT(CommandRequest, (),
                      (command_id, stream, expected_version, occurred_at, late_reason, device, device_seq, acknowledged,
                       based_on, payload))

enum class CommandStatus : std::uint8_t {
  accepted,   ///< stands in the journal, durable
  refused,    ///< the law says no: see refusals
  conflict,   ///< a stream moved on meanwhile: see current_version
  invalid,    ///< the request is malformed: see path and message
  forbidden,  ///< the caller may not do this
  reused_id,  ///< the command id was used with another body
  failed      ///< the world failed; nothing was recorded, try again
};
BOOST_DESCRIBE_ENUM(CommandStatus, accepted, refused, conflict, invalid, forbidden, reused_id, failed)

/// The answer. What is absent does not apply to the status.
struct CommandReply {
  CommandStatus status = CommandStatus::failed;
  std::optional<std::string> stream;
  std::optional<std::int64_t> version;             ///< version of the stream after the command
  std::optional<std::vector<std::string>> events;  ///< event types, in order
  std::optional<std::vector<core::rule::Refusal>> refusals;
  std::optional<std::int64_t> current_version;
  std::optional<std::string> path;
  std::optional<std::string> code;
  std::optional<std::string> message;
};
BOOST_DESCRIBE_STRUCT(CommandReply, (),
                      (status, stream, version, events, refusals, current_version, path, code, message))

using ReplyHandler = std::function<void(CommandReply)>;

}  // namespace xiezhi::app
