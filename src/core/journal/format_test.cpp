#include "core/journal/format.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/text.h"
#include "core/journal/merkle.h"
#include "core/journal/note.h"

namespace xiezhi::core::journal {
namespace {

Entry sample() {
  Entry out;
  out.command_id = "0198c0de-0000-7000-8000-000000000001";
  out.stream = "case/0198c0de-0000-7000-8000-00000000000a";
  out.version = 3;
  out.type = "case_filed.1";
  out.actor = "officer-7";
  out.occurred_at = base::Instant{1'760'000'000'000};
  out.recorded_at = base::Instant{1'760'000'000'500};
  out.law_pack = std::string(64, 'a');
  out.core_version = "0.1.0";
  out.division = "230102";
  out.suite = kSuite;
  out.payload = base::Json(base::Json::Object{{"name", base::Json("龙煤")}});
  return out;
}

std::string problem_of(const Entry& entry) {
  const auto found = entry_problem(entry);
  return found ? found->path : "none";
}

TEST(Entry, EncodedFormIsReadBack) {
  const std::string leaf = encode_entry(sample());
  const auto read = decode_entry(leaf);
  ASSERT_TRUE(read.ok()) << read.error().path << read.error().message;
  EXPECT_EQ(encode_entry(*read), leaf);
}

TEST(Entry, OtherBytesOfTheSameEntryAreRefused) {
  const std::string leaf = encode_entry(sample());
  std::string spaced = leaf;
  spaced.insert(1, " ");
  EXPECT_FALSE(decode_entry(spaced).ok());
  EXPECT_FALSE(decode_entry(leaf + "\n").ok());
  std::string escaped = leaf;
  escaped.replace(escaped.find("officer"), 1, "\\u006f");
  EXPECT_FALSE(decode_entry(escaped).ok());
  std::string null_device = leaf;
  null_device.insert(null_device.find("\"division\""), "\"device\":null,");
  EXPECT_FALSE(decode_entry(null_device).ok());
}

TEST(Entry, PayloadNumbersAreSafeIntegersInTheirShortestForm) {
  for (const char* number : {"1.0", "1e3", "-0", "9007199254740992", "12345678901234567890"}) {
    Entry entry = sample();
    entry.payload = base::Json(base::Json::Object{{"n", base::Json(base::Json::Number{number})}});
    EXPECT_EQ(problem_of(entry), "/payload/n") << number;
  }
  Entry entry = sample();
  entry.payload = base::Json(base::Json::Object{{"n", base::Json(base::kMaxSafeInteger)}});
  EXPECT_EQ(problem_of(entry), "none");
}

TEST(Entry, EachFieldIsChecked) {
  const auto changed = [](auto change) {
    Entry entry = sample();
    change(entry);
    return problem_of(entry);
  };
  EXPECT_EQ(changed([](Entry& e) { e.command_id = ""; }), "/command_id");
  EXPECT_EQ(changed([](Entry& e) { e.stream = "case"; }), "/stream");
  EXPECT_EQ(changed([](Entry& e) { e.stream = "Case/1"; }), "/stream");
  EXPECT_EQ(changed([](Entry& e) { e.version = 0; }), "/version");
  EXPECT_EQ(changed([](Entry& e) { e.version = 5001; }), "/version");
  EXPECT_EQ(changed([](Entry& e) { e.type = "case_filed.01"; }), "/type");
  EXPECT_EQ(changed([](Entry& e) { e.actor = "a b"; }), "/actor");
  EXPECT_EQ(changed([](Entry& e) { e.law_pack = std::string(64, 'A'); }), "/law_pack");
  EXPECT_EQ(changed([](Entry& e) { e.suite = "md5"; }), "/suite");
  EXPECT_EQ(changed([](Entry& e) { e.based_on = {{"case/b", 1}, {"case/a", 1}}; }), "/based_on/1");
  EXPECT_EQ(changed([](Entry& e) { e.based_on = {{"case/a", 1}, {"case/a", 1}}; }), "/based_on/1");
  EXPECT_EQ(changed([](Entry& e) { e.payload = base::Json("text"); }), "/payload");
  EXPECT_EQ(changed([](Entry& e) {
              e.payload = base::Json(base::Json::Object{{"名", base::Json(true)}});
            }),
            "/payload");
}

TEST(PrivateValue, CommitmentHoldsForItsSaltAndValueOnly) {
  PrivateValue value = commit("0123456789abcdef", "13800000000");
  EXPECT_TRUE(holds(value));
  value.value = "13800000001";
  EXPECT_FALSE(holds(value));
  value = commit("0123456789abcdef", "13800000000");
  value.salt[0] = value.salt[0] == '0' ? '1' : '0';
  EXPECT_FALSE(holds(value));
}

TEST(Upcaster, LiftsStepByStepAndStops) {
  constexpr auto kAdd = [](base::Json payload) -> base::Result<base::Json, base::JsonError> {
    payload.object()->emplace_back("added", base::Json(true));
    return payload;
  };
  constexpr auto kFail = [](base::Json) -> base::Result<base::Json, base::JsonError> {
    return base::Err{base::JsonError{"/x", "journal.entry", "cannot"}};
  };
  const Upcaster table[] = {{"case_filed.1", "case_filed.2", kAdd}, {"case_filed.2", "case_filed.3", kAdd}};
  const auto lifted = upcast(sample(), table);
  ASSERT_TRUE(lifted.ok());
  EXPECT_EQ(lifted->type, "case_filed.3");
  EXPECT_EQ(lifted->payload.object()->size(), 3U);
  const Upcaster failing[] = {{"case_filed.1", "case_filed.2", kFail}};
  EXPECT_FALSE(upcast(sample(), failing).ok());
}

// Frozen vectors: test/vector/journal. They never change once real data stand in a journal.
// ----------------------------

struct EntryVector {
  std::string leaf;
  std::string leaf_hash;
};
BOOST_DESCRIBE_STRUCT(EntryVector, (), (leaf, leaf_hash))

struct CommitmentVector {
  std::string salt;
  std::string value;
  std::string commitment;
};
BOOST_DESCRIBE_STRUCT(CommitmentVector, (), (salt, value, commitment))

struct TreeVector {
  std::vector<std::string> roots;  ///< of the first 0, 1, 2, … leaves of entry.json, taken round and round
};
BOOST_DESCRIBE_STRUCT(TreeVector, (), (roots))

struct CheckpointVector {
  std::string origin;
  std::int64_t size = 0;
  std::string root;
  std::string text;
  std::string name;
  std::string public_key;
  std::string key_id;
  std::string verifier_key;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(CheckpointVector, (), (origin, size, root, text, name, public_key, key_id, verifier_key, note))

template <typename T>
T vector_file(const std::string& name) {
  std::ifstream file(std::filesystem::path(XIEZHI_SOURCE_DIR) / "test/vector/journal" / name);
  std::stringstream text;
  text << file.rdbuf();
  auto read = base::parse_json<T>(text.str());
  EXPECT_TRUE(read.ok()) << name << ": " << (read.ok() ? "" : read.error().path + " " + read.error().message);
  return read.ok() ? *read : T{};
}

TEST(JournalVectors, EntriesKeepTheirBytesAndHashes) {
  const auto vectors = vector_file<std::vector<EntryVector>>("entry.json");
  ASSERT_GE(vectors.size(), 4U);
  for (const auto& vector : vectors) {
    const auto entry = decode_entry(vector.leaf);
    ASSERT_TRUE(entry.ok()) << vector.leaf << entry.error().path << entry.error().message;
    EXPECT_EQ(encode_entry(*entry), vector.leaf);
    EXPECT_EQ(base::to_hex(leaf_hash(vector.leaf)), vector.leaf_hash);
  }
}

TEST(JournalVectors, MalformedEntriesStayRefused) {
  const auto vectors = vector_file<std::map<std::string, std::string>>("entry_bad.json");
  ASSERT_GE(vectors.size(), 8U);
  for (const auto& [why, leaf] : vectors) EXPECT_FALSE(decode_entry(leaf).ok()) << why;
}

TEST(JournalVectors, CommitmentsKeepTheirValue) {
  const auto vectors = vector_file<std::vector<CommitmentVector>>("commitment.json");
  ASSERT_GE(vectors.size(), 2U);
  for (const auto& vector : vectors) {
    EXPECT_EQ(commit(base::from_hex(vector.salt), vector.value).commitment, vector.commitment);
  }
}

TEST(JournalVectors, RootsKeepTheirValue) {
  const auto entries = vector_file<std::vector<EntryVector>>("entry.json");
  const auto vector = vector_file<TreeVector>("tree.json");
  ASSERT_GE(vector.roots.size(), 9U);
  std::vector<Hash> leaves;
  for (const std::string& root : vector.roots) {
    EXPECT_EQ(base::to_hex(tree_root(leaves)), root) << leaves.size();
    leaves.push_back(leaf_hash(entries[leaves.size() % entries.size()].leaf));
  }
}

TEST(JournalVectors, CheckpointKeepsItsTextAndKeyId) {
  const auto vector = vector_file<CheckpointVector>("checkpoint.json");
  Checkpoint checkpoint{vector.origin, vector.size, {}};
  const std::string root = base::from_hex(vector.root);
  ASSERT_EQ(root.size(), checkpoint.root.size());
  std::copy(root.begin(), root.end(), checkpoint.root.begin());
  const Signer signer{vector.name, base::from_hex(vector.public_key)};
  EXPECT_EQ(checkpoint_text(checkpoint), vector.text);
  EXPECT_EQ(base::to_hex(key_id(signer)), vector.key_id);
  EXPECT_EQ(verifier_key(signer), vector.verifier_key);
  // The signature itself is verified in app, where libsodium is.
  const auto accept = [](std::string_view, std::string_view message, std::string_view signature) {
    return message.ends_with("\n") && signature.size() == 64;
  };
  const auto opened = open_checkpoint(vector.note, signer, accept);
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  EXPECT_EQ(*opened, checkpoint);
}

}  // namespace
}  // namespace xiezhi::core::journal
