// What a Program holds. For the files of this folder alone.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/dmn/program.h"
#include "core/feel/parser.h"

namespace xiezhi::core::dmn {

/// Types of one model, resolved once. A type that contains itself is cut off there: any value.
class SourceTypes final : public feel::TypeNames {
 public:
  [[nodiscard]] feel::TypePtr find(std::string_view name) const override;
  [[nodiscard]] const std::vector<std::string>& names() const override { return names_; }

  std::map<std::string, feel::TypePtr, std::less<>> types;
  void name(const std::string& name);

 private:
  std::vector<std::string> names_;
};

struct Program::Data {
  Model model;
  std::shared_ptr<const feel::ZoneTable> zones;
  std::vector<SourceTypes> types;         ///< for each source
  std::vector<feel::TypePtr> node_types;  ///< of each node's variable; null: any
  std::vector<feel::NodePtr> logic;       ///< of each node; null: none, or a problem
  std::map<std::string, std::uint32_t, std::less<>> by_name;
  std::multimap<std::string, std::uint32_t, std::less<>> by_input;  ///< input data and decisions that may be given
  std::vector<Problem> problems;
};

/// Resolves the item definitions of all sources.
void resolve_types(Program::Data& data);
/// Component names of all item definitions and outputs, which may follow a point.
std::vector<std::string> member_names(const Model& model);
/// Parses the logic of all nodes.
void compile_logic(Program::Data& data);

/// Compiles a table; null with problems when a cell cannot be read.
struct TablePlace {
  std::string name;  ///< of the decision, as hits tell it
  const feel::Surroundings* surroundings = nullptr;
  /// Reports a problem at a place of the table.
  void (*report)(void* owner, std::string place, std::string message) = nullptr;
  void* owner = nullptr;
};
std::shared_ptr<const feel::Logic> compile_table(const Table& table, const TablePlace& place);

}  // namespace xiezhi::core::dmn
