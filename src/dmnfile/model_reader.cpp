#include "dmnfile/model_reader.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "core/feel/parser.h"
#include "dmnfile/expression_reader.h"

namespace xiezhi::dmnfile {
namespace {

using core::dmn::DrgNode;
using core::dmn::ItemDefinition;
using core::dmn::Model;
using core::dmn::NodeKind;
using core::dmn::Requirement;

constexpr std::size_t kMostFiles = 1'000;

std::string attribute_or(const Element& element, std::string_view name) {
  const std::string* value = element.attribute(name);
  return value == nullptr ? "" : *value;
}

/// The last part of a path or address.
std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

ItemDefinition read_item(const Element& element) {
  ItemDefinition out;
  out.name = core::feel::tidy_name(attribute_or(element, "name"));
  out.type = type_of(element);
  out.is_list = attribute_or(element, "isCollection") == "true";
  out.allowed = text_in(element, "allowedValues");
  out.constraint = text_in(element, "typeConstraint");
  for (const Element& child : element.children) {
    if (child.name == "itemComponent") out.components.push_back(read_item(child));
    if (child.name != "functionItem") continue;
    out.parameters.emplace();
    const std::string* result = child.attribute("outputTypeRef");
    if (result != nullptr) out.type = *result;
    for (const Element& parameter : child.children) {
      if (parameter.name == "parameters") out.parameters->push_back(read_variable(parameter));
    }
  }
  return out;
}

class ModelReader {
 public:
  ModelReader(const std::vector<File>& files, std::size_t main) : files_(files) { queue(main); }

  Model read() {
    for (std::size_t i = 0; i < used_.size(); ++i) read_source(i);
    for (std::size_t i = 0; i < elements_.size(); ++i) read_node(i);
    return std::move(model_);
  }

 private:
  std::uint32_t queue(std::size_t file) {
    const auto known = std::find(used_.begin(), used_.end(), file);
    if (known != used_.end()) return static_cast<std::uint32_t>(known - used_.begin());
    used_.push_back(file);
    return static_cast<std::uint32_t>(used_.size() - 1);
  }

  void read_source(std::size_t index) {
    const File& file = files_[used_[index]];
    core::dmn::Source source;
    source.file = file.name;
    source.name_space = attribute_or(file.root, "namespace");
    source.name = attribute_or(file.root, "name");
    if (const std::string* language = file.root.attribute("expressionLanguage")) source.language = *language;
    for (const Element& child : file.root.children) {
      if (child.name == "itemDefinition") source.types.push_back(read_item(child));
      if (child.name == "import") add_import(child, source);
      add_node(child, static_cast<std::uint32_t>(index));
    }
    model_.sources.push_back(std::move(source));
  }

  void add_import(const Element& element, core::dmn::Source& source) {
    const std::string name_space = attribute_or(element, "namespace");
    const std::string location = attribute_or(element, "locationURI");
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const bool same = attribute_or(files_[i].root, "namespace") == name_space;
      if (!same && (location.empty() || base_name(location) != base_name(files_[i].name))) continue;
      source.imports.push_back({core::feel::tidy_name(attribute_or(element, "name")), queue(i)});
      return;
    }
  }

  void add_node(const Element& element, std::uint32_t source) {
    DrgNode node;
    if (element.name == "inputData") {
      node.kind = NodeKind::input;
    } else if (element.name == "decision") {
      node.kind = NodeKind::decision;
    } else if (element.name == "businessKnowledgeModel") {
      node.kind = NodeKind::knowledge;
    } else if (element.name == "decisionService") {
      node.kind = NodeKind::service;
    } else {
      return;
    }
    node.source = source;
    node.name = core::feel::tidy_name(attribute_or(element, "name"));
    if (const Element* variable = element.child("variable")) node.type = type_of(*variable);
    by_id_.emplace(std::pair{source, attribute_or(element, "id")}, static_cast<std::uint32_t>(model_.nodes.size()));
    elements_.push_back(&element);
    model_.nodes.push_back(std::move(node));
  }

  /// What an href names; nothing when there is no such element.
  [[nodiscard]] std::optional<Requirement> find(const std::string& href, std::uint32_t source) const {
    const std::size_t hash = href.find('#');
    const std::string space = hash == std::string::npos ? "" : href.substr(0, hash);
    const std::string id = hash == std::string::npos ? href : href.substr(hash + 1);
    const core::dmn::Source& own = model_.sources[source];
    if (space.empty() || space == own.name_space) {
      const auto found = by_id_.find({source, id});
      if (found != by_id_.end()) return Requirement{found->second, ""};
    }
    for (const core::dmn::Import& import : own.imports) {
      if (!space.empty() && model_.sources[import.source].name_space != space) continue;
      const auto found = by_id_.find({import.source, id});
      if (found != by_id_.end()) return Requirement{found->second, import.name};
    }
    // What an imported model imports itself may be required as well, under no name.
    for (std::uint32_t i = 0; i < model_.sources.size() && !space.empty(); ++i) {
      const auto found = by_id_.find({i, id});
      if (found != by_id_.end() && model_.sources[i].name_space == space) return Requirement{found->second, ""};
    }
    return std::nullopt;
  }

  /// A reference that names nothing takes its node away, not the model.
  void require(const Element& reference, DrgNode& node, std::vector<Requirement>& out) const {
    const std::string href = attribute_or(reference, "href");
    if (auto found = find(href, node.source)) {
      out.push_back(*std::move(found));
      return;
    }
    if (!node.missing) node.missing.emplace();
    node.missing->push_back(href);
  }

  void read_node(std::size_t index) {
    const Element& element = *elements_[index];
    DrgNode& node = model_.nodes[index];
    const bool service = node.kind == NodeKind::service;
    for (const Element& child : element.children) {
      if (child.name == "informationRequirement" || child.name == "knowledgeRequirement") {
        for (const Element& reference : child.children) {
          if (reference.name.starts_with("required")) require(reference, node, node.needs);
        }
      }
      if (service && child.name == "outputDecision") require(child, node, node.needs);
      if (service && child.name == "inputData") require(child, node, node.parameters);
    }
    for (const Element& child : element.children) {
      if (service && child.name == "inputDecision") require(child, node, node.parameters);
    }
    if (node.kind == NodeKind::decision) node.expression = expression_in(element);
    const Element* logic = element.child("encapsulatedLogic");
    if (node.kind == NodeKind::knowledge && logic != nullptr) node.expression = read_function(*logic);
  }

  const std::vector<File>& files_;
  std::vector<std::size_t> used_;
  std::vector<const Element*> elements_;
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> by_id_;
  Model model_;
};

}  // namespace

base::Result<File, ReadError> read_file(std::string name, std::string_view text) {
  auto root = parse_xml(text);
  if (!root.ok()) return base::Err{ReadError{std::move(name), root.error().line, root.error().message}};
  const bool known = root->name_space.find("www.omg.org/spec/DMN/") != std::string::npos;
  if (root->name != "definitions" || !known) {
    return base::Err{ReadError{std::move(name), root->line, "no DMN: expected <definitions> of a DMN namespace"}};
  }
  return File{std::move(name), std::move(root).value()};
}

base::Result<Model, ReadError> read_model(const std::vector<File>& files, std::size_t main) {
  if (main >= files.size() || files.size() > kMostFiles) return base::Err{ReadError{"", 0, "no such file"}};
  return ModelReader(files, main).read();
}

}  // namespace xiezhi::dmnfile
