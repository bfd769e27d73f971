// Dates, times and durations: conversions (DMN 1.5, 10.3.4.1), temporal functions (10.3.4.8), now and today.
#include "core/feel/builtin.h"
#include "core/feel/evaluation.h"

namespace xiezhi::core::feel {
namespace {

template <typename T>
Value value_or_null(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

std::optional<std::int64_t> whole(const Value& value) {
  return value.number() == nullptr ? std::nullopt : value.number()->truncated();
}

std::optional<Date> day_of(const Value& value) {
  if (value.date() != nullptr) return *value.date();
  return value.date_time() == nullptr ? std::nullopt : std::optional<Date>(value.date_time()->date);
}

Value date_from(Evaluation&, Arguments arguments) {
  if (arguments[0].string() != nullptr) return value_or_null(parse_date(*arguments[0].string()));
  return value_or_null(day_of(arguments[0]));
}

std::optional<Date> date_of_parts(Arguments arguments) {
  const auto year = whole(arguments[0]);
  const auto month = whole(arguments[1]);
  const auto day = whole(arguments[2]);
  return year && month && day ? make_date(*year, *month, *day) : std::nullopt;
}

Value date_of_numbers(Evaluation&, Arguments arguments) { return value_or_null(date_of_parts(arguments)); }

/// A time of hour, minute and second in arguments[from…], and an offset or zone after them.
std::optional<Time> time_of_parts(Evaluation& evaluation, Arguments arguments, std::size_t from) {
  const auto hour = whole(arguments[from]);
  const auto minute = whole(arguments[from + 1]);
  const Decimal* second = arguments[from + 2].number();
  const auto seconds = second == nullptr ? std::nullopt : second->truncated();
  if (!hour || !minute || !seconds || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59 || *seconds < 0 ||
      *seconds > 59 || second->negative()) {
    return std::nullopt;
  }
  Time out;
  out.hour = static_cast<std::uint8_t>(*hour);
  out.minute = static_cast<std::uint8_t>(*minute);
  out.second = static_cast<std::uint8_t>(*seconds);
  const auto rest = subtract(*second, Decimal(*seconds));
  const auto nano = rest ? multiply(*rest, Decimal(1'000'000'000)) : std::nullopt;
  out.nano = static_cast<std::uint32_t>(nano ? nano->truncated().value_or(0) : 0);
  if (arguments.size() <= from + 3 || arguments[from + 3].is_null()) return out;
  const Value& zone = arguments[from + 3];
  if (zone.string() != nullptr) {
    out.zone = evaluation.zones().find(*zone.string());
    return out.zone == nullptr ? std::nullopt : std::optional<Time>(out);
  }
  const auto offset = zone.seconds() == nullptr ? std::nullopt : zone.seconds()->value.truncated();
  constexpr std::int64_t kLargest = 18 * 3600;
  if (!offset || *offset > kLargest || *offset < -kLargest) return std::nullopt;
  out.offset = static_cast<std::int32_t>(*offset);
  return out;
}

Value time_from(Evaluation& evaluation, Arguments arguments) {
  const Value& from = arguments[0];
  if (from.string() != nullptr) return value_or_null(parse_time(*from.string(), evaluation.zones()));
  if (from.date_time() != nullptr) return Value(from.date_time()->time);
  if (from.date() != nullptr) return Value(midnight(*from.date()).time);
  return from.time() == nullptr ? Value() : from;
}

Value time_of_numbers(Evaluation& evaluation, Arguments arguments) {
  return value_or_null(time_of_parts(evaluation, arguments, 0));
}

Value date_time_from(Evaluation& evaluation, Arguments arguments) {
  if (arguments[0].string() == nullptr) return arguments[0].date_time() == nullptr ? Value() : arguments[0];
  return value_or_null(parse_date_time(*arguments[0].string(), evaluation.zones()));
}

Value date_time_of(Evaluation&, Arguments arguments) {
  const auto date = day_of(arguments[0]);
  if (!date || arguments[1].time() == nullptr) return {};
  return Value(DateTime{*date, *arguments[1].time()});
}

Value date_time_of_numbers(Evaluation& evaluation, Arguments arguments) {
  const auto date = date_of_parts(arguments);
  const auto time = time_of_parts(evaluation, arguments, 3);
  return date && time ? Value(DateTime{*date, *time}) : Value();
}

Value duration_from(Evaluation&, Arguments arguments) {
  if (arguments[0].seconds() != nullptr || arguments[0].months() != nullptr) return arguments[0];
  if (arguments[0].string() == nullptr) return {};
  if (const auto months = parse_months(*arguments[0].string())) return Value(*months);
  return value_or_null(parse_seconds(*arguments[0].string()));
}

/// Whole months from one day to another.
Value months_between(Evaluation&, Arguments arguments) {
  const auto from = day_of(arguments[0]);
  const auto to = day_of(arguments[1]);
  if (!from || !to) return {};
  std::int64_t months = (std::int64_t{to->year} - from->year) * 12 + to->month - from->month;
  if (months > 0 && to->day < from->day) --months;
  if (months < 0 && to->day > from->day) ++months;
  return Value(Months{months});
}

template <int (*kNumber)(const Date&)>
Value number_of_day(Evaluation&, Arguments arguments) {
  const auto date = day_of(arguments[0]);
  return date ? Value(std::int64_t{kNumber(*date)}) : Value();
}

Value day_of_week(Evaluation&, Arguments arguments) {
  constexpr std::string_view kDays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  const auto date = day_of(arguments[0]);
  return date ? Value(kDays[weekday_of(*date) - 1]) : Value();
}

Value month_of_year(Evaluation&, Arguments arguments) {
  constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
  const auto date = day_of(arguments[0]);
  return date ? Value(kMonths[date->month - 1]) : Value();
}

Value now(Evaluation& evaluation, Arguments) { return value_or_null(evaluation.now()); }

Value today(Evaluation& evaluation, Arguments) { return evaluation.now() ? Value(evaluation.now()->date) : Value(); }

constexpr Builtin kTable[] = {
    {"date", "from", date_from},
    {"date", "year,month,day", date_of_numbers},
    {"time", "from", time_from},
    {"time", "hour,minute,second,offset?", time_of_numbers},
    {"date and time", "from", date_time_from},
    {"date and time", "date,time", date_time_of},
    {"date and time", "year,month,day,hour,minute,second,offset?", date_time_of_numbers},
    {"date and time", "year,month,day,hour,minute,second,timezone", date_time_of_numbers},
    {"duration", "from", duration_from},
    {"years and months duration", "from,to", months_between},
    {"day of year", "date", number_of_day<day_of_year>},
    {"week of year", "date", number_of_day<week_of_year>},
    {"day of week", "date", day_of_week},
    {"month of year", "date", month_of_year},
    {"now", "", now},
    {"today", "", today},
};

}  // namespace

std::span<const Builtin> time_builtins() { return kTable; }

}  // namespace xiezhi::core::feel
