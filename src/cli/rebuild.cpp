#include "cli/rebuild.h"

#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/rebuild.h"
#include "base/codec.h"
#include "core/law/pack.h"

namespace xiezhi::cli {
namespace {

struct Report {
  std::int64_t streams = 0;
  std::int64_t entries = 0;
  std::map<std::string, std::string> tables;
  std::vector<std::string> changed;  ///< tables that stood otherwise before
};
BOOST_DESCRIBE_STRUCT(Report, (), (streams, entries, tables, changed))

int fail(const std::string& what) {
  std::fprintf(stderr, "xiezhi rebuild: %s\n", what.c_str());
  return 1;
}

}  // namespace

int rebuild(std::span<const std::string> arguments) {
  std::string address;
  std::string law;
  bool check = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool more = i + 1 < arguments.size();
    if (arguments[i] == "--check") {
      check = true;
    } else if (arguments[i] == "--database" && more) {
      address = arguments[++i];
    } else if (arguments[i] == "--law" && more) {
      law = arguments[++i];
    } else {
      std::fprintf(stderr, "usage: xiezhi rebuild --database ADDRESS --law PACK [--check]\n");
      return 2;
    }
  }
  std::ifstream file(law, std::ios::binary);
  if (!file) return fail("cannot read the law pack \"" + law + "\"");
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto pack = core::law::Pack::load(bytes);
  if (!pack.ok()) return fail("law pack: " + pack.error().path + " " + pack.error().message);
  auto connection = store::open(address, store::Access::write);
  if (!connection.ok()) return fail(connection.error().message);
  const auto before = app::digest_tables(**connection);
  if (!before.ok()) return fail(before.error().message);
  const auto report = app::rebuild(**connection, *pack, [](std::int64_t entries) {
    std::fprintf(stderr, "\r%lld entries", static_cast<long long>(entries));
  });
  std::fprintf(stderr, "\n");
  if (!report.ok()) return fail(report.error().statement + ": " + report.error().message);
  Report out{report->streams, report->entries, report->tables, {}};
  for (const auto& [table, digest] : report->tables) {
    const auto found = before->find(table);
    if (found == before->end() || found->second != digest) out.changed.push_back(table);
  }
  std::printf("%s\n", base::to_json(out).c_str());
  return check && !out.changed.empty() ? 1 : 0;
}

}  // namespace xiezhi::cli
