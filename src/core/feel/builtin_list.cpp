// List functions (DMN 1.5, 10.3.4.4). Where a list is wanted, a single value stands for the list of it.
#include <algorithm>

#include "core/feel/builtin.h"
#include "core/feel/evaluation.h"

namespace xiezhi::core::feel {
namespace {

using Items = std::vector<Value>;

/// The list that an argument is; nothing for null.
std::optional<Items> list_of(const Value& value) {
  if (value.is_null()) return std::nullopt;
  return value.list() != nullptr ? *value.list() : Items{value};
}

/// The items of a function of any number of them: one list, or the items one by one.
std::optional<Items> items_of(Arguments arguments) {
  if (arguments.size() == 1) return list_of(arguments[0]);
  return Items(arguments.begin(), arguments.end());
}

std::optional<std::vector<Decimal>> numbers_of(Arguments arguments) {
  const auto items = items_of(arguments);
  if (!items || items->empty()) return std::nullopt;
  std::vector<Decimal> out;
  for (const Value& item : *items) {
    if (item.number() == nullptr) return std::nullopt;
    out.push_back(*item.number());
  }
  return out;
}

/// A position from 1, or from -1 at the end, as an index.
std::optional<std::size_t> index_of_position(const Value& position, std::size_t size) {
  const Decimal* number = single(position).number();
  const auto at = number == nullptr ? std::nullopt : number->truncated();
  const auto count = static_cast<std::int64_t>(size);
  if (!at || *at == 0 || *at > count || *at < -count) return std::nullopt;
  return static_cast<std::size_t>(*at > 0 ? *at - 1 : count + *at);
}

bool holds(const Items& items, const Value& wanted) {
  return std::any_of(items.begin(), items.end(), [&](const Value& item) { return equal(item, wanted) == true; });
}

Value list_contains(Evaluation&, Arguments arguments) {
  const auto items = list_of(arguments[0]);
  return items ? Value(holds(*items, arguments[1])) : Value();
}

Value count(Evaluation&, Arguments arguments) {
  const auto items = list_of(arguments[0]);
  return items ? Value(static_cast<std::int64_t>(items->size())) : Value();
}

template <bool kLargest>
Value extreme(Evaluation&, Arguments arguments) {
  const auto items = items_of(arguments);
  if (!items || items->empty()) return {};
  Value best = items->front();
  for (const Value& item : *items) {
    const auto sign = order(item, best);
    if (!sign) return {};
    if (kLargest ? *sign > 0 : *sign < 0) best = item;
  }
  return best;
}

template <Op kOp>
Value folded(Evaluation&, Arguments arguments) {
  const auto items = items_of(arguments);
  if (!items || items->empty()) return {};
  Value out = items->front();
  if (out.number() == nullptr && (kOp == Op::multiply || (out.seconds() == nullptr && out.months() == nullptr)))
    return {};
  for (std::size_t i = 1; i < items->size(); ++i) {
    if ((*items)[i].kind() != out.kind()) return {};
    out = calculate(kOp, out, (*items)[i]);
    if (out.is_null()) return {};
  }
  return out;
}

Value mean(Evaluation& evaluation, Arguments arguments) {
  const auto items = items_of(arguments);
  if (!items || items->empty()) return {};
  const Value sum = folded<Op::add>(evaluation, arguments);
  return sum.number() == nullptr ? Value()
                                 : calculate(Op::divide, sum, Value(static_cast<std::int64_t>(items->size())));
}

Value median(Evaluation&, Arguments arguments) {
  auto numbers = numbers_of(arguments);
  if (!numbers) return {};
  std::sort(numbers->begin(), numbers->end());
  const std::size_t half = numbers->size() / 2;
  if (numbers->size() % 2 == 1) return Value((*numbers)[half]);
  const auto sum = add((*numbers)[half - 1], (*numbers)[half]);
  return sum ? Value::of(divide(*sum, Decimal(2))) : Value();
}

Value mode(Evaluation&, Arguments arguments) {
  const auto items = items_of(arguments);
  if (items && items->empty()) return Value::list({});
  auto numbers = numbers_of(arguments);
  if (!numbers) return {};
  std::sort(numbers->begin(), numbers->end());
  Items out;
  std::size_t most = 0;
  for (std::size_t from = 0; from < numbers->size();) {
    std::size_t to = from;
    while (to < numbers->size() && (*numbers)[to] == (*numbers)[from]) ++to;
    if (to - from > most) out.clear();
    most = std::max(most, to - from);
    if (to - from == most) out.emplace_back((*numbers)[from]);
    from = to;
  }
  return Value::list(std::move(out));
}

/// Standard deviation of a sample.
Value stddev(Evaluation&, Arguments arguments) {
  const auto numbers = numbers_of(arguments);
  return numbers ? Value::of(sample_deviation(*numbers)) : Value();
}

/// all and any: three-valued, null as soon as something is no truth value.
template <bool kAll>
Value truth(Evaluation&, Arguments arguments) {
  const auto items = items_of(arguments);
  return items ? quantify(kAll, *items) : Value();
}

Value sublist(Evaluation&, Arguments arguments) {
  const auto items = list_of(arguments[0]);
  const auto from = items ? index_of_position(arguments[1], items->size()) : std::nullopt;
  if (!from) return {};
  std::size_t length = items->size() - *from;
  if (arguments.size() > 2) {
    const Decimal* number = single(arguments[2]).number();
    const auto wanted = number == nullptr ? std::nullopt : number->truncated();
    if (!wanted || *wanted < 0 || static_cast<std::uint64_t>(*wanted) > length) return {};
    length = static_cast<std::size_t>(*wanted);
  }
  const auto start = items->begin() + static_cast<std::ptrdiff_t>(*from);
  return Value::list(Items(start, start + static_cast<std::ptrdiff_t>(length)));
}

Value append(Evaluation&, Arguments arguments) {
  auto items = list_of(arguments[0]);
  if (!items) return {};
  items->insert(items->end(), arguments.begin() + 1, arguments.end());
  return Value::list(*std::move(items));
}

std::optional<Items> joined(Arguments arguments) {
  Items out;
  for (const Value& argument : arguments) {
    const auto items = list_of(argument);
    if (!items) return std::nullopt;
    out.insert(out.end(), items->begin(), items->end());
  }
  return out;
}

Value concatenate(Evaluation&, Arguments arguments) {
  auto items = joined(arguments);
  return items ? Value::list(*std::move(items)) : Value();
}

Value insert_before(Evaluation&, Arguments arguments) {
  auto items = list_of(arguments[0]);
  const auto at = items ? index_of_position(arguments[1], items->size()) : std::nullopt;
  if (!at) return {};
  items->insert(items->begin() + static_cast<std::ptrdiff_t>(*at), arguments[2]);
  return Value::list(*std::move(items));
}

Value remove(Evaluation&, Arguments arguments) {
  auto items = list_of(arguments[0]);
  const auto at = items ? index_of_position(arguments[1], items->size()) : std::nullopt;
  if (!at) return {};
  items->erase(items->begin() + static_cast<std::ptrdiff_t>(*at));
  return Value::list(*std::move(items));
}

Value list_replace(Evaluation& evaluation, Arguments arguments) {
  auto items = list_of(arguments[0]);
  if (!items) return {};
  const Value& match = single(arguments[1]);
  if (match.function() == nullptr) {
    const auto at = index_of_position(arguments[1], items->size());
    if (!at) return {};
    (*items)[*at] = arguments[2];
    return Value::list(*std::move(items));
  }
  if ((*match.function())->parameters().size() != 2) return {};
  for (Value& item : *items) {
    const Value matches = evaluation.call(match, {item, arguments[2]});
    if (matches.boolean() == nullptr) return {};
    if (matches.is_true()) item = arguments[2];
  }
  return Value::list(*std::move(items));
}

Value reverse(Evaluation&, Arguments arguments) {
  auto items = list_of(arguments[0]);
  if (!items) return {};
  std::reverse(items->begin(), items->end());
  return Value::list(*std::move(items));
}

Value index_of(Evaluation&, Arguments arguments) {
  const auto items = list_of(arguments[0]);
  if (!items) return {};
  Items out;
  for (std::size_t i = 0; i < items->size(); ++i) {
    if (equal((*items)[i], arguments[1]) == true) out.emplace_back(static_cast<std::int64_t>(i) + 1);
  }
  return Value::list(std::move(out));
}

Value distinct(Evaluation& evaluation, const Items& items) {
  Items out;
  for (const Value& item : items) {
    if (!evaluation.spend(out.size() / 8)) return {};
    if (!holds(out, item)) out.push_back(item);
  }
  return Value::list(std::move(out));
}

Value distinct_values(Evaluation& evaluation, Arguments arguments) {
  const auto items = list_of(arguments[0]);
  return items ? distinct(evaluation, *items) : Value();
}

Value list_union(Evaluation& evaluation, Arguments arguments) {
  const auto items = joined(arguments);
  return items ? distinct(evaluation, *items) : Value();
}

Value duplicate_values(Evaluation& evaluation, Arguments arguments) {
  const auto items = list_of(arguments[0]);
  if (!items) return {};
  Items seen;
  Items out;
  for (const Value& item : *items) {
    if (!evaluation.spend(seen.size() / 8)) return {};
    if (holds(seen, item) && !holds(out, item)) out.push_back(item);
    seen.push_back(item);
  }
  return Value::list(std::move(out));
}

void flatten_into(Items& out, const Items& items) {
  for (const Value& item : items) {
    if (item.list() != nullptr) {
      flatten_into(out, *item.list());
    } else {
      out.push_back(item);
    }
  }
}

Value flatten(Evaluation&, Arguments arguments) {
  const auto items = list_of(arguments[0]);
  if (!items) return {};
  Items out;
  flatten_into(out, *items);
  return Value::list(std::move(out));
}

/// Merge sort: stable, and safe with a function that contradicts itself.
bool sort_items(Evaluation& evaluation, Items& items, const Value& precedes) {
  Items other(items.size());
  for (std::size_t width = 1; width < items.size(); width *= 2) {
    for (std::size_t from = 0; from < items.size(); from += 2 * width) {
      std::size_t left = from;
      const std::size_t middle = std::min(from + width, items.size());
      const std::size_t end = std::min(from + 2 * width, items.size());
      std::size_t right = middle;
      for (std::size_t to = from; to < end; ++to) {
        bool take_right = left == middle;
        if (left < middle && right < end) {
          const Value first = evaluation.call(precedes, {items[right], items[left]});
          if (first.boolean() == nullptr) return false;
          take_right = first.is_true();
        }
        other[to] = items[take_right ? right++ : left++];
      }
    }
    items.swap(other);
  }
  return true;
}

Value sort(Evaluation& evaluation, Arguments arguments) {
  auto items = list_of(arguments[0]);
  const Value& precedes = single(arguments[1]);
  if (!items || precedes.function() == nullptr) return {};
  return sort_items(evaluation, *items, precedes) ? Value::list(*std::move(items)) : Value();
}

constexpr Builtin kTable[] = {
    {"list contains", "list,element", list_contains, false},
    {"count", "list", count, false},
    {"min", "list*", extreme<false>, false},
    {"max", "list*", extreme<true>, false},
    {"sum", "list*", folded<Op::add>, false},
    {"product", "list*", folded<Op::multiply>, false},
    {"mean", "list*", mean, false},
    {"median", "list*", median, false},
    {"stddev", "list*", stddev, false},
    {"mode", "list*", mode, false},
    {"all", "list*", truth<true>, false},
    {"any", "list*", truth<false>, false},
    {"sublist", "list,start position,length?", sublist, false},
    {"append", "list,item*", append, false},
    {"concatenate", "list*", concatenate, false},
    {"insert before", "list,position,newItem", insert_before, false},
    {"remove", "list,position", remove, false},
    {"list replace", "list,position,newItem", list_replace, false},
    {"list replace", "list,match,newItem", list_replace, false},
    {"reverse", "list", reverse, false},
    {"index of", "list,match", index_of, false},
    {"union", "list*", list_union, false},
    {"distinct values", "list", distinct_values, false},
    {"duplicate values", "list", duplicate_values, false},
    {"flatten", "list", flatten, false},
    {"sort", "list,precedes", sort, false},
};

}  // namespace

std::span<const Builtin> list_builtins() { return kTable; }

}  // namespace xiezhi::core::feel
