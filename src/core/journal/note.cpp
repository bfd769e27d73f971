#include "core/journal/note.h"

#include "base/assert.h"
#include "base/json.h"
#include "base/text.h"

namespace xiezhi::core::journal {
namespace {

using base::Err;

constexpr std::string_view kDash = "\u2014 ";
constexpr char kEd25519 = 1;
constexpr std::size_t kKeyIdSize = 4;
constexpr std::size_t kSignatureSize = 64;

Err<NoteError> bad(std::string message) { return Err{NoteError{std::move(message)}}; }

bool valid_name(std::string_view name) {
  if (name.empty() || !base::valid_utf8(name)) return false;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = base::next_code_point(name, at);
    if (c <= 0x20 || c == '+' || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x3000) return false;
  }
  return true;
}

bool plain_text(std::string_view text) {
  if (!base::valid_utf8(text)) return false;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') return false;
  }
  return true;
}

base::Result<std::int64_t, NoteError> read_size(std::string_view text) {
  if (text.empty() || text.size() > 16 || (text[0] == '0' && text.size() > 1)) return bad("the size is not a number");
  std::int64_t out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return bad("the size is not a number");
    out = out * 10 + (c - '0');
  }
  if (out > base::kMaxSafeInteger) return bad("the size is too large");
  return out;
}

/// Looks at one signature line: true when it is the signer's and holds, false when it is somebody else's.
base::Result<bool, NoteError> check_signature(std::string_view line, std::string_view text, const Signer& signer,
                                              Verify verify) {
  if (!line.starts_with(kDash)) return bad("a signature line does not start with a dash");
  line.remove_prefix(kDash.size());
  const auto space = line.find(' ');
  if (space == std::string_view::npos || !valid_name(line.substr(0, space))) return bad("a signer has no name");
  bool ok = false;
  const std::string blob = base::from_base64(line.substr(space + 1), ok);
  if (!ok || blob.size() <= kKeyIdSize) return bad("a signature is not base64");
  const bool ours = line.substr(0, space) == signer.name && blob.substr(0, kKeyIdSize) == key_id(signer);
  if (!ours) return false;
  if (blob.size() != kKeyIdSize + kSignatureSize) return bad("the signature has the wrong length");
  if (!verify(signer.public_key, text, std::string_view(blob).substr(kKeyIdSize)))
    return bad("the signature is forged");
  return true;
}

}  // namespace

std::string checkpoint_text(const Checkpoint& checkpoint) {
  VERIFY(!checkpoint.origin.empty() && plain_text(checkpoint.origin) && checkpoint.size >= 0);
  VERIFY(checkpoint.origin.find('\n') == std::string::npos);
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
         base::to_base64(base::as_bytes(checkpoint.root)) + "\n";
}

base::Result<Checkpoint, NoteError> parse_checkpoint_text(std::string_view text) {
  if (!plain_text(text)) return bad("control characters or malformed UTF-8");
  if (text.empty() || text.back() != '\n') return bad("the text does not end with a line feed");
  const auto lines = base::split(text.substr(0, text.size() - 1), '\n');
  if (lines.size() < 3) return bad("fewer than three lines");
  for (const std::string_view line : lines) {
    if (line.empty()) return bad("an empty line");
  }
  Checkpoint out;
  out.origin = lines[0];
  out.size = TRY(read_size(lines[1]));
  bool ok = false;
  const std::string root = base::from_base64(lines[2], ok);
  if (!ok || root.size() != out.root.size()) return bad("the root is not base64 of 32 bytes");
  for (std::size_t i = 0; i < root.size(); ++i) out.root[i] = static_cast<std::uint8_t>(root[i]);
  return out;
}

std::string key_id(const Signer& signer) {
  base::Sha256 hasher;
  hasher.update(signer.name);
  hasher.update("\n");
  hasher.update(std::string_view(&kEd25519, 1));
  hasher.update(signer.public_key);
  return std::string(base::as_bytes(hasher.finish()).substr(0, kKeyIdSize));
}

std::string verifier_key(const Signer& signer) {
  return signer.name + "+" + base::to_hex(key_id(signer)) + "+" + base::to_base64(kEd25519 + signer.public_key);
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const Signer& signer, const Sign& sign) {
  VERIFY(valid_name(signer.name) && signer.public_key.size() == 32);
  const std::string text = checkpoint_text(checkpoint);
  const std::string signature = sign(text);
  VERIFY(signature.size() == kSignatureSize);
  return text + "\n" + std::string(kDash) + signer.name + " " + base::to_base64(key_id(signer) + signature) + "\n";
}

base::Result<Checkpoint, NoteError> open_checkpoint(std::string_view note, const Signer& signer, Verify verify) {
  if (!plain_text(note)) return bad("control characters or malformed UTF-8");
  const auto blank = note.rfind("\n\n");
  if (blank == std::string_view::npos || note.back() != '\n') return bad("no signature");
  const std::string_view text = note.substr(0, blank + 1);
  const std::string_view signatures = note.substr(blank + 2);
  if (signatures.empty()) return bad("no signature");
  bool signed_by_us = false;
  for (const std::string_view line : base::split(signatures.substr(0, signatures.size() - 1), '\n')) {
    if (TRY(check_signature(line, text, signer, verify))) signed_by_us = true;
  }
  if (!signed_by_us) return bad("not signed by " + signer.name);
  return parse_checkpoint_text(text);
}

}  // namespace xiezhi::core::journal
