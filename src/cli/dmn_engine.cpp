#include "cli/dmn_engine.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/feel/value_json.h"

namespace xiezhi::cli {
namespace {

constexpr const char* kNow = "2024-02-29T12:00:00Z";
constexpr const char* kModule = "build/wasm/core.wasm";
constexpr const char* kRunner = "test/wasm/answer.mjs";

/// A path as one word of the shell.
std::string quoted(const std::filesystem::path& path) {
  std::string out = "'";
  for (const char one : path.string()) out += one == '\'' ? std::string("'\\''") : std::string(1, one);
  return out + "'";
}

/// The project's folder: at or above the working folder, or the program's own. Empty where there is none.
std::filesystem::path project_folder() {
  namespace fs = std::filesystem;
  std::error_code ignored;
  for (fs::path at : {fs::current_path(ignored), fs::read_symlink("/proc/self/exe", ignored).parent_path()}) {
    for (;; at = at.parent_path()) {
      if (fs::exists(at / kModule, ignored) && fs::exists(at / kRunner, ignored)) return at;
      if (!at.has_relative_path()) break;
    }
  }
  return {};
}

}  // namespace

NativeDmn::NativeDmn(std::shared_ptr<const core::feel::ZoneTable> zones) : zones_(std::move(zones)) {
  world_.zones = zones_.get();
  world_.now = core::feel::parse_date_time(kNow, *zones_);
}

std::vector<std::string> NativeDmn::load(core::dmn::Model model) {
  program_.reset();
  auto program = core::dmn::Program::compile(std::move(model), zones_);
  if (!program.ok()) return {program.error()};
  program_ = std::move(program).value();
  std::vector<std::string> out;
  for (const auto& one : program_->problems()) {
    out.push_back(one.file + ": " + one.node + ": " + one.place + ": " + one.message);
  }
  return out;
}

DmnAnswer NativeDmn::evaluate(const std::string& node, const core::dmn::Inputs& inputs) {
  if (!program_) return {{}, "there is no model"};
  const auto outcome = core::dmn::evaluate(*program_, node, inputs, world_);
  if (!outcome.ok()) return {{}, outcome.error().code + ": " + outcome.error().message};
  return {outcome->value, outcome->notes.empty() ? "" : outcome->notes.front()};
}

WasmDmn::WasmDmn(const std::string& zone_text, std::shared_ptr<const core::feel::ZoneTable> zones)
    : zones_(std::move(zones)) {
  std::string request = R"({"call":"dmn.zones","zones":)";
  base::append_json_string(request, zone_text);
  requests_.push_back(request + "}");
}

std::vector<std::string> WasmDmn::load(core::dmn::Model model) {
  if (answers_.empty()) {
    requests_.push_back(R"({"call":"dmn.load","model":)" + base::to_json(model) + "}");
  } else {
    ++next_;
  }
  return {};
}

DmnAnswer WasmDmn::evaluate(const std::string& node, const core::dmn::Inputs& inputs) {
  if (answers_.empty()) {
    base::Json::Object given;
    for (const auto& [name, value] : inputs) given.emplace_back(name, core::feel::json_of(value));
    base::Json::Object request{{"call", base::Json("dmn.evaluate")},
                               {"inputs", base::Json(std::move(given))},
                               {"node", base::Json(node)},
                               {"now", base::Json(kNow)}};
    requests_.push_back(base::Json(std::move(request)).canonical());
    return {};
  }
  const auto json = base::Json::parse(answers_[next_++]);
  if (!json.ok()) return {{}, "an answer that is no JSON"};
  if (const auto* error = json->find("error")) return {{}, error->canonical()};
  const auto* value = json->find("value");
  auto read = core::feel::value_of(value == nullptr ? base::Json() : *value, "/value", *zones_);
  if (!read.ok()) return {{}, read.error().path + ": " + read.error().message};
  const auto* notes = json->find("notes");
  const bool told = notes != nullptr && notes->array() != nullptr && !notes->array()->empty();
  return {std::move(read).value(), told ? notes->array()->front().text() : ""};
}

bool WasmDmn::answer_all() {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path project = project_folder();
  if (project.empty()) return false;
  const fs::path base = fs::temp_directory_path() / ("xiezhi-dmn-" + std::to_string(getpid()));
  const fs::path asked = base.string() + ".requests";
  const fs::path told = base.string() + ".answers";
  {
    std::ofstream out(asked, std::ios::binary);
    for (const std::string& request : requests_) out << request << '\n';
  }
  const std::string command = "node " + quoted(project / kRunner) + " " + quoted(project / kModule) + " < " +
                              quoted(asked) + " > " + quoted(told);
  const int status = std::system(command.c_str());  // NOLINT: fixed words and quoted paths
  std::ifstream in(told, std::ios::binary);
  for (std::string line; std::getline(in, line);) answers_.push_back(std::move(line));
  in.close();
  fs::remove(asked, ignored);
  fs::remove(told, ignored);
  return status == 0 && answers_.size() == requests_.size();
}

}  // namespace xiezhi::cli
