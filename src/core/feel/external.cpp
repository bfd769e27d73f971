#include "core/feel/external.h"

#include <algorithm>

#include "base/text.h"
#include "core/feel/evaluation.h"

namespace xiezhi::core::feel {
namespace {

using Arguments = std::vector<Value>;

/// The number when it is an integer between two bounds.
Value whole(const Decimal& number, std::int64_t low, std::int64_t high) {
  const auto value = number.integer();
  return value && *value >= low && *value <= high ? Value(number) : Value();
}

/// An argument as one of a Java type; null when it is none.
Value converted(std::string_view type, const Value& value) {
  const Decimal* number = value.number();
  if (type == "java.lang.String") return value.string() == nullptr ? Value() : value;
  if (type == "java.lang.Object") return value;
  if (type == "char") return value.string() != nullptr && base::length(*value.string()) == 1 ? value : Value();
  if (type == "boolean" || type == "java.lang.Boolean") return value.boolean() == nullptr ? Value() : value;
  if (number == nullptr) return {};
  if (type == "byte" || type == "java.lang.Byte") return whole(*number, INT8_MIN, INT8_MAX);
  if (type == "short" || type == "java.lang.Short") return whole(*number, INT16_MIN, INT16_MAX);
  if (type == "int" || type == "java.lang.Integer") return whole(*number, INT32_MIN, INT32_MAX);
  if (type == "long" || type == "java.lang.Long") return whole(*number, INT64_MIN, INT64_MAX);
  constexpr std::string_view kBroken[] = {
      "double", "float", "java.lang.Double", "java.lang.Float", "java.lang.Number", "java.math.BigDecimal"};
  return std::find(std::begin(kBroken), std::end(kBroken), type) != std::end(kBroken) ? value : Value();
}

/// Sine and cosine by their series, after taking away whole turns.
struct Angle {
  Decimal sine;
  Decimal cosine;
};

std::optional<Angle> angle_of(const Decimal& value) {
  static const Decimal kTurn = Decimal::parse("6.283185307179586476925286766559006").value_or(Decimal(1));
  const auto rest = modulo(value, kTurn);
  if (!rest) return std::nullopt;
  Angle out{Decimal(), Decimal(1)};
  Decimal term(1);
  for (std::int64_t n = 1; n < 120 && !term.is_zero(); ++n) {
    const auto next = multiply(term, *rest);
    const auto part = next ? divide(*next, Decimal(n)) : std::nullopt;
    if (!part) return std::nullopt;
    term = *part;
    // 1 − x²/2 + …, x − x³/6 + …
    Decimal& sum = n % 2 == 0 ? out.cosine : out.sine;
    const auto more = add(sum, n % 4 < 2 ? term : -term);
    if (!more) return std::nullopt;
    sum = *more;
  }
  return out;
}

Value trigonometric(std::string_view method, const Decimal& value) {
  const auto angle = angle_of(value);
  if (!angle) return {};
  if (method == "cos") return Value(angle->cosine);
  return method == "sin" ? Value(angle->sine) : Value::of(divide(angle->sine, angle->cosine));
}

Value of_two(std::string_view method, const Decimal& a, const Decimal& b) {
  if (method == "max") return Value(a < b ? b : a);
  if (method == "min") return Value(b < a ? b : a);
  if (method == "pow") return Value::of(power(a, b));
  if (method == "floorMod") return Value::of(modulo(a, b));
  if (method == "floorDiv") {
    const auto quotient = divide(a, b);
    return quotient ? Value::of(quotient->rounded(0, Rounding::floor)) : Value();
  }
  if (method == "addExact") return Value::of(add(a, b));
  if (method == "subtractExact") return Value::of(subtract(a, b));
  if (method == "multiplyExact") return Value::of(multiply(a, b));
  if (method != "hypot") return {};
  const auto first = multiply(a, a);
  const auto second = multiply(b, b);
  const auto sum = first && second ? add(*first, *second) : std::nullopt;
  return sum ? Value::of(square_root(*sum)) : Value();
}

/// Java rounds halves up, towards the larger number.
Value to_nearest(const Decimal& value) {
  const auto more = Decimal::parse("0.5");
  const auto sum = more ? add(value, *more) : std::nullopt;
  return sum ? Value::of(sum->rounded(0, Rounding::floor)) : Value();
}

Value of_math(std::string_view method, const Arguments& arguments) {
  for (const Value& argument : arguments) {
    if (argument.number() == nullptr) return {};
  }
  if (arguments.size() == 2) return of_two(method, *arguments[0].number(), *arguments[1].number());
  if (arguments.size() != 1) return {};
  const Decimal& a = *arguments[0].number();
  if (method == "abs") return Value(a.abs());
  if (method == "negateExact") return Value(-a);
  if (method == "signum") return Value(std::int64_t{a.is_zero() ? 0 : (a.negative() ? -1 : 1)});
  if (method == "floor") return Value::of(a.rounded(0, Rounding::floor));
  if (method == "ceil") return Value::of(a.rounded(0, Rounding::ceiling));
  if (method == "rint") return Value::of(a.rounded(0, Rounding::half_even));
  if (method == "round") return to_nearest(a);
  if (method == "sqrt") return Value::of(square_root(a));
  if (method == "exp") return Value::of(natural_exponent(a));
  if (method == "log") return Value::of(natural_logarithm(a));
  if (method == "log10") {
    const auto logarithm = natural_logarithm(a);
    const auto ten = natural_logarithm(Decimal(10));
    const auto out = logarithm && ten ? divide(*logarithm, *ten) : std::nullopt;
    // The last digits are those of two roundings.
    return out ? Value::of(out->rounded(30, Rounding::half_even)) : Value();
  }
  return method == "cos" || method == "sin" || method == "tan" ? trigonometric(method, a) : Value();
}

/// valueOf and its kin of the boxed types: of a value, or of its text.
Value of_boxed(std::string_view name, std::string_view method, const Arguments& arguments) {
  if (arguments.size() != 1) return {};
  const Value& given = arguments[0];
  if (name == "Boolean") {
    if (method != "valueOf" && method != "parseBoolean") return {};
    if (given.boolean() != nullptr) return given;
    if (given.string() == nullptr) return {};
    std::string small = *given.string();
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return Value(small == "true");
  }
  struct Boxed {
    std::string_view name;
    std::string_view type;
    std::string_view parse;
  };
  constexpr Boxed kKinds[] = {{"Byte", "byte", "parseByte"},    {"Short", "short", "parseShort"},
                              {"Integer", "int", "parseInt"},   {"Long", "long", "parseLong"},
                              {"Float", "float", "parseFloat"}, {"Double", "double", "parseDouble"}};
  for (const Boxed& kind : kKinds) {
    if (kind.name != name) continue;
    const bool text = given.string() != nullptr;
    if (method != "valueOf" && (method != kind.parse || !text)) return {};
    return converted(kind.type, text ? Value::of(Decimal::parse(*given.string())) : given);
  }
  return {};
}

/// One conversion of String.format after "%": "s", "d", "b", "c", "f" and ".2f"; nothing for another, or a value that
/// does not go with it.
std::optional<std::string> conversion(std::string_view wanted, const Value& value) {
  const char kind = wanted.back();
  wanted.remove_suffix(1);
  if (kind == 'f') {
    int places = 6;
    if (!wanted.empty()) {
      const bool digit = wanted.size() == 2 && wanted[0] == '.' && wanted[1] >= '0' && wanted[1] <= '9';
      if (!digit) return std::nullopt;
      places = wanted[1] - '0';
    }
    const auto number = value.number() == nullptr ? std::nullopt : value.number()->rounded(places, Rounding::half_up);
    if (!number) return std::nullopt;
    std::string out = number->text();
    if (out.find('E') != std::string::npos || places == 0) return out;
    std::size_t point = out.find('.');
    if (point == std::string::npos) {
      point = out.size();
      out += '.';
    }
    out.append(point + 1 + static_cast<std::size_t>(places) - out.size(), '0');
    return out;
  }
  if (!wanted.empty()) return std::nullopt;
  if (kind == 's') return text_of(value);
  if (kind == 'b') return value.boolean() != nullptr ? text_of(value) : (value.is_null() ? "false" : "true");
  if (kind == 'd' && value.number() != nullptr && value.number()->is_integer()) return value.number()->text();
  if (kind == 'c' && value.string() != nullptr && base::length(*value.string()) == 1) return *value.string();
  return std::nullopt;
}

/// String.format.
Value formatted(const Arguments& arguments) {
  if (arguments.empty() || arguments[0].string() == nullptr) return {};
  const std::string& format = *arguments[0].string();
  std::string out;
  std::size_t next = 1;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      out += format[i];
      continue;
    }
    const std::size_t end = format.find_first_not_of(".0123456789", i + 1);
    if (end == std::string::npos) return {};
    const std::string_view wanted = std::string_view(format).substr(i + 1, end - i);
    i = end;
    if (wanted == "%" || wanted == "n") {
      out += wanted == "%" ? '%' : '\n';
      continue;
    }
    const auto part = next < arguments.size() ? conversion(wanted, arguments[next++]) : std::nullopt;
    if (!part) return {};
    out += *part;
  }
  return Value(std::move(out));
}

