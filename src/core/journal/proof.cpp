#include "core/journal/proof.h"

#include "core/journal/format.h"
#include "core/journal/merkle.h"

namespace xiezhi::core::journal {
namespace {

std::vector<std::string> as_strings(const std::vector<Hash>& path) {
  std::vector<std::string> out;
  for (const Hash& hash : path) out.emplace_back(base::as_bytes(hash));
  return out;
}

}  // namespace

std::optional<std::string> check(const InclusionProof& proof, const Signer& signer, Verify verify) {
  const auto checkpoint = open_checkpoint(proof.checkpoint, signer, verify);
  if (!checkpoint.ok()) return "checkpoint: " + checkpoint.error().message;
  if (checkpoint->origin != signer.name) return "checkpoint: of another journal";
  if (!decode_entry(proof.leaf).ok()) return "the leaf is not an entry";
  const Hash leaf = leaf_hash(proof.leaf);
  return check_inclusion(proof.leaf_index, checkpoint->size, base::as_bytes(leaf), as_strings(proof.path),
                         base::as_bytes(checkpoint->root));
}

std::optional<std::string> check(const ConsistencyProof& proof, const Signer& signer, Verify verify) {
  const auto from = open_checkpoint(proof.from, signer, verify);
  if (!from.ok()) return "from: " + from.error().message;
  const auto to = open_checkpoint(proof.to, signer, verify);
  if (!to.ok()) return "to: " + to.error().message;
  if (from->origin != signer.name || to->origin != signer.name) return "checkpoint: of another journal";
  return check_consistency(from->size, to->size, base::as_bytes(from->root), base::as_bytes(to->root),
                           as_strings(proof.path));
}

}  // namespace xiezhi::core::journal
