// Numeric functions (DMN 1.5, 10.3.4.5) and those of no other kind.
#include "core/feel/builtin.h"
#include "core/feel/evaluation.h"

namespace xiezhi::core::feel {
namespace {

/// A scale that decimal128 has.
std::optional<int> scale_of(Arguments arguments) {
  if (arguments.size() < 2) return 0;
  const auto scale = arguments[1].number() == nullptr ? std::nullopt : arguments[1].number()->truncated();
  if (!scale || *scale < Decimal::kMinExponent + 65 || *scale > -Decimal::kMinExponent) return std::nullopt;
  return static_cast<int>(*scale);
}

template <Rounding kMode>
Value rounded(Evaluation&, Arguments arguments) {
  const auto scale = scale_of(arguments);
  if (!scale || arguments[0].number() == nullptr) return {};
  return Value::of(arguments[0].number()->rounded(*scale, kMode));
}

template <MaybeDecimal (*kFunction)(const Decimal&)>
Value of_number(Evaluation&, Arguments arguments) {
  return arguments[0].number() == nullptr ? Value() : Value::of(kFunction(*arguments[0].number()));
}

Value absolute(Evaluation&, Arguments arguments) {
  const Value& n = arguments[0];
  if (n.number() != nullptr) return Value(n.number()->abs());
  if (n.seconds() != nullptr) return Value(Seconds{n.seconds()->value.abs()});
  if (n.months() != nullptr) return Value(Months{n.months()->value < 0 ? -n.months()->value : n.months()->value});
  return {};
}

Value remainder(Evaluation&, Arguments arguments) {
  if (arguments[0].number() == nullptr || arguments[1].number() == nullptr) return {};
  return Value::of(modulo(*arguments[0].number(), *arguments[1].number()));
}

template <bool kOdd>
Value parity(Evaluation&, Arguments arguments) {
  const Decimal* number = arguments[0].number();
  if (number == nullptr || !number->is_integer()) return {};
  const auto rest = modulo(number->abs(), Decimal(2));
  return rest ? Value(rest->is_zero() != kOdd) : Value();
}

Value negation(Evaluation&, Arguments arguments) {
  return arguments[0].boolean() == nullptr ? Value() : Value(!*arguments[0].boolean());
}

Value is(Evaluation&, Arguments arguments) {
  const Value none;
  const Value& first = arguments.empty() ? none : arguments[0];
  return Value(identical(first, arguments.size() < 2 ? none : arguments[1]));
}

constexpr Builtin kTable[] = {
    {"decimal", "n,scale", rounded<Rounding::half_even>},
    {"floor", "n,scale?", rounded<Rounding::floor>},
    {"ceiling", "n,scale?", rounded<Rounding::ceiling>},
    {"round up", "n,scale", rounded<Rounding::up>},
    {"round down", "n,scale", rounded<Rounding::down>},
    {"round half up", "n,scale", rounded<Rounding::half_up>},
    {"round half down", "n,scale", rounded<Rounding::half_down>},
    {"abs", "n", absolute},
    {"modulo", "dividend,divisor", remainder},
    {"sqrt", "number", of_number<square_root>},
    {"log", "number", of_number<natural_logarithm>},
    {"exp", "number", of_number<natural_exponent>},
    {"odd", "number", parity<true>},
    {"even", "number", parity<false>},
    {"not", "negand", negation},
    {"is", "value1?,value2?", is, false},
};

}  // namespace

std::span<const Builtin> number_builtins() { return kTable; }

}  // namespace xiezhi::core::feel
