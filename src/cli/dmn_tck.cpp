#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>

#include "cli/dmn.h"
#include "cli/dmn_engine.h"
#include "dmnfile/model_reader.h"
#include "dmnfile/test_case.h"
#include "dmnfile/zoneinfo.h"

namespace xiezhi::cli {
namespace {

namespace fs = std::filesystem;

struct Counts {
  int passed = 0;
  int failed = 0;
  int errors = 0;
  int with_answer = 0;  ///< tests that expect more than null
  int with_answer_passed = 0;

  void operator+=(const Counts& other) {
    passed += other.passed;
    failed += other.failed;
    errors += other.errors;
    with_answer += other.with_answer;
    with_answer_passed += other.with_answer_passed;
  }
};

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The decisions that a service of several gives as a context of them; nothing for another node.
std::set<std::string> parts_of_service(const core::dmn::Model& model, const std::string& service) {
  std::set<std::string> out;
  for (const auto& node : model.nodes) {
    if (node.kind != core::dmn::NodeKind::service || node.name != service || node.needs.size() < 2) continue;
    for (const auto& need : node.needs) out.insert(model.nodes[need.node].name);
  }
  return out;
}

bool expects_more_than_null(const dmnfile::TestCase& test) {
  return std::any_of(test.expected.begin(), test.expected.end(),
                     [](const auto& one) { return one.value && !one.value->is_null(); });
}

/// One folder: its models, compiled once each, and its tests.
class Folder {
 public:
  Folder(fs::path path, DmnEngine& engine, const core::feel::ZoneTable& zones, bool verbose)
      : path_(std::move(path)), engine_(engine), zones_(zones), verbose_(verbose) {}

  Counts run() {
    Counts counts;
    for (const auto& entry : sorted(".dmn")) {
      auto file = dmnfile::read_file(entry.filename().string(), read_all(entry));
      if (file.ok()) {
        files_.push_back(std::move(file).value());
      } else {
        complain(file.error());
      }
    }
    for (const auto& entry : sorted(".xml")) {
      const auto tests = dmnfile::read_tests(read_all(entry), zones_);
      if (!tests.ok()) {
        std::printf("  %s:%zu: %s\n", entry.filename().c_str(), tests.error().line, tests.error().message.c_str());
        ++counts.errors;
        continue;
      }
      const bool loaded = load(tests->model);
      for (const auto& test : tests->cases) count(counts, loaded, test, entry.filename().string());
    }
    return counts;
  }

 private:
  [[nodiscard]] std::vector<fs::path> sorted(std::string_view extension) const {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(path_)) {
      if (entry.path().extension() == extension) out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  static void complain(const dmnfile::ReadError& error) {
    std::printf("  %s:%zu: %s\n", error.file.c_str(), error.line, error.message.c_str());
  }

  bool load(const std::string& name) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (files_[i].name != name && files_[i].name != name + ".dmn") continue;
      auto model = dmnfile::read_model(files_, i);
      if (!model.ok()) {
        complain(model.error());
        return false;
      }
      model_ = *model;
      const auto problems = engine_.load(std::move(model).value());
      for (const std::string& problem : problems) {
        if (verbose_) std::printf("  %s\n", problem.c_str());
      }
      return true;
    }
    return false;
  }

  void count(Counts& counts, bool loaded, const dmnfile::TestCase& test, const std::string& file) {
    const bool more = expects_more_than_null(test);
    counts.with_answer += more ? 1 : 0;
    if (!loaded) {
      ++counts.errors;
      return;
    }
    for (const auto& expectation : test.expected) {
      if (expectation.value) continue;
      std::printf("  %s %s %s: nothing is expected\n", file.c_str(), test.id.c_str(), expectation.node.c_str());
      ++counts.errors;
      return;
    }
    bool good = true;
    for (const auto& expectation : test.expected) {
      const std::string& node = test.service.empty() ? expectation.node : test.service;
      DmnAnswer answer = engine_.evaluate(node, test.inputs);
      if (node != expectation.node && parts_of_service(model_, node).contains(expectation.node)) {
        const core::feel::Value* part = answer.value.find(expectation.node);
        answer.value = part == nullptr ? core::feel::Value() : *part;
      }
      if (dmnfile::agrees(answer.value, *expectation.value)) continue;
      good = false;
      if (!verbose_) continue;
      std::printf("  FAIL %s %s %s: %s, expected %s\n", file.c_str(), test.id.c_str(), node.c_str(),
                  core::feel::text_of(answer.value, true).c_str(),
                  core::feel::text_of(*expectation.value, true).c_str());
      if (!answer.note.empty()) std::printf("       %s\n", answer.note.c_str());
    }
    (good ? counts.passed : counts.failed) += 1;
    counts.with_answer_passed += good && more ? 1 : 0;
  }

