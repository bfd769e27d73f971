#include "core/feel/external.h"

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
  if (type == "char") return value.string() != nullptr && base::length(*value.string()) == 1 ? value : Value();
  if (type == "boolean") return value.boolean() == nullptr ? Value() : value;
  if (number == nullptr) return {};
  if (type == "byte") return whole(*number, INT8_MIN, INT8_MAX);
  if (type == "short") return whole(*number, INT16_MIN, INT16_MAX);
  if (type == "int") return whole(*number, INT32_MIN, INT32_MAX);
  if (type == "long") return whole(*number, INT64_MIN, INT64_MAX);
  return type == "double" || type == "float" ? value : Value();
}

/// Cosine by its series, after taking away whole turns.
Value cosine(const Decimal& angle) {
  static const Decimal kTurn = Decimal::parse("6.283185307179586476925286766559006").value_or(Decimal(1));
  const auto rest = modulo(angle, kTurn);
  const auto square = rest ? multiply(*rest, *rest) : std::nullopt;
  if (!square) return {};
  Decimal sum(1);
  Decimal term(1);
  for (std::int64_t n = 1; n < 60 && !term.is_zero(); ++n) {
    const auto next = multiply(term, *square);
    const auto part = next ? divide(-*next, Decimal((2 * n - 1) * 2 * n)) : std::nullopt;
    const auto more = part ? add(sum, *part) : std::nullopt;
    if (!more) return {};
    term = *part;
    sum = *more;
  }
  return Value(sum);
}

Value of_math(std::string_view method, const Arguments& arguments) {
  for (const Value& argument : arguments) {
    if (argument.number() == nullptr) return {};
  }
  if (arguments.size() == 2) {
    const Decimal& a = *arguments[0].number();
    const Decimal& b = *arguments[1].number();
    if (method == "max") return Value(a < b ? b : a);
    if (method == "min") return Value(b < a ? b : a);
    return method == "pow" ? Value::of(power(a, b)) : Value();
  }
  if (arguments.size() != 1) return {};
  const Decimal& a = *arguments[0].number();
  if (method == "abs") return Value(a.abs());
  if (method == "floor") return Value::of(a.rounded(0, Rounding::floor));
  if (method == "ceil") return Value::of(a.rounded(0, Rounding::ceiling));
  if (method == "sqrt") return Value::of(square_root(a));
  if (method == "exp") return Value::of(natural_exponent(a));
  if (method == "log") return Value::of(natural_logarithm(a));
  return method == "cos" ? cosine(a) : Value();
}

/// valueOf of the boxed numbers: of a number, or of its text.
Value of_number(std::string_view name, const Arguments& arguments) {
  if (arguments.size() != 1) return {};
  Value value = arguments[0];
  if (value.string() != nullptr) value = Value::of(Decimal::parse(*value.string()));
  constexpr std::pair<std::string_view, std::string_view> kKinds[] = {{"Byte", "byte"},   {"Short", "short"},
                                                                      {"Integer", "int"}, {"Long", "long"},
                                                                      {"Float", "float"}, {"Double", "double"}};
  for (const auto& [boxed, type] : kKinds) {
    if (boxed == name) return converted(type, value);
  }
  return {};
}

/// String.format with "%s" and "%%".
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
    const char kind = ++i < format.size() ? format[i] : '\0';
    if (kind == '%') {
      out += '%';
    } else if (kind == 's' && next < arguments.size()) {
      out += text_of(arguments[next++]);
    } else {
      return {};
    }
  }
  return Value(std::move(out));
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
    if (name == "String" && method_ == "format") return formatted(arguments);
    if (arguments.size() != types_.size()) return {};
    Arguments given;
    for (std::size_t i = 0; i < types_.size(); ++i) {
      given.push_back(converted(types_[i], arguments[i]));
      if (given.back().is_null()) return {};
    }
    if (name == "Math") return of_math(method_, given);
    if (method_ != "valueOf") return {};
    if (name == "String" && given.size() == 1) return Value(text_of(given[0]));
    return of_number(name, given);
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
