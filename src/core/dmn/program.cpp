#include "core/dmn/program.h"

#include <algorithm>

#include "core/dmn/program_data.h"

namespace xiezhi::core::dmn {
namespace {

constexpr std::size_t kMostNodes = 100'000;

/// Whether all indexes name something.
bool is_whole(const Model& model) {
  const auto good = [&](const std::vector<Requirement>& list) {
    return std::all_of(list.begin(), list.end(), [&](const Requirement& one) { return one.node < model.nodes.size(); });
  };
  for (const Source& source : model.sources) {
    for (const Import& import : source.imports) {
      if (import.source >= model.sources.size()) return false;
    }
  }
  for (const DrgNode& node : model.nodes) {
    if (node.source >= model.sources.size() || !good(node.needs) || !good(node.parameters)) return false;
  }
  return true;
}

/// Whether the requirements of decisions and services run in a circle. Knowledge models may call themselves.
bool has_circle(const Model& model) {
  std::vector<std::uint8_t> state(model.nodes.size(), 0);  // 1: on the way, 2: done
  for (std::uint32_t start = 0; start < model.nodes.size(); ++start) {
    std::vector<std::pair<std::uint32_t, std::size_t>> way;
    if (state[start] == 0) way.emplace_back(start, 0);
    while (!way.empty()) {
      auto& [node, next] = way.back();
      state[node] = 1;
      const auto& needs = model.nodes[node].needs;
      if (next == needs.size()) {
        state[node] = 2;
        way.pop_back();
        continue;
      }
      const std::uint32_t other = needs[next++].node;
      if (model.nodes[other].kind == NodeKind::knowledge) continue;
      if (state[other] == 1) return true;
      if (state[other] == 0) way.emplace_back(other, 0);
    }
  }
  return false;
}

}  // namespace

base::Result<Program, std::string> Program::compile(Model model, std::shared_ptr<const feel::ZoneTable> zones) {
  if (model.format != 1) return base::Err{std::string("a format of the model that is not known")};
  if (model.sources.empty() || model.nodes.size() > kMostNodes) return base::Err{std::string("no model, or too large")};
  if (!is_whole(model)) return base::Err{std::string("an index names nothing")};
  if (has_circle(model)) return base::Err{std::string("requirements run in a circle")};
  auto data = std::make_shared<Data>();
  data->model = std::move(model);
  data->zones = zones ? std::move(zones) : std::make_shared<const feel::ZoneTable>();
  for (std::uint32_t pass = 0; pass < 2; ++pass) {  // the model itself goes before what it imports
    for (std::uint32_t i = 0; i < data->model.nodes.size(); ++i) {
      const DrgNode& node = data->model.nodes[i];
      if ((node.source == 0) != (pass == 0)) continue;
      data->by_name.emplace(node.name, i);
      if (node.kind == NodeKind::input || node.kind == NodeKind::decision) data->by_input.emplace(node.name, i);
    }
  }
  resolve_types(*data);
  compile_logic(*data);
  Program out;
  out.data_ = std::move(data);
  return out;
}

const std::vector<Problem>& Program::problems() const { return data_->problems; }
const Model& Program::model() const { return data_->model; }

std::optional<std::uint32_t> Program::find(std::string_view name) const {
  const auto found = data_->by_name.find(name);
  return found == data_->by_name.end() ? std::nullopt : std::optional<std::uint32_t>(found->second);
}

}  // namespace xiezhi::core::dmn