  fs::path path_;
  DmnEngine& engine_;
  const core::feel::ZoneTable& zones_;
  bool verbose_;
  std::vector<dmnfile::File> files_;
  core::dmn::Model model_;  ///< the one that is loaded
};

/// Folders at or below `root` that hold a model.
std::vector<fs::path> folders_below(const fs::path& root) {
  std::vector<fs::path> out;
  std::error_code ignored;
  const auto add = [&](const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
      if (entry.path().extension() != ".dmn") continue;
      out.push_back(folder);
      return;
    }
  };
  add(root);
  for (const auto& entry : fs::recursive_directory_iterator(root, ignored)) {
    if (entry.is_directory(ignored)) add(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

Counts run_folders(const fs::path& root, DmnEngine& engine, const core::feel::ZoneTable& zones, bool verbose,
                   bool quiet) {
  Counts total;
  for (const fs::path& folder : folders_below(root)) {
    const Counts counts = Folder(folder, engine, zones, verbose && !quiet).run();
    total += counts;
    if (quiet) continue;
    std::printf("%-64s %4d passed %4d failed %4d error\n", fs::relative(folder, root).c_str(), counts.passed,
                counts.failed, counts.errors);
  }
  return total;
}

int report(const Counts& total) {
  std::printf("total: %d passed, %d failed, %d error\n", total.passed, total.failed, total.errors);
  std::printf("with an answer that is not null: %d of %d\n", total.with_answer_passed, total.with_answer);
  std::printf("%d passed, %d failed\n", total.passed, total.failed + total.errors);
  return total.failed + total.errors == 0 && total.passed > 0 ? 0 : 1;
}

int usage() {
  std::fprintf(stderr, "usage: xiezhi dmn tck DIR [--wasm] [--verbose]\n");
  return 2;
}

}  // namespace

int dmn_tck(std::span<const std::string> arguments) {
  std::string root;
  bool verbose = false;
  bool wasm = false;
  for (const std::string& argument : arguments) {
    if (argument == "--verbose") {
      verbose = true;
    } else if (argument == "--wasm") {
      wasm = true;
    } else if (root.empty() && !argument.starts_with("-")) {
      root = argument;
    } else {
      return usage();
    }
  }
  if (root.empty()) return usage();
  const std::string text = dmnfile::zone_table_of(dmnfile::kZoneFolder);
  auto zones = core::feel::ZoneTable::load(text);
  if (!zones.ok() || zones->size() == 0) std::fprintf(stderr, "there are no time zones in %s\n", dmnfile::kZoneFolder);
  const auto table =
      std::make_shared<const core::feel::ZoneTable>(zones.ok() ? std::move(zones).value() : core::feel::ZoneTable());
  if (!wasm) {
    NativeDmn engine(table);
    return report(run_folders(root, engine, *table, verbose, false));
  }
  // The requests of all tests are gathered first, answered by the module in one go, and compared the second time.
  WasmDmn engine(text, table);
  run_folders(root, engine, *table, verbose, true);
  if (!engine.answer_all()) {
    std::fprintf(
        stderr,
        "the module did not answer: node and build/wasm/core.wasm of the project's folder are needed, found from the "
        "working folder or from the program's own\n");
    return 1;
  }
  return report(run_folders(root, engine, *table, verbose, false));
}

}  // namespace xiezhi::cli
