// Arithmetic of values (DMN 1.5, tables 51 to 56) and properties (table 65).
#include "core/feel/evaluation.h"

namespace xiezhi::core::feel {
namespace {

template <typename T>
Value value_or_null(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

Value months(const MaybeDecimal& value) {
  const auto whole = value ? value->truncated() : std::nullopt;
  return whole ? Value(Months{*whole}) : Value();
}

Value seconds(const MaybeDecimal& value) { return value ? Value(Seconds{*value}) : Value(); }

/// A moment moved by a duration.
Value moved(const Value& moment, const Value& duration, bool back) {
  if (duration.months() != nullptr) {
    const std::int64_t count = back ? -duration.months()->value : duration.months()->value;
    if (moment.date() != nullptr) return value_or_null(plus_months(*moment.date(), count));
    if (moment.date_time() != nullptr) return value_or_null(plus(*moment.date_time(), Months{count}));
    return {};
  }
  if (duration.seconds() == nullptr) return {};
  const Decimal size = back ? -duration.seconds()->value : duration.seconds()->value;
  if (moment.time() != nullptr) return value_or_null(plus(*moment.time(), size));
  if (moment.date_time() != nullptr) return value_or_null(plus(*moment.date_time(), size));
  if (moment.date() == nullptr) return {};
  const auto out = plus(midnight(*moment.date()), size);
  return out ? Value(out->date) : Value();
}

bool is_moment(const Value& value) {
  return value.kind() == Kind::date || value.kind() == Kind::time || value.kind() == Kind::date_time;
}

Value sum(const Value& a, const Value& b) {
  if (a.number() != nullptr && b.number() != nullptr) return Value::of(add(*a.number(), *b.number()));
  if (a.string() != nullptr && b.string() != nullptr) return Value(*a.string() + *b.string());
  if (a.seconds() != nullptr && b.seconds() != nullptr) return seconds(add(a.seconds()->value, b.seconds()->value));
  if (a.months() != nullptr && b.months() != nullptr) {
    return months(add(Decimal(a.months()->value), Decimal(b.months()->value)));
  }
  if (is_moment(a)) return moved(a, b, false);
  return is_moment(b) ? moved(b, a, false) : Value();
}

Value difference(const Value& a, const Value& b) {
  if (a.number() != nullptr && b.number() != nullptr) return Value::of(subtract(*a.number(), *b.number()));
  if (a.seconds() != nullptr && b.seconds() != nullptr) {
    return seconds(subtract(a.seconds()->value, b.seconds()->value));
  }
  if (a.months() != nullptr && b.months() != nullptr) {
    return months(subtract(Decimal(a.months()->value), Decimal(b.months()->value)));
  }
  if (is_moment(a) && !is_moment(b)) return moved(a, b, true);
  if (a.time() != nullptr && b.time() != nullptr) return value_or_null(between(*a.time(), *b.time()));
  const auto moment = [](const Value& value) -> std::optional<DateTime> {
    if (value.date_time() != nullptr) return *value.date_time();
    return value.date() == nullptr ? std::nullopt : std::optional<DateTime>(midnight(*value.date()));
  };
  const auto first = moment(a);
  const auto second = moment(b);
  return first && second ? value_or_null(between(*first, *second)) : Value();
}

Value product(const Value& a, const Value& b) {
  if (a.number() != nullptr && b.number() != nullptr) return Value::of(multiply(*a.number(), *b.number()));
  if (a.number() != nullptr && b.number() == nullptr)
    return b.number() == nullptr && !b.is_null() ? product(b, a) : Value();
  if (b.number() == nullptr) return {};
  if (a.seconds() != nullptr) return seconds(multiply(a.seconds()->value, *b.number()));
  return a.months() != nullptr ? months(multiply(Decimal(a.months()->value), *b.number())) : Value();
}

Value quotient(const Value& a, const Value& b) {
  if (a.number() != nullptr && b.number() != nullptr) return Value::of(divide(*a.number(), *b.number()));
  if (a.seconds() != nullptr && b.seconds() != nullptr) {
    return Value::of(divide(a.seconds()->value, b.seconds()->value));
  }
  if (a.months() != nullptr && b.months() != nullptr) {
    return Value::of(divide(Decimal(a.months()->value), Decimal(b.months()->value)));
  }
  if (b.number() == nullptr) return {};
  if (a.seconds() != nullptr) return seconds(divide(a.seconds()->value, *b.number()));
  return a.months() != nullptr ? months(divide(Decimal(a.months()->value), *b.number())) : Value();
}

Value date_property(const Date& date, std::string_view name) {
  if (name == "year") return Value(std::int64_t{date.year});
  if (name == "month") return Value(std::int64_t{date.month});
  if (name == "day") return Value(std::int64_t{date.day});
  return name == "weekday" ? Value(std::int64_t{weekday_of(date)}) : Value();
}

Value time_property(const Time& time, std::string_view name, std::optional<std::int32_t> offset) {
  if (name == "hour") return Value(std::int64_t{time.hour});
  if (name == "minute") return Value(std::int64_t{time.minute});
  if (name == "second") {
    const auto fraction = Decimal::make(false, time.nano, -9);
    return fraction ? Value::of(add(Decimal(time.second), *fraction)) : Value();
  }
  if (name == "time offset") return offset ? Value(Seconds{Decimal(*offset)}) : Value();
  if (name == "timezone") return time.zone ? Value(time.zone->name) : Value();
  return {};
}

Value seconds_property(const Seconds& duration, std::string_view name) {
  const auto whole = duration.value.truncated();
  if (!whole) return {};
  if (name == "days") return Value(*whole / 86'400);
  if (name == "hours") return Value(*whole / 3600 % 24);
  if (name == "minutes") return Value(*whole / 60 % 60);
  if (name != "seconds") return {};
  const auto rest = subtract(duration.value, Decimal(*whole));
  return rest ? Value::of(add(Decimal(*whole % 60), *rest)) : Value();
}

Value range_property(const Range& range, std::string_view name) {
  if (name == "start") return range.low;
  if (name == "end") return range.high;
  if (name == "start included") return Value(range.low_included);
  return name == "end included" ? Value(range.high_included) : Value();
}

}  // namespace

Value calculate(Op op, const Value& a, const Value& b) {
  if (op == Op::add) return sum(a, b);
  if (op == Op::subtract) return difference(a, b);
  if (op == Op::multiply) return product(a, b);
  if (op == Op::divide) return quotient(a, b);
  if (a.number() == nullptr || b.number() == nullptr) return {};
  return Value::of(power(*a.number(), *b.number()));
}

Value property(const Value& value, std::string_view name) {
  if (value.list() != nullptr) {
    std::vector<Value> out;
    out.reserve(value.list()->size());
    for (const Value& item : *value.list()) out.push_back(property(item, name));
    return Value::list(std::move(out));
  }
  if (value.context() != nullptr) {
    const Value* found = value.find(name);
    return found == nullptr ? Value() : *found;
  }
  if (value.date() != nullptr) return date_property(*value.date(), name);
  if (value.time() != nullptr) {
    const Time& time = *value.time();
    return time_property(time, name, time.zone ? std::optional<std::int32_t>(time.zone->rule.standard) : time.offset);
  }
  if (value.date_time() != nullptr) {
    const Value of_date = date_property(value.date_time()->date, name);
    return of_date.is_null() ? time_property(value.date_time()->time, name, value.date_time()->offset()) : of_date;
  }
  if (value.seconds() != nullptr) return seconds_property(*value.seconds(), name);
  if (value.months() != nullptr) {
    if (name == "years") return Value(value.months()->value / 12);
    return name == "months" ? Value(value.months()->value % 12) : Value();
  }
  return value.range() == nullptr ? Value() : range_property(*value.range(), name);
}

}  // namespace xiezhi::core::feel
