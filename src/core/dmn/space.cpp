#include "core/dmn/space.h"

#include <algorithm>

#include "core/dmn/program_data.h"

namespace xiezhi::core::dmn {
namespace {

using base::Err;
using feel::Kind;
using feel::NodePtr;
using feel::Op;
using feel::Range;
using feel::Value;

/// `floor(?) = ?`, either way round: the type has whole numbers alone.
bool asks_for_whole(const feel::Node& tests) {
  if (tests.op != Op::tests || tests.negated || tests.parts.size() != 1) return false;
  const feel::Node& equal = *tests.parts[0];
  if (equal.op != Op::equal || equal.parts.size() != 2) return false;
  const auto is_floor = [](const feel::Node& node) {
    return node.op == Op::call && node.names.empty() && node.parts.size() == 2 && node.parts[0]->op == Op::name &&
           node.parts[0]->text == "floor" && node.parts[1]->op == Op::question;
  };
  const bool first = is_floor(*equal.parts[0]) && equal.parts[1]->op == Op::question;
  return first || (is_floor(*equal.parts[1]) && equal.parts[0]->op == Op::question);
}

/// Some tests as ranges of values.
struct Tests {
  std::vector<Range> ranges;
  bool negated = false;
};

Kind kind_of(const Range& range) { return range.low.is_null() ? range.high.kind() : range.low.kind(); }

/// Whether anything lies between two neighbours of a kind whose values have next ones.
bool room_between(const Axis& axis, std::size_t next) {
  if (next == 0 || next == axis.cuts.size()) return axis.kind != Kind::boolean;
  const Value& low = axis.cuts[next - 1];
  const Value& high = axis.cuts[next];
  if (axis.kind == Kind::boolean) return false;
  if (axis.kind == Kind::date) return feel::days_of(*high.date()) - feel::days_of(*low.date()) > 1;
  if (axis.kind == Kind::months) return high.months()->value - low.months()->value > 1;
  if (axis.kind != Kind::number || !axis.whole) return true;
  const auto floor = low.number()->rounded(0, feel::Rounding::floor);
  const auto after = floor ? feel::add(*floor, feel::Decimal(1)) : std::nullopt;
  return after && *after < *high.number();
}

class SpaceBuilder {
 public:
  SpaceBuilder(const Program& program, const TableAt& at)
      : data_(*program.data()), at_(at), types_(data_.types[data_.model.nodes[at.node].source]) {
    surroundings_.types = &types_;
    surroundings_.zones = data_.zones.get();
    for (const auto& [name, ignored] : at.names) surroundings_.names.push_back(name);
  }

  base::Result<Space, std::string> build() {
    for (std::size_t i = 0; i < at_.table->inputs.size(); ++i) TRY(add_column(i));
    for (std::size_t i = 0; i < at_.table->rules.size(); ++i) {
      const Rule& rule = at_.table->rules[i];
      if (rule.inputs.size() != at_.table->inputs.size() || rule.outputs.size() != at_.table->outputs.size()) {
        return Err{"rule " + std::to_string(i + 1) + " has another number of cells than the table has columns"};
      }
      TRY(add_rule(i));
    }
    for (std::size_t i = 0; i < space_.axes.size(); ++i) cut(i);
    for (const auto& row : cells_) {
      std::vector<Side> box;
      for (const Axis& axis : space_.axes) box.push_back(axis.all());
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::uint32_t axis = space_.axis_of[i];
        if (row[i]) box[axis] = shared(box[axis], side_of(*row[i], space_.axes[axis]));
      }
      space_.rules.push_back(std::move(box));
    }
    find_dead_tests();
    return std::move(space_);
  }

 private:
  static std::string place(std::size_t column) { return "input " + std::to_string(column + 1); }

  /// The declared type of a name, or of an entry below one; null when nothing is declared, an error for anything else.
  base::Result<feel::TypePtr, std::string> type_of(const std::string& expression, const std::string& where) {
    const feel::TypePtr* best = nullptr;
    std::string_view rest;
    for (const auto& [name, type] : at_.names) {
      const bool whole = expression == name;
      const bool path = expression.starts_with(name + ".");
      if (!whole && !path) continue;
      best = &type;
      rest = whole ? std::string_view() : std::string_view(expression).substr(name.size() + 1);
    }
    if (best == nullptr) return Err{where + " is computed, not a name: '" + expression + "'"};
    feel::TypePtr type = *best;
    while (!rest.empty()) {
      if (!type || type->shape != feel::Shape::context) return Err{where + " is an entry of something undeclared"};
      const auto found = std::find_if(type->parts.begin(), type->parts.end(), [&](const auto& part) {
        return rest == part.first || rest.starts_with(part.first + ".");
      });
      if (found == type->parts.end()) return Err{where + " is an entry that its type does not have"};
      rest = rest.size() == found->first.size() ? std::string_view() : rest.substr(found->first.size() + 1);
      type = found->second;
    }
    return type;
  }

