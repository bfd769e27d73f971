#include "core/feel/builtin.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "core/feel/evaluation.h"

namespace xiezhi::core::feel {
namespace {

/// The parameters of one entry: "a,b?,c*".
struct Signature {
  std::vector<std::string> names;
  std::size_t least = 0;
  bool any_number = false;
};

Signature read_signature(std::string_view text) {
  Signature out;
  if (text.empty()) return out;
  for (std::string_view name : base::split(text, ',')) {
    const char last = name.back();
    if (last == '?' || last == '*') name.remove_suffix(1);
    out.any_number = out.any_number || last == '*';
    if (last != '?') ++out.least;
    out.names.emplace_back(name);
  }
  return out;
}

class BuiltinFunction final : public Function {
 public:
  explicit BuiltinFunction(std::string_view name) : name_(name) {}

  void add(const Builtin& entry) {
    entries_.push_back({read_signature(entry.parameters), entry.call, entry.single});
    if (entries_.size() > 1) return;
    for (const std::string& name : entries_[0].signature.names) parameters_.push_back({name, nullptr});
  }

  [[nodiscard]] Value call(Evaluation& evaluation, const std::vector<Value>& arguments) const override {
    for (const Entry& entry : entries_) {
      const Signature& wanted = entry.signature;
      const bool few = arguments.size() < wanted.least;
      const bool many = arguments.size() > wanted.names.size() && !wanted.any_number;
      if (!few && !many) return run(evaluation, entry, arguments);
    }
    return evaluation.nothing(std::string(name_) + ": wrong number of arguments");
  }

  [[nodiscard]] Value call_named(Evaluation& evaluation, const std::vector<std::string>& names,
                                 const std::vector<Value>& arguments) const override {
    for (const bool whole : {true, false}) {
      for (const Entry& entry : entries_) {
        const auto ordered = in_order(entry.signature, names, arguments, whole);
        if (ordered) return run(evaluation, entry, *ordered);
      }
    }
    return evaluation.nothing(std::string(name_) + ": unknown parameter");
  }

  [[nodiscard]] const std::vector<Parameter>& parameters() const override { return parameters_; }

 private:
  struct Entry {
    Signature signature;
    Value (*call)(Evaluation&, Arguments);
    bool single;
  };

  /// The arguments in the order of the parameters; nothing when a name is none of them, or, with `whole`, when one that
  /// is needed is not given. Otherwise such a one is null (10.3.2.13.4).
  static std::optional<std::vector<Value>> in_order(const Signature& wanted, const std::vector<std::string>& names,
                                                    const std::vector<Value>& arguments, bool whole) {
    std::vector<Value> ordered;
    std::size_t used = 0;
    for (std::size_t i = 0; i < wanted.names.size(); ++i) {
      const auto found = std::find(names.begin(), names.end(), wanted.names[i]);
      if (found != names.end()) {
        ++used;
        ordered.push_back(arguments[static_cast<std::size_t>(found - names.begin())]);
        continue;
      }
      const bool needed = i < wanted.least;
      if (needed && whole) return std::nullopt;
      if (needed || used < names.size()) ordered.emplace_back();
    }
    if (used != names.size()) return std::nullopt;
    return ordered;
  }

  Value run(Evaluation& evaluation, const Entry& entry, const std::vector<Value>& arguments) const {
    std::uint64_t work = 1;
    for (const Value& argument : arguments) work += argument.list() != nullptr ? argument.weight() : 1;
    if (!evaluation.spend(work)) return {};
    Value out;
    if (entry.single) {
      std::vector<Value> singles;
      for (const Value& argument : arguments) {
        const bool one = argument.list() != nullptr && argument.list()->size() == 1;
        singles.push_back(one ? argument.list()->front() : argument);
      }
      out = entry.call(evaluation, singles);
    } else {
      out = entry.call(evaluation, arguments);
    }
    if (out.is_null()) evaluation.note(std::string(name_) + ": gives null");
    return out;
  }

  std::string_view name_;
  std::vector<Entry> entries_;
  std::vector<Parameter> parameters_;
};

using Table = std::map<std::string_view, std::shared_ptr<const Function>>;

Table make_table() {
  std::map<std::string_view, std::shared_ptr<BuiltinFunction>> made;
  for (const auto& part :
       {number_builtins(), string_builtins(), list_builtins(), time_builtins(), context_builtins(), range_builtins()}) {
    for (const Builtin& entry : part) {
      auto& function = made[entry.name];
      if (!function) function = std::make_shared<BuiltinFunction>(entry.name);
      function->add(entry);
    }
  }
  return {made.begin(), made.end()};
}

const Table& table() {
  static const Table kTable = make_table();
  return kTable;
}

}  // namespace

std::shared_ptr<const Function> builtin(std::string_view name) {
  const auto found = table().find(name);
  return found == table().end() ? nullptr : found->second;
}

const std::vector<std::string>& builtin_long_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> out;
    for (const auto& [name, function] : table()) {
      if (name.find(' ') != std::string_view::npos) out.emplace_back(name);
    }
    return out;
  }();
  return kNames;
}

}  // namespace xiezhi::core::feel
