// One act in the journal. Its canonical JSON is the leaf of the Merkle tree. Format: docs/format/journal.md.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"

namespace xiezhi::core::journal {

/// A stream and the version of it that was read (a stream without entries has version 0).
struct StreamVersion {
  std::string stream;
  std::int64_t version = 0;

  bool operator==(const StreamVersion&) const = default;
};
BOOST_DESCRIBE_STRUCT(StreamVersion, (), (stream, version))

struct Entry {
  std::string command_id;                ///< UUIDv7 of the client's command, unique per actor
  std::string stream;                    ///< "<kind>/<id>", for example "inspection/0197…"
  std::int64_t version = 0;              ///< 1, 2, … within the stream
  std::string type;                      ///< event type with its version, for example "case_filed.1"
  std::string actor;                     ///< officer id, or "system"
  std::optional<std::string> on_behalf;  ///< body in whose name the act is done
  std::optional<std::string> device;
  std::optional<std::int64_t> device_seq;
  base::Instant occurred_at;            ///< when the step was done
  base::Instant recorded_at;            ///< the server's clock
  std::vector<StreamVersion> based_on;  ///< every stream that the decision read, sorted by name
  std::string law_pack;                 ///< SHA-256 of the law pack, hex
  std::string core_version;
  std::string division;  ///< division code the act belongs to; never identity
  std::string suite;     ///< "sha256-ed25519.1"
  base::Json payload;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (command_id, stream, version, type, actor, on_behalf, device, device_seq, occurred_at,
                       recorded_at, based_on, law_pack, core_version, division, suite, payload))

/// A value that may be erased, kept apart from the journal. The payload carries SHA-256(salt ‖ value) as hex.
struct PrivateValue {
  std::string commitment;  ///< 64 hexadecimal digits
  std::string salt;        ///< 32 hexadecimal digits (128 bits)
  std::string value;       ///< UTF-8
};
BOOST_DESCRIBE_STRUCT(PrivateValue, (), (commitment, salt, value))

}  // namespace xiezhi::core::journal