/// Methods of a text that need no object beside it.
Value of_string(std::string_view method, const Arguments& arguments) {
  if (method == "valueOf" && arguments.size() == 1) return Value(text_of(arguments[0]));
  if (method != "join" || arguments.empty() || arguments[0].string() == nullptr) return {};
  std::string out;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (arguments[i].string() == nullptr) return {};
    out += (i > 1 ? *arguments[0].string() : std::string()) + *arguments[i].string();
  }
  return Value(std::move(out));
}

/// The arguments after the fixed ones, which a method takes one by one or as a list, put beside each other.
Arguments spread(const Arguments& arguments, std::size_t fixed) {
  Arguments out(arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(std::min(fixed, arguments.size())));
  const bool listed = arguments.size() == fixed + 1 && arguments[fixed].list() != nullptr;
  if (listed) {
    out.insert(out.end(), arguments[fixed].list()->begin(), arguments[fixed].list()->end());
  } else {
    for (std::size_t i = fixed; i < arguments.size(); ++i) out.push_back(arguments[i]);
  }
  return out;
}

class External final : public Function {
 public:
  External(std::vector<Parameter> parameters, std::string class_name, std::string_view signature)
      : parameters_(std::move(parameters)), class_(std::move(class_name)) {
    const std::size_t open = signature.find('(');
    method_ = base::trim(signature.substr(0, open));
    if (open == std::string_view::npos || !signature.ends_with(')')) return;
    const std::string_view inside = signature.substr(open + 1, signature.size() - open - 2);
    for (const std::string_view type : base::split(inside, ',')) {
      if (!base::trim(type).empty()) types_.emplace_back(base::trim(type));
    }
  }

