#include "core/journal/merkle.h"

#include <bit>

#include "base/assert.h"

namespace xiezhi::core::journal {
namespace {

constexpr std::size_t kHashSize = sizeof(Hash);

Hash of_bytes(std::string_view bytes) {
  Hash out;
  for (std::size_t i = 0; i < kHashSize; ++i) out[i] = static_cast<std::uint8_t>(bytes[i]);
  return out;
}

/// The largest power of two below n, as its exponent; n ≥ 2.
int split_level(std::int64_t n) { return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(n - 1))) - 1; }

/// Root of the leaves [from, until), where `from` is a multiple of the next power of two of their number.
Hash range_root(std::int64_t from, std::int64_t until, const NodeReader& nodes) {
  const std::int64_t count = until - from;
  if (std::has_single_bit(static_cast<std::uint64_t>(count))) {
    const int level = std::countr_zero(static_cast<std::uint64_t>(count));
    return nodes(Node{level, from >> level});
  }
  const std::int64_t middle = from + (std::int64_t{1} << split_level(count));
  const Hash left = range_root(from, middle, nodes);
  const Hash right = range_root(middle, until, nodes);
  return node_hash(base::as_bytes(left), base::as_bytes(right));
}

// RFC 9162 section 2.1.3.1: PATH
void append_path(std::vector<Hash>& out, std::int64_t index, std::int64_t from, std::int64_t until,
                 const NodeReader& nodes) {
  if (until - from == 1) return;
  const std::int64_t middle = from + (std::int64_t{1} << split_level(until - from));
  if (index < middle) {
    append_path(out, index, from, middle, nodes);
    out.push_back(range_root(middle, until, nodes));
  } else {
    append_path(out, index, middle, until, nodes);
    out.push_back(range_root(from, middle, nodes));
  }
}

// RFC 9162 section 2.1.4.1: SUBPROOF; `whole` while the old tree is still the subtree itself
void append_subproof(std::vector<Hash>& out, std::int64_t old_size, std::int64_t from, std::int64_t until, bool whole,
                     const NodeReader& nodes) {
  if (old_size == until) {
    if (!whole) out.push_back(range_root(from, until, nodes));
    return;
  }
  const std::int64_t middle = from + (std::int64_t{1} << split_level(until - from));
  if (old_size <= middle) {
    append_subproof(out, old_size, from, middle, whole, nodes);
    out.push_back(range_root(middle, until, nodes));
  } else {
    append_subproof(out, old_size, middle, until, false, nodes);
    out.push_back(range_root(from, middle, nodes));
  }
}

bool all_hashes(const std::vector<std::string>& proof) {
  for (const std::string& item : proof) {
    if (item.size() != kHashSize) return false;
  }
  return true;
}

}  // namespace

Hash leaf_hash(std::string_view leaf) {
  base::Sha256 hasher;
  hasher.update(std::string_view("\0", 1));
  hasher.update(leaf);
  return hasher.finish();
}

Hash node_hash(std::string_view left, std::string_view right) {
  base::Sha256 hasher;
  hasher.update("\1");
  hasher.update(left);
  hasher.update(right);
  return hasher.finish();
}

Hash tree_root(std::int64_t size, const NodeReader& nodes) {
  VERIFY(size >= 0);
  return size == 0 ? base::sha256("") : range_root(0, size, nodes);
}

Hash tree_root(std::span<const Hash> leaves) {
  const auto whole = [&](auto& self, std::size_t from, std::size_t count) -> Hash {
    if (count == 1) return leaves[from];
    const Hash left = self(self, from, count / 2);
    const Hash right = self(self, from + count / 2, count / 2);
    return node_hash(base::as_bytes(left), base::as_bytes(right));
  };
  return tree_root(static_cast<std::int64_t>(leaves.size()), [&](Node node) {
    return whole(whole, static_cast<std::size_t>(node.index) << node.level, std::size_t{1} << node.level);
  });
}

std::vector<Hash> inclusion_proof(std::int64_t index, std::int64_t size, const NodeReader& nodes) {
  VERIFY(0 <= index && index < size);
  std::vector<Hash> out;
  append_path(out, index, 0, size, nodes);
  return out;
}

std::vector<Hash> consistency_proof(std::int64_t from, std::int64_t to, const NodeReader& nodes) {
  VERIFY(0 < from && from <= to);
  std::vector<Hash> out;
  append_subproof(out, from, 0, to, true, nodes);
  return out;
}

// RFC 9162 section 2.1.3.2
std::optional<std::string> check_inclusion(std::int64_t index, std::int64_t size, std::string_view leaf,
                                           const std::vector<std::string>& proof, std::string_view root) {
  if (index < 0 || index >= size) return "the leaf lies outside the tree";
  if (leaf.size() != kHashSize || root.size() != kHashSize || !all_hashes(proof)) return "a hash is not 32 bytes long";
  auto fn = static_cast<std::uint64_t>(index);
  auto sn = static_cast<std::uint64_t>(size - 1);
  Hash r = of_bytes(leaf);
  for (const std::string& p : proof) {
    if (sn == 0) return "the proof is too long";
    if ((fn & 1) != 0 || fn == sn) {
      r = node_hash(p, base::as_bytes(r));
      while ((fn & 1) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      r = node_hash(base::as_bytes(r), p);
    }
    fn >>= 1;
    sn >>= 1;
  }
  if (sn != 0) return "the proof is too short";
  if (base::as_bytes(r) != root) return "the proof leads to another root";
  return std::nullopt;
}

// RFC 9162 section 2.1.4.2
std::optional<std::string> check_consistency(std::int64_t from, std::int64_t to, std::string_view from_root,
                                             std::string_view to_root, const std::vector<std::string>& proof) {
  if (from <= 0) return "an empty tree proves nothing";
  if (from > to) return "the older tree is larger";
  if (from == to) {
    if (!proof.empty()) return "trees of one size need no proof";
    if (from_root != to_root) return "trees of one size have two roots";
    return std::nullopt;
  }
  if (!all_hashes(proof)) return "a hash is not 32 bytes long";
  const bool power = std::has_single_bit(static_cast<std::uint64_t>(from));
  std::size_t next = 0;
  if (!power && proof.empty()) return "the proof is too short";
  if (power && from_root.size() != kHashSize) return "a hash is not 32 bytes long";
  Hash fr = of_bytes(power ? from_root : std::string_view(proof[next++]));
  Hash sr = fr;
  auto fn = static_cast<std::uint64_t>(from - 1);
  auto sn = static_cast<std::uint64_t>(to - 1);
  while ((fn & 1) != 0) {
    fn >>= 1;
    sn >>= 1;
  }
  for (; next < proof.size(); ++next) {
    const std::string& c = proof[next];
    if (sn == 0) return "the proof is too long";
    if ((fn & 1) != 0 || fn == sn) {
      fr = node_hash(c, base::as_bytes(fr));
      sr = node_hash(c, base::as_bytes(sr));
      while ((fn & 1) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      sr = node_hash(base::as_bytes(sr), c);
    }
    fn >>= 1;
    sn >>= 1;
  }
  if (sn != 0) return "the proof is too short";
  if (base::as_bytes(fr) != from_root) return "the proof leads to another older root";
  if (base::as_bytes(sr) != to_root) return "the proof leads to another newer root";
  return std::nullopt;
}

}  // namespace xiezhi::core::journal
