// The cases as entries of a journal, to be appended in bulk and rebuilt from.
#include <cstdio>
#include <fstream>
#include <set>

#include "runner.h"

namespace xiezhi::case_runner {
namespace {

using base::Json;

/// The streams of benchmarks and of a region's lists are named after what the law has.
bool named_by_law(const lawtool::CaseStep& step) {
  const auto kind = core::engine::kind_of(step.stream);
  return kind == "benchmark" || kind == "regulation";
}

/// Gives the streams of one run names of their own: the ids that its commands act on, wherever they stand as a value.
class Renamer {
 public:
  Renamer(const std::vector<lawtool::CaseStep>& steps, std::string prefix) : prefix_(std::move(prefix)) {
    for (const auto& step : steps) {
      if (!named_by_law(step)) ids_.insert(core::engine::id_of(step.stream));
    }
  }

  [[nodiscard]] lawtool::CaseStep renamed(lawtool::CaseStep step) const {
    if (!named_by_law(step)) {
      step.stream = std::string(core::engine::kind_of(step.stream)) + "/" + prefix_ + core::engine::id_of(step.stream);
    }
    step.actor = id(step.actor);
    step.payload = renamed(step.payload);
    return step;
  }

 private:
  [[nodiscard]] std::string id(const std::string& value) const {
    return ids_.contains(value) ? prefix_ + value : value;
  }

  [[nodiscard]] Json renamed(const Json& json) const {
    if (json.string() != nullptr) return Json(id(*json.string()));
    if (json.array() != nullptr) {
      Json::Array out;
      for (const Json& item : *json.array()) out.push_back(renamed(item));
      return Json(std::move(out));
    }
    if (json.object() != nullptr) {
      Json::Object out;
      for (const auto& [name, value] : *json.object()) out.emplace_back(name, renamed(value));
      return Json(std::move(out));
    }
    return json;
  }

  std::string prefix_;
  std::set<std::string> ids_;
};

class Writer {
 public:
  Writer(std::ofstream& out, const core::law::Pack& pack) : out_(out), pack_(pack) {}

  void run(const std::vector<lawtool::CaseStep>& steps) {
    // A journal holds the history of each table once: the first run that acts on it is written.
    std::set<std::string> tables;
    for (const lawtool::CaseStep& step : steps) {
      if (named_by_law(step)) tables.insert(step.stream);
    }
    for (const std::string& table : tables) {
      if (!tables_.insert(table).second) return;
    }
    char prefix[24];
    std::snprintf(prefix, sizeof prefix, "r%04zu-", ++runs_);
    const Renamer renamer(steps, prefix);
    Session session;
    for (const lawtool::CaseStep& step : steps) {
      const lawtool::CaseStep own = renamer.renamed(step);
      const Outcome outcome = session.perform(own);
      VERIFY(outcome.accepted());
      entries(session, own, outcome);
    }
    for (const auto& [name, stream] : session.streams()) {
      Json::Object line{{"stream", Json(name)},
                        {"version", Json(stream.version)},
                        {"state_hash", Json(core::engine::state_hash(*stream.aggregate))}};
      out_ << Json(std::move(line)).canonical() << '\n';
    }
  }

 private:
  void entries(const Session& session, const lawtool::CaseStep& step, const Outcome& outcome) {
    char command_id[40];
    std::snprintf(command_id, sizeof command_id, "00000000-0000-7000-8000-%012zx", ++commands_);
    const auto& target = session.streams().at(step.stream);
    core::engine::World world;
    for (const auto& [name, stream] : session.streams()) world.put(name, {stream.version, stream.aggregate});
    for (const Recorded& recorded : outcome.events) {
      core::journal::Entry entry;
      entry.command_id = command_id;
      entry.stream = recorded.event.stream;
      entry.version = recorded.version;
      entry.type = recorded.event.type;
      entry.actor = step.actor;
      entry.occurred_at = step.occurred_at;
      entry.recorded_at = step.recorded_at;
      entry.based_on = outcome.based_on;
      entry.law_pack = pack_.hash();
      entry.core_version = core::engine::kCoreVersion;
      entry.division = core::engine::division_of(world, *target.aggregate);
      entry.suite = "sha256-ed25519.1";
      entry.payload = MUST(Json::parse(recorded.event.payload));
      const std::string body = core::engine::body_of(*target.aggregate);
      if (!body.empty()) entry.on_behalf = body;
      out_ << "{\"entry\":" << base::to_json(entry) << "}\n";
    }
    for (const auto& value : outcome.private_values) out_ << "{\"private_value\":" << base::to_json(value) << "}\n";
  }

  std::ofstream& out_;
  const core::law::Pack& pack_;
  std::set<std::string> tables_;
  std::size_t runs_ = 0;
  std::size_t commands_ = 0;
};

}  // namespace

bool write_entries(const std::vector<lawtool::LawCase>& cases, const core::law::Pack& pack, const std::string& file) {
  std::ofstream out(file, std::ios::binary);
  Writer writer(out, pack);
  for (const lawtool::LawCase& law_case : cases) {
    bool any = false;
    for (const lawtool::CaseAct& act : law_case.acts) {
      if (!act.expected.accepted()) continue;
      std::vector<lawtool::CaseStep> steps = law_case.given;
      steps.push_back(act.step);
      writer.run(steps);
      any = true;
    }
    if (!any) writer.run(law_case.given);
  }
  return out.good();
}

}  // namespace xiezhi::case_runner