  [[nodiscard]] Value call(Evaluation& evaluation, const std::vector<Value>& arguments) const override {
    if (arguments.size() != parameters_.size()) return evaluation.nothing("wrong number of arguments");
    Value out = compute(arguments);
    if (out.is_null()) evaluation.note("the external function " + class_ + "." + method_ + " gives nothing here");
    return out;
  }
  [[nodiscard]] const std::vector<Parameter>& parameters() const override { return parameters_; }

 private:
  [[nodiscard]] Value compute(const Arguments& arguments) const {
    constexpr std::string_view kPackage = "java.lang.";
    if (!class_.starts_with(kPackage)) return {};
    const std::string_view name = std::string_view(class_).substr(kPackage.size());
    const bool varied = !types_.empty() && (types_.back().ends_with("...") || types_.back().ends_with("[]"));
    if (name == "String" && method_ == "format") return formatted(spread(arguments, 1));
    if (name == "String" && method_ == "join" && varied) return of_string(method_, spread(arguments, 1));
    if (arguments.size() != types_.size()) return {};
    Arguments given;
    for (std::size_t i = 0; i < types_.size(); ++i) {
      given.push_back(converted(types_[i], arguments[i]));
      if (given.back().is_null()) return {};
    }
    if (name == "Math") return of_math(method_, given);
    return name == "String" ? of_string(method_, given) : of_boxed(name, method_, given);
  }

  std::vector<Parameter> parameters_;
  std::string class_;
  std::string method_;
  std::vector<std::string> types_;
};

}  // namespace

std::shared_ptr<const Function> external_function(std::vector<Parameter> parameters, const Value& place) {
  const Value* inner = place.find("java");
  const Value& java = inner == nullptr ? place : *inner;
  const Value* class_name = java.find("class");
  const Value* signature = java.find("method signature");
  const auto text = [](const Value* value) {
    return value == nullptr || value->string() == nullptr ? std::string() : *value->string();
  };
  return std::make_shared<const External>(std::move(parameters), text(class_name), text(signature));
}

}  // namespace xiezhi::core::feel
