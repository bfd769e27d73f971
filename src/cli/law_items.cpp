#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>

#include "cli/law_options.h"
#include "cli/law_tool.h"
#include "lawtool/items.h"
#include "lawtool/source.h"

namespace xiezhi::cli {
namespace {

int usage() {
  std::fputs(
      "usage: xiezhi law items [--law DIR] [--on DAY] [--markdown]\n"
      "       xiezhi law items check [--law DIR] [--on DAY] [--items FILE]\n",
      stderr);
  return 2;
}

base::Date today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return base::Instant{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()}.date();
}

/// A department's own catalogue: a JSON array of items as `xiezhi law items` prints them.
std::optional<std::vector<lawtool::Item>> read_items(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    return std::nullopt;
  }
  auto items = base::parse_json<std::vector<lawtool::Item>>(bytes);
  if (items.ok()) return std::move(items).value();
  std::fprintf(stderr, "%s%s: %s\n", path.c_str(), items.error().path.c_str(), items.error().message.c_str());
  return std::nullopt;
}

int print_items(const std::vector<lawtool::Item>& items, const core::law::PackFile& pack, bool markdown) {
  if (markdown) {
    std::fputs(lawtool::items_markdown(items, pack).c_str(), stdout);
  } else {
    std::printf("%s\n", base::to_json(items).c_str());
  }
  return 0;
}

/// One line per finding, then the counts as one JSON object. Overlaps and provisions that give way are to be looked
/// at; the others are wrong.
int print_findings(const std::vector<lawtool::Item>& items, const core::law::PackFile& pack, base::Date on) {
  std::map<std::string, std::int64_t> counts;
  bool wrong = false;
  for (const lawtool::ItemFinding& finding : lawtool::check_items(items, pack, on)) {
    const std::string fault(base::enum_name(finding.fault));
    std::printf("%s: %s%s%s: %s\n", fault.c_str(), finding.item.c_str(), finding.other ? " and " : "",
                finding.other.value_or("").c_str(), finding.detail.c_str());
    ++counts[fault];
    wrong = wrong || (finding.fault != lawtool::ItemFault::overlap && finding.fault != lawtool::ItemFault::gives_way);
  }
  counts["items"] = static_cast<std::int64_t>(items.size());
  std::printf("%s\n", base::to_json(counts).c_str());
  return wrong ? 1 : 0;
}

}  // namespace

int law_items(std::span<const std::string> arguments) {
  const bool check = !arguments.empty() && arguments.front() == "check";
  std::vector<std::string> words(arguments.begin() + (check ? 1 : 0), arguments.end());
  const bool markdown = !check && std::erase(words, "--markdown") > 0;
  const auto options = law_options(words, {"--law", "--on", check ? "--items" : "--law"});
  if (!options) return usage();
  const auto on = options->contains("--on") ? base::Date::parse(options->at("--on")) : std::optional(today());
  if (!on) return usage();
  const auto source = lawtool::read_law(option_or(*options, "--law", "law"));
  const auto pack = source.ok() ? lawtool::to_pack_file(*source) : base::Err{source.error()};
  if (!pack.ok()) {
    std::fprintf(stderr, "%s%s: %s\n", pack.error().file.c_str(), pack.error().error.path.c_str(),
                 pack.error().error.message.c_str());
    return 1;
  }
  if (!options->contains("--items")) {
    const auto items = lawtool::derive_items(*pack, *on);
    return check ? print_findings(items, *pack, *on) : print_items(items, *pack, markdown);
  }
  const auto items = read_items(options->at("--items"));
  return items ? print_findings(*items, *pack, *on) : 1;
}

}  // namespace xiezhi::cli