  base::Result<bool, std::string> restrict(std::size_t axis, const NodePtr& tests, const std::string& where) {
    if (!tests || tests->op == Op::anything) return true;
    if (asks_for_whole(*tests)) {
      space_.axes[axis].whole = true;
      return true;
    }
    bool negated = false;
    auto ranges = simple_ranges(*tests, negated);
    if (!ranges) return Err{where + ": the allowed values are no values or ranges"};
    limits_[axis].push_back({*std::move(ranges), negated});
    return true;
  }

  base::Result<bool, std::string> restrict(std::size_t axis, const feel::TypePtr& type, const std::string& where) {
    if (!type || type->shape == feel::Shape::any) return true;
    if (type->shape != feel::Shape::plain) return Err{where + " is no single value"};
    Kind& kind = space_.axes[axis].kind;
    if (kind != Kind::null && kind != type->kind) return Err{where + " is declared with two types"};
    kind = type->kind;
    if (kind == Kind::time || kind == Kind::date_time) return Err{where + " is a time, which is not told apart here"};
    for (const feel::NodePtr& tests : type->allowed) TRY(restrict(axis, tests, where));
    return true;
  }

  base::Result<bool, std::string> add_column(std::size_t column) {
    const InputClause& clause = at_.table->inputs[column];
    const std::string where = place(column);
    const std::string name = feel::tidy_name(clause.expression);
    const feel::TypePtr named = TRY(type_of(name, where));
    std::size_t axis = 0;
    while (axis < space_.axes.size() && space_.axes[axis].name != name) ++axis;
    if (axis == space_.axes.size()) {
      space_.axes.emplace_back().name = name;
      limits_.emplace_back();
    }
    space_.axis_of.push_back(static_cast<std::uint32_t>(axis));
    TRY(restrict(axis, named, where));
    if (clause.type) {
      const feel::TypePtr own = types_.find(*clause.type);
      TRY(restrict(axis, own ? own : feel::builtin_type(*clause.type), where));
    }
    if (!clause.values) return true;
    auto values = feel::parse_unary_tests(*clause.values, surroundings_);
    if (!values.ok()) return Err{where + ": " + feel::text_of(values.error())};
    return restrict(axis, *values, where);
  }

  base::Result<bool, std::string> add_rule(std::size_t index) {
    std::vector<std::optional<Tests>> row;
    const Rule& rule = at_.table->rules[index];
    for (std::size_t i = 0; i < rule.inputs.size(); ++i) {
      const std::string where = "rule " + std::to_string(index + 1) + ", " + place(i);
      auto cell = feel::parse_unary_tests(rule.inputs[i].empty() ? "-" : rule.inputs[i], surroundings_);
      if (!cell.ok()) return Err{where + ": " + feel::text_of(cell.error())};
      row.emplace_back();
      if ((*cell)->op == Op::anything) continue;
      bool negated = false;
      auto ranges = simple_ranges(**cell, negated);
      if (!ranges || ranges->empty()) return Err{where + " is no value or range: '" + rule.inputs[i] + "'"};
      Kind& kind = space_.axes[space_.axis_of[i]].kind;
      if (kind == Kind::null) kind = kind_of(ranges->front());
      row.back() = Tests{*std::move(ranges), negated};
    }
    cells_.push_back(std::move(row));
    return true;
  }

  static void add_cuts(Axis& axis, const Tests& tests) {
    for (const Range& range : tests.ranges) {
      if (kind_of(range) != axis.kind) continue;
      if (!range.low.is_null()) axis.cuts.push_back(range.low);
      if (!range.high.is_null()) axis.cuts.push_back(range.high);
    }
  }

