// A decision table as a space: each input an axis cut where a cell begins or ends, each rule a box. What no cell tells
// apart falls together, so that a finite search over stretches says something about all values.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "core/dmn/program.h"
#include "core/dmn/table_index.h"

namespace xiezhi::core::dmn {

/// Stretches of positions, sorted and apart.
using Side = std::vector<Stretch>;

/// One input and the values it is declared to have. Null is none of them.
struct Axis {
  std::string name;
  feel::Kind kind = feel::Kind::null;  ///< null: nothing is said about it, anywhere
  bool whole = false;                  ///< whole numbers alone: its type is constrained by `floor(?) = ?`
  std::vector<feel::Value> cuts;       ///< in order; position 2i + 1 is cut i, 2i what lies before it
  std::vector<bool> inside;            ///< of each position: whether any value there is declared

  [[nodiscard]] std::uint32_t positions() const { return static_cast<std::uint32_t>(inside.size()); }
  /// Where a value lies; nothing for a value of another kind.
  [[nodiscard]] std::optional<std::uint32_t> position(const feel::Value& value) const;
  /// A declared value at a position: a cut, or the plainest value between two.
  [[nodiscard]] feel::Value sample(std::uint32_t at) const;
  /// The first declared position of a stretch.
  [[nodiscard]] std::optional<std::uint32_t> first_in(const Stretch& stretch) const;
  [[nodiscard]] Side all() const { return {{0, positions() - 1}}; }
};

/// A table of a model, with the names that are in force around it.
struct TableAt {
  std::uint32_t node = 0;
  std::string decision;
  std::string place;  ///< "" for a decision that is a table
  const Table* table = nullptr;
  std::vector<std::pair<std::string, feel::TypePtr>> names;
};

/// Every table of the model itself, those inside boxed expressions included. They live as long as the program.
std::vector<TableAt> tables_of(const Program& program);

/// A value or range of a cell that no declared value meets.
struct DeadTest {
  std::uint32_t rule = 0;
  std::uint32_t column = 0;
};

struct Space {
  std::vector<Axis> axes;
  std::vector<std::uint32_t> axis_of;    ///< of each column of the table
  std::vector<std::vector<Side>> rules;  ///< for each rule, for each axis
  std::vector<DeadTest> dead;            ///< of each cell at most one
};

/// The space of a table. An error says which cell or input is no plain value, range or name, so that it cannot be told.
base::Result<Space, std::string> space_of(const Program& program, const TableAt& at);

/// The first declared point of a rule's box; nothing when no declared facts meet its conditions.
std::optional<std::vector<std::uint32_t>> point_in(const Space& space, std::uint32_t rule);
/// What two sides share.
Side shared(const Side& a, const Side& b);
bool holds(const Side& side, std::uint32_t at);

}  // namespace xiezhi::core::dmn
