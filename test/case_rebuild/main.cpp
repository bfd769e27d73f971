// case_rebuild ENTRIES --database ADDRESS --law PACK
// ENTRIES is what `case_runner --entries` wrote: entries, and the hash of the state that each stream reached. All
// entries go into an empty database in bulk; the read tables are rebuilt; each state is loaded and its hash compared.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>

#include "app/rebuild.h"
#include "app/stream_cache.h"
#include "store/journal.h"
#include "store/transaction.h"

namespace xiezhi {
namespace {

constexpr std::size_t kEntriesAtOnce = 2000;

struct Expected {
  std::string stream;
  std::int64_t version = 0;
  std::string hash;
};

struct File {
  std::vector<core::journal::Entry> entries;
  std::vector<core::journal::PrivateValue> private_values;
  std::set<std::string> commitments;
  std::vector<Expected> states;
};

[[noreturn]] void die(const std::string& what) {
  std::printf("FAIL %s\n0 passed, 1 failed\n", what.c_str());
  std::exit(1);
}

File read(const std::string& path) {
  std::ifstream in(path);
  if (!in) die("cannot read " + path);
  File file;
  std::string line;
  while (std::getline(in, line)) {
    const auto json = base::Json::parse(line);
    if (!json.ok()) die(path + ": " + json.error().message);
    if (json->find("state_hash") != nullptr) {
      file.states.push_back({json->find("stream")->text(), json->find("version")->integer().value_or(0),
                             json->find("state_hash")->text()});
      continue;
    }
    if (const base::Json* value = json->find("private_value")) {
      auto read = base::from_json<core::journal::PrivateValue>(*value);
      if (!read.ok()) die(path + ": " + read.error().path + " " + read.error().message);
      // The cases draw their salts from one seed, so the same value recurs with the same commitment.
      if (file.commitments.insert(read->commitment).second) file.private_values.push_back(std::move(read).value());
      continue;
    }
    if (json->find("entry") == nullptr) die(path + ": a line that is neither an entry nor a state");
    auto entry = base::from_json<core::journal::Entry>(*json->find("entry"));
    if (!entry.ok()) die(path + ": " + entry.error().path + " " + entry.error().message);
    file.entries.push_back(std::move(entry).value());
  }
  return file;
}

template <typename T>
T or_die(store::DbResult<T> result) {
  if (!result.ok()) die(result.error().statement + ": " + result.error().message);
  return std::move(result).value();
}

void append(store::Connection& connection, const std::vector<core::journal::Entry>& entries) {
  for (std::size_t from = 0; from < entries.size(); from += kEntriesAtOnce) {
    const std::size_t count = std::min(kEntriesAtOnce, entries.size() - from);
    or_die(connection.begin(store::Access::write));
    or_die(store::bulk_append(connection, std::span(entries).subspan(from, count)));
    or_die(connection.commit());
  }
}

int run(const std::string& path, const std::string& address, const std::string& law) {
  const File file = read(path);
  std::ifstream pack_file(law, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(pack_file), {}};
  const auto pack = core::law::Pack::load(bytes);
  if (!pack.ok()) die("law pack: " + pack.error().message);
  or_die(store::migrate(address));
  auto connection = or_die(store::open(address, store::Access::write));
  append(*connection, file.entries);
  or_die(store::put_private_values(*connection, file.private_values));
  const auto first = or_die(app::rebuild(*connection, *pack, {}));
  const auto second = or_die(app::rebuild(*connection, *pack, {}));
  std::size_t passed = 0;
  std::size_t failed = 0;
  const auto check = [&](bool good, const std::string& what) {
    good ? ++passed : ++failed;
    if (!good) std::printf("FAIL %s\n", what.c_str());
  };
  check(first.tables == second.tables, "two rebuilds differ");
  check(first.entries == static_cast<std::int64_t>(file.entries.size()), "entries were lost");
  app::StreamCache cache;
  for (const Expected& expected : file.states) {
    const auto versions = or_die(store::stream_versions(*connection, {expected.stream}));
    const auto loaded = or_die(app::load_streams(*connection, cache, versions));
    const auto& state = loaded.at(expected.stream);
    check(state.version == expected.version && core::engine::state_hash(*state.state) == expected.hash,
          expected.stream + ": another state than the case reached");
  }
  std::printf("%zu passed, %zu failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace xiezhi

int main(int count, char** values) {
  std::string path;
  std::string address;
  std::string law;
  for (int i = 1; i < count; ++i) {
    const std::string word = values[i];
    if (word == "--database" && i + 1 < count) {
      address = values[++i];
    } else if (word == "--law" && i + 1 < count) {
      law = values[++i];
    } else {
      path = word;
    }
  }
  return xiezhi::run(path, address, law);
}