  void cut(std::size_t index) {
    Axis& axis = space_.axes[index];
    if (axis.kind == Kind::boolean) axis.cuts = {Value(false), Value(true)};
    for (const Tests& limit : limits_[index]) add_cuts(axis, limit);
    for (const auto& row : cells_) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (space_.axis_of[i] == index && row[i]) add_cuts(axis, *row[i]);
      }
    }
    auto& cuts = axis.cuts;
    std::sort(cuts.begin(), cuts.end(), less);
    const auto same = [](const Value& a, const Value& b) { return !less(a, b) && !less(b, a); };
    cuts.erase(std::unique(cuts.begin(), cuts.end(), same), cuts.end());
    axis.inside.assign(2 * cuts.size() + 1, true);
    std::vector<Side> limits;
    for (const Tests& limit : limits_[index]) limits.push_back(side_of(limit, axis));
    for (std::uint32_t at = 0; at < axis.positions(); ++at) {
      const bool odd = at % 2 == 1;
      const bool whole = !axis.whole || !odd || cuts[at / 2].number() == nullptr || cuts[at / 2].number()->is_integer();
      axis.inside[at] = (odd ? whole : room_between(axis, at / 2)) &&
                        std::all_of(limits.begin(), limits.end(), [&](const Side& one) { return holds(one, at); });
    }
  }

  static std::uint32_t lower(const Axis& axis, const Value& value) {
    return static_cast<std::uint32_t>(std::lower_bound(axis.cuts.begin(), axis.cuts.end(), value, less) -
                                      axis.cuts.begin());
  }

  static Side side_of(const Tests& tests, const Axis& axis) {
    Side held;
    for (const Range& range : tests.ranges) {
      if (kind_of(range) != axis.kind) continue;  // a value of another kind never equals one of this
      Stretch one{0, axis.positions() - 1};
      if (!range.low.is_null()) one.first = 2 * lower(axis, range.low) + (range.low_included ? 1 : 2);
      if (!range.high.is_null()) one.second = 2 * lower(axis, range.high) + (range.high_included ? 1 : 0);
      if (one.first <= one.second) held.push_back(one);
    }
    std::sort(held.begin(), held.end());
    Side out;
    std::uint32_t from = 0;
    for (const Stretch& one : held) {
      if (tests.negated) {
        if (one.first > from) out.emplace_back(from, one.first - 1);
        from = std::max(from, one.second + 1);
      } else if (!out.empty() && one.first <= out.back().second + 1) {
        out.back().second = std::max(out.back().second, one.second);
      } else {
        out.push_back(one);
      }
    }
    if (tests.negated && from < axis.positions()) out.emplace_back(from, axis.positions() - 1);
    return out;
  }

  void find_dead_tests() {
    for (std::uint32_t rule = 0; rule < cells_.size(); ++rule) {
      for (std::uint32_t i = 0; i < cells_[rule].size(); ++i) {
        if (!cells_[rule][i]) continue;
        const Axis& axis = space_.axes[space_.axis_of[i]];
        const auto dead = [&](const Range& range) {
          const Side side = side_of(Tests{{range}, false}, axis);
          return std::none_of(side.begin(), side.end(),
                              [&](const Stretch& one) { return axis.first_in(one).has_value(); });
        };
        const auto& ranges = cells_[rule][i]->ranges;
        if (std::any_of(ranges.begin(), ranges.end(), dead)) space_.dead.push_back({rule, i});
      }
    }
  }

  const Program::Data& data_;
  const TableAt& at_;
  const SourceTypes& types_;
  feel::Surroundings surroundings_;
  Space space_;
  std::vector<std::vector<Tests>> limits_;                ///< of each axis
  std::vector<std::vector<std::optional<Tests>>> cells_;  ///< rule by rule, column by column
};

/// Walks the boxes of one node.
class TableFinder {
 public:
  TableFinder(const Program& program, std::uint32_t node, std::vector<TableAt>& out)
      : data_(*program.data()), node_(node), out_(out) {
    const DrgNode& here = data_.model.nodes[node];
    for (const Requirement& need : here.needs) {
      if (need.import.empty()) names_.emplace_back(data_.model.nodes[need.node].name, data_.node_types[need.node]);
    }
    if (here.expression) walk(*here.expression, "");
  }

 private:
  feel::TypePtr type_of(const std::optional<std::string>& name) {
    if (!name) return nullptr;
    const feel::TypePtr found = data_.types[data_.model.nodes[node_].source].find(*name);
    return found ? found : feel::builtin_type(*name);
  }

  void walk(const Expression& box, const std::string& place) {
    if (box.table) out_.push_back({node_, data_.model.nodes[node_].name, place, &*box.table, names_});
    if (!box.parts) return;
    const std::size_t kept = names_.size();
    const bool binds = box.form == Form::function;
    for (std::size_t i = 0; binds && box.names && i < box.names->size(); ++i) {
      names_.emplace_back((*box.names)[i].name, type_of((*box.names)[i].type));
    }
    for (std::size_t i = 0; i < box.parts->size(); ++i) {
      const bool named = box.form == Form::context && box.names && i < box.names->size();
      const std::string part = named ? (*box.names)[i].name : "part " + std::to_string(i + 1);
      walk((*box.parts)[i], binds ? place : (place.empty() ? part : place + ", " + part));
      if (named) names_.emplace_back((*box.names)[i].name, type_of((*box.names)[i].type));
    }
    names_.resize(kept);
  }

  const Program::Data& data_;
  std::uint32_t node_;
  std::vector<TableAt>& out_;
  std::vector<std::pair<std::string, feel::TypePtr>> names_;
};

}  // namespace

std::vector<TableAt> tables_of(const Program& program) {
  std::vector<TableAt> out;
  const auto& nodes = program.model().nodes;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].source == 0) TableFinder(program, i, out);
  }
  return out;
}

base::Result<Space, std::string> space_of(const Program& program, const TableAt& at) {
  return SpaceBuilder(program, at).build();
}

}  // namespace xiezhi::core::dmn
