// The decision requirements graph: each decision once, on what it requires.
#include <algorithm>

#include "core/dmn/program_data.h"

namespace xiezhi::core::dmn {
namespace {

using feel::Evaluation;
using feel::Scope;
using feel::Value;
using DataPtr = std::shared_ptr<const Program::Data>;

/// One evaluation of a model with its inputs.
class Run {
 public:
  Run(DataPtr data, Evaluation& evaluation) : data_(std::move(data)), evaluation_(evaluation) {}

  void give(std::uint32_t node, Value value) { known_.emplace_back(node, std::move(value)); }
  Value node(std::uint32_t index);
  /// The output of a service: its decision, or a context of them.
  Value output(const DrgNode& service);
  /// What a node requires, by name.
  Scope scope_of(const DrgNode& node);

 private:
  Value compute(std::uint32_t index);

  DataPtr data_;
  Evaluation& evaluation_;
  std::vector<std::pair<std::uint32_t, Value>> known_;  // few: found by looking through
};

/// A business knowledge model as a function.
class Knowledge final : public feel::Function {
 public:
  Knowledge(DataPtr data, std::uint32_t node) : data_(std::move(data)), node_(node) {}

  [[nodiscard]] Value call(Evaluation& evaluation, const std::vector<Value>& arguments) const override {
    const auto& logic = data_->logic[node_];
    const DrgNode& node = data_->model.nodes[node_];
    if (!logic) return evaluation.nothing(node.name + " has no logic");
    Run run(data_, evaluation);
    const Value function = evaluation.evaluate(*logic, feel::bind(run.scope_of(node), node.name, run.node(node_)));
    const Value out = evaluation.call(function, arguments);
    const feel::TypePtr& type = data_->node_types[node_];
    if (!type || type->shape == feel::Shape::function) return out;
    return evaluation.fitting(out, *type, node.name);
  }
  [[nodiscard]] const std::vector<feel::Parameter>& parameters() const override {
    static const std::vector<feel::Parameter> kNone;
    return data_->logic[node_] ? data_->logic[node_]->parameters : kNone;
  }
  [[nodiscard]] feel::TypePtr result() const override {
    const feel::TypePtr& type = data_->node_types[node_];
    return type && type->shape == feel::Shape::function ? type->element : type;
  }

 private:
  DataPtr data_;
  std::uint32_t node_;
};

/// A decision service as a function of its input data, then its input decisions.
class Service final : public feel::Function {
 public:
  Service(DataPtr data, std::uint32_t node) : data_(std::move(data)), node_(node) {
    for (const Requirement& parameter : data_->model.nodes[node_].parameters) {
      parameters_.push_back({data_->model.nodes[parameter.node].name, data_->node_types[parameter.node]});
    }
  }

  [[nodiscard]] Value call(Evaluation& evaluation, const std::vector<Value>& arguments) const override {
    const DrgNode& node = data_->model.nodes[node_];
    if (node.missing) return evaluation.nothing(node.name + " requires something that is not there");
    if (arguments.size() != parameters_.size()) return evaluation.nothing(node.name + ": wrong number of arguments");
    Run run(data_, evaluation);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      Value argument = arguments[i];
      if (parameters_[i].type) argument = evaluation.fitting(argument, *parameters_[i].type, parameters_[i].name);
      if (argument.is_null() && !arguments[i].is_null()) return {};  // 10.3.2.13.2, as of any function
      run.give(node.parameters[i].node, std::move(argument));
    }
    const Value out = run.output(node);
    const feel::TypePtr type = result();
    return type ? evaluation.fitting(out, *type, node.name) : out;
  }
  [[nodiscard]] const std::vector<feel::Parameter>& parameters() const override { return parameters_; }
  [[nodiscard]] feel::TypePtr result() const override {
    const feel::TypePtr& type = data_->node_types[node_];
    return type && type->shape == feel::Shape::function ? type->element : type;
  }

