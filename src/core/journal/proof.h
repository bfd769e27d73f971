// Proofs as JSON documents that stand alone: whoever has the public key can check them. Format: docs/format/journal.md.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "core/journal/note.h"

namespace xiezhi::core::journal {

enum class InclusionFormat : std::uint8_t { inclusion_1 };
BOOST_DESCRIBE_ENUM(InclusionFormat, inclusion_1)
enum class ConsistencyFormat : std::uint8_t { consistency_1 };
BOOST_DESCRIBE_ENUM(ConsistencyFormat, consistency_1)

/// An entry stands in the tree of a checkpoint.
struct InclusionProof {
  InclusionFormat format = InclusionFormat::inclusion_1;
  std::string leaf;  ///< canonical JSON of the entry
  std::int64_t leaf_index = 0;
  std::vector<base::Hash> path;  ///< from the leaf up
  std::string checkpoint;        ///< signed note
};
BOOST_DESCRIBE_STRUCT(InclusionProof, (), (format, leaf, leaf_index, path, checkpoint))

/// The tree of one checkpoint is the beginning of that of a later one.
struct ConsistencyProof {
  ConsistencyFormat format = ConsistencyFormat::consistency_1;
  std::string from;  ///< signed note of the older one
  std::string to;    ///< signed note of the newer one
  std::vector<base::Hash> path;
};
BOOST_DESCRIBE_STRUCT(ConsistencyProof, (), (format, from, to, path))

/// What is wrong with the proof, or nothing.
std::optional<std::string> check(const InclusionProof& proof, const Signer& signer, Verify verify);
std::optional<std::string> check(const ConsistencyProof& proof, const Signer& signer, Verify verify);

}  // namespace xiezhi::core::journal
