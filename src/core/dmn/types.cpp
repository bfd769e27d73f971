// Item definitions to types.
#include <algorithm>

#include "core/dmn/program_data.h"

namespace xiezhi::core::dmn {
namespace {

constexpr int kDeepestType = 24;

class TypeResolver {
 public:
  explicit TypeResolver(Program::Data& data) : data_(data) {}

  feel::TypePtr named(std::uint32_t source, std::string_view name, int depth) {
    if (depth > kDeepestType) return feel::any_type();
    auto& known = data_.types[source].types;
    if (const auto found = known.find(name); found != known.end()) return found->second;
    for (const ItemDefinition& item : data_.model.sources[source].types) {
      if (item.name != name) continue;
      const std::pair key{source, std::string(name)};
      if (std::find(open_.begin(), open_.end(), key) != open_.end()) return feel::any_type();
      open_.push_back(key);
      feel::TypePtr out = resolve(source, item, depth);
      open_.pop_back();
      known.emplace(name, out);
      return out;
    }
    for (const Import& import : data_.model.sources[source].imports) {
      const std::string prefix = import.name.empty() ? "" : import.name + ".";
      if (!name.starts_with(prefix) || import.source == source) continue;
      if (auto out = named(import.source, name.substr(prefix.size()), depth + 1)) return out;
    }
    return feel::builtin_type(name);
  }

 private:
  feel::TypePtr resolve(std::uint32_t source, const ItemDefinition& item, int depth) {
    feel::Type made;
    if (item.parameters) {
      made.shape = feel::Shape::function;
      for (const Variable& parameter : *item.parameters) {
        made.parts.emplace_back(parameter.name, reference(source, parameter.type, depth));
      }
      made.element = reference(source, item.type, depth);
    } else if (!item.components.empty()) {
      made.shape = feel::Shape::context;
      for (const ItemDefinition& component : item.components) {
        made.parts.emplace_back(component.name, resolve(source, component, depth + 1));
      }
    } else {
      made = *reference(source, item.type, depth);
    }
    feel::Surroundings surroundings;
    surroundings.zones = data_.zones.get();
    // What the base type does not allow stays disallowed. Of a collection `allowed` is about each item and `constraint`
    // about the whole (DMN 1.5, 7.3.3).
    if (auto allowed = tests(source, item, item.allowed, surroundings)) made.allowed.push_back(std::move(allowed));
    feel::TypePtr out = std::make_shared<const feel::Type>(std::move(made));
    if (item.is_list) out = feel::list_type(std::move(out));
    if (auto constraint = tests(source, item, item.constraint, surroundings)) {
      feel::Type whole = *out;
      whole.allowed.push_back(std::move(constraint));
      out = std::make_shared<const feel::Type>(std::move(whole));
    }
    return out;
  }

  feel::TypePtr reference(std::uint32_t source, const std::optional<std::string>& name, int depth) {
    auto out = name ? named(source, *name, depth + 1) : nullptr;
    return out ? out : feel::any_type();
  }

  feel::NodePtr tests(std::uint32_t source, const ItemDefinition& item, const std::optional<std::string>& text,
                      const feel::Surroundings& surroundings) {
    if (!text) return nullptr;
    auto parsed = feel::parse_unary_tests(*text, surroundings);
    if (parsed.ok()) return *std::move(parsed);
    data_.problems.push_back(
        {data_.model.sources[source].file, item.name, "allowed values", feel::text_of(parsed.error())});
    return nullptr;
  }

  Program::Data& data_;
  std::vector<std::pair<std::uint32_t, std::string>> open_;
};

void add_members(std::vector<std::string>& out, const std::vector<ItemDefinition>& items) {
  for (const ItemDefinition& item : items) {
    out.push_back(item.name);
    add_members(out, item.components);
  }
}

/// The keys of several words of the contexts that an expression writes out: what stands between "{" or "," and ":".
/// That parameters and arguments are among them does no harm: words beside each other mean nothing else. A key with
/// other signs could be a calculation elsewhere, and is known where it is written alone.
void add_keys(std::vector<std::string>& out, std::string_view text) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t from = kNone;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '{' || c == ',') {
      from = at + 1;
    } else if (c == ':' && from != kNone) {
      std::string key = feel::tidy_name(text.substr(from, at - from));
      if (key.size() > 2 && key.front() == '"' && key.back() == '"') key = key.substr(1, key.size() - 2);
      if (key.find_first_of("+-*/.'") == kNone) out.push_back(std::move(key));
      from = kNone;
    } else if (c == '"') {
      for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\' ? 1 : 0;
    } else if (std::string_view("()[]}").find(c) != kNone) {
      from = kNone;
    }
  }
}

void add_members(std::vector<std::string>& out, const Expression& expression) {
  if (expression.table) {
    for (const OutputClause& output : expression.table->outputs) out.push_back(output.name);
  }
  if (expression.names) {
    for (const Variable& name : *expression.names) out.push_back(name.name);
  }
  if (expression.text) add_keys(out, *expression.text);
  if (!expression.parts) return;
  for (const Expression& part : *expression.parts) add_members(out, part);
}

/// Whether a name is more than one plain word, so that a parser must know it.
bool is_special(const std::string& name) {
  return std::any_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
  });
}

}  // namespace

feel::TypePtr SourceTypes::find(std::string_view name) const {
  const auto found = types.find(name);
  return found == types.end() ? nullptr : found->second;
}

void SourceTypes::name(const std::string& name) {
  if (is_special(name)) names_.push_back(name);
}

void resolve_types(Program::Data& data) {
  data.types.resize(data.model.sources.size());
  TypeResolver resolver(data);
  for (std::uint32_t i = 0; i < data.model.sources.size(); ++i) {
    for (const ItemDefinition& item : data.model.sources[i].types) {
      resolver.named(i, item.name, 0);
      data.types[i].name(item.name);
    }
    for (const Import& import : data.model.sources[i].imports) {
      for (const ItemDefinition& item : data.model.sources[import.source].types) {
        const std::string name = import.name.empty() ? item.name : import.name + "." + item.name;
        data.types[i].types.emplace(name, resolver.named(i, name, 0));
        data.types[i].name(name);
      }
    }
  }
  for (const DrgNode& node : data.model.nodes) {
    data.node_types.push_back(node.type ? resolver.named(node.source, *node.type, 0) : nullptr);
  }
}

std::vector<std::string> member_names(const Model& model) {
  std::vector<std::string> out;
  for (const Source& source : model.sources) add_members(out, source.types);
  for (const DrgNode& node : model.nodes) {
    out.push_back(node.name);
    if (node.expression) add_members(out, *node.expression);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  std::erase_if(out, [](const std::string& name) { return !is_special(name); });
  return out;
}

}  // namespace xiezhi::core::dmn
