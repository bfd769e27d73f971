// Checkpoints of the tree as C2SP signed notes (c2sp.org/tlog-checkpoint, c2sp.org/signed-note), so that witness tools
// read them. Signing and verifying are passed in: the core holds no key. Format: docs/format/journal.md.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/sha256.h"

namespace xiezhi::core::journal {

using base::Hash;

struct Checkpoint {
  std::string origin;  ///< name of the log, one line
  std::int64_t size = 0;
  Hash root{};

  bool operator==(const Checkpoint&) const = default;
};

struct NoteError {
  std::string message;
};

/// Who signs: a name without spaces or plus signs, and an Ed25519 public key of 32 bytes.
struct Signer {
  std::string name;
  std::string public_key;
};

using Sign = std::function<std::string(std::string_view message)>;  ///< 64 bytes
using Verify = bool (*)(std::string_view public_key, std::string_view message, std::string_view signature);

/// Origin, size and root, a line each.
std::string checkpoint_text(const Checkpoint& checkpoint);
/// Reads that text; lines after the root are extensions and are passed over.
base::Result<Checkpoint, NoteError> parse_checkpoint_text(std::string_view text);

/// First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key): algorithm 1 is Ed25519.
std::string key_id(const Signer& signer);
/// "name+keyid+base64(0x01 ‖ public key)", as witness tools take it.
std::string verifier_key(const Signer& signer);

/// The text, an empty line, and the signature line.
std::string sign_checkpoint(const Checkpoint& checkpoint, const Signer& signer, const Sign& sign);
/// The checkpoint of a note that carries a valid signature of the signer. Signatures of others are passed over.
base::Result<Checkpoint, NoteError> open_checkpoint(std::string_view note, const Signer& signer, Verify verify);

}  // namespace xiezhi::core::journal