 private:
  DataPtr data_;
  std::uint32_t node_;
  std::vector<feel::Parameter> parameters_;
};

Value Run::node(std::uint32_t index) {
  for (const auto& [known, value] : known_) {
    if (known == index) return value;
  }
  if (!evaluation_.enter() || !evaluation_.spend(1)) {
    evaluation_.leave();
    return {};
  }
  Value out = compute(index);
  evaluation_.leave();
  known_.emplace_back(index, out);
  return out;
}

Value Run::compute(std::uint32_t index) {
  const DrgNode& node = data_->model.nodes[index];
  switch (node.kind) {
    case NodeKind::input: return {};
    case NodeKind::knowledge:
      return Value(std::shared_ptr<const feel::Function>(std::make_shared<const Knowledge>(data_, index)));
    case NodeKind::service:
      return Value(std::shared_ptr<const feel::Function>(std::make_shared<const Service>(data_, index)));
    case NodeKind::decision: break;
  }
  const auto& logic = data_->logic[index];
  if (!logic) return evaluation_.nothing(node.name + " has no logic, or one with an error in it");
  const Value value = evaluation_.evaluate(*logic, scope_of(node));
  const feel::TypePtr& type = data_->node_types[index];
  return type ? evaluation_.fitting(value, *type, node.name) : value;
}

Scope Run::scope_of(const DrgNode& node) {
  Scope scope;
  std::vector<std::pair<std::string, std::vector<Value::Entry>>> imports;
  for (const Requirement& need : node.needs) {
    Value value = this->node(need.node);
    const std::string& name = data_->model.nodes[need.node].name;
    if (need.import.empty()) {
      scope = feel::bind(std::move(scope), name, std::move(value));
      continue;
    }
    auto found =
        std::find_if(imports.begin(), imports.end(), [&](const auto& one) { return one.first == need.import; });
    if (found == imports.end()) found = imports.insert(imports.end(), {need.import, {}});
    found->second.emplace_back(name, std::move(value));
  }
  for (auto& [name, entries] : imports) scope = feel::bind(std::move(scope), name, Value::context(std::move(entries)));
  return scope;
}

Value Run::output(const DrgNode& service) {
  Value out;
  if (service.needs.size() == 1) {
    out = node(service.needs[0].node);
  } else {
    std::vector<Value::Entry> entries;
    for (const Requirement& need : service.needs) {
      entries.emplace_back(data_->model.nodes[need.node].name, node(need.node));
    }
    out = Value::context(std::move(entries));
  }
  return out;
}

/// The arguments of a function, by name, from the inputs. Of a service an input that is not of its type is null, as it
/// is for a decision; of a knowledge model it is an argument like any other.
Value call_with(Evaluation& evaluation, const Value& function, NodeKind kind, const Inputs& inputs) {
  if (function.function() == nullptr) return {};
  std::vector<Value> arguments;
  for (const feel::Parameter& parameter : (*function.function())->parameters()) {
    const auto found =
        std::find_if(inputs.begin(), inputs.end(), [&](const auto& one) { return one.first == parameter.name; });
    arguments.push_back(found == inputs.end() ? Value() : found->second);
    if (kind != NodeKind::service || !parameter.type) continue;
    arguments.back() = evaluation.fitting(arguments.back(), *parameter.type, parameter.name);
  }
  return evaluation.call(function, arguments);
}

}  // namespace

base::Result<Outcome, EvaluationError> evaluate(const Program& program, std::string_view name, const Inputs& inputs,
                                                const feel::World& world) {
  const auto index = program.find(name);
  if (!index) return base::Err{EvaluationError{"dmn.unknown_node", std::string(name)}};
  feel::World inner = world;
  if (inner.zones == nullptr) inner.zones = program.data()->zones.get();
  Evaluation evaluation(inner);
  Run run(program.data(), evaluation);
  const auto& data = *program.data();
  for (const auto& [input, value] : inputs) {
    for (auto found = data.by_input.lower_bound(input); found != data.by_input.end() && found->first == input;
         ++found) {
      const feel::TypePtr& type = data.node_types[found->second];
      run.give(found->second, type ? evaluation.fitting(value, *type, input) : value);
    }
  }
  const DrgNode& node = data.model.nodes[*index];
  Outcome out;
  out.value = run.node(*index);
  if (node.kind == NodeKind::service || node.kind == NodeKind::knowledge) {
    out.value = call_with(evaluation, out.value, node.kind, inputs);
  }
  if (evaluation.exhausted()) return base::Err{EvaluationError{"dmn.limit", "too many steps, or too deep"}};
  out.hits = evaluation.hits();
  out.notes = evaluation.notes();
  return out;
}

}  // namespace xiezhi::core::dmn
