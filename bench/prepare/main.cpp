// bench_prepare list FIRST COUNT FILE --law PACK
// bench_prepare inspections COUNT --law PACK --database ADDRESS
// bench_prepare files --law PACK --database ADDRESS --data DIR --out DIR [--counties N] [--inspections N]
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>

#include "app/sequencer.h"
#include "prepare.h"

namespace xiezhi::bench {
namespace {

struct Words {
  std::vector<std::string> rest;
  std::map<std::string, std::string> options;

  std::string option(const std::string& name, const std::string& otherwise) const {
    const auto found = options.find(name);
    return found == options.end() ? otherwise : found->second;
  }
};

Words read_words(int count, char** values) {
  Words out;
  for (int i = 1; i < count; ++i) {
    const std::string word = values[i];
    if (word.starts_with("--") && i + 1 < count) {
      out.options[word] = values[++i];
    } else {
      out.rest.push_back(word);
    }
  }
  return out;
}

/// Leaf numbers for all that was imported and entered.
Done number_entries(store::Connection& connection, const std::string& data) {
  const auto key = app::load_or_create_key(data + "/journal.key");
  if (!key.ok()) return base::Err{key.error().message};
  TRY_SAID(app::sequence_all(connection, *key, wall_clock().ms));
  return base::Unit{};
}

Done files(const core::law::Pack& pack, const Words& words) {
  const Place place{words.option("--database", ""), words.option("--data", "."), words.option("--out", ".")};
  TRY_SAID(store::migrate(place.database));
  const auto connection = TRY_SAID(store::open(place.database, store::Access::write));
  TRY(number_entries(*connection, place.data));
  const auto counties = TRY(survey(*connection, place, std::stoul(words.option("--counties", "32"))));
  TRY(open_inspections(*connection, pack, counties, std::stoul(words.option("--inspections", "100"))));
  return number_entries(*connection, place.data);
}

Done run(const Words& words) {
  std::ifstream file(words.option("--law", ""), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto pack = core::law::Pack::load(bytes);
  if (!pack.ok()) return base::Err{"law pack: " + pack.error().message};
  if (words.rest.size() == 4 && words.rest[0] == "list") {
    return write_list(*pack, std::stoull(words.rest[1]), std::stoull(words.rest[2]), words.rest[3]);
  }
  if (words.rest == std::vector<std::string>{"files"}) return files(*pack, words);
  if (words.rest.size() == 2 && words.rest[0] == "inspections") {
    const auto connection = TRY_SAID(store::open(words.option("--database", ""), store::Access::write));
    return fill_inspections(*connection, std::stoull(words.rest[1]));
  }
  return base::Err{std::string("say list, files or inspections")};
}

}  // namespace
}  // namespace xiezhi::bench

int main(int count, char** values) {
  const auto done = xiezhi::bench::run(xiezhi::bench::read_words(count, values));
  if (done.ok()) return 0;
  std::fprintf(stderr, "bench_prepare: %s\n", done.error().c_str());
  return 1;
}
