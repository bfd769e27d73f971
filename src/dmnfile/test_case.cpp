#include "dmnfile/test_case.h"

#include "base/text.h"
#include "core/feel/parser.h"

namespace xiezhi::dmnfile {
namespace {

using core::feel::Decimal;
using core::feel::Value;

std::string attribute_or(const Element& element, std::string_view name) {
  const std::string* value = element.attribute(name);
  return value == nullptr ? "" : *value;
}

bool is_nil(const Element& element) { return attribute_or(element, "nil") == "true"; }

template <typename T>
Value value_or_null(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

Value read_duration(std::string_view text) {
  if (const auto months = core::feel::parse_months(text)) return Value(*months);
  return value_or_null(core::feel::parse_seconds(text));
}

Value read_simple(const Element& element, const core::feel::ZoneTable& zones) {
  if (is_nil(element)) return {};
  std::string type = attribute_or(element, "type");
  if (const std::size_t colon = type.find(':'); colon != std::string::npos) type.erase(0, colon + 1);
  if (type == "string" || type.empty()) return Value(element.text);
  const std::string text(base::trim(element.text));
  if (type == "boolean") return Value(text == "true" || text == "1");
  if (type == "date") return value_or_null(core::feel::parse_date(text));
  if (type == "time") return value_or_null(core::feel::parse_time(text, zones));
  if (type == "dateTime") return value_or_null(core::feel::parse_date_time(text, zones));
  if (type.ends_with("uration")) return read_duration(text);
  return value_or_null(Decimal::parse(text));
}

Value read_value(const Element& element, const core::feel::ZoneTable& zones) {
  if (const Element* simple = element.child("value")) return read_simple(*simple, zones);
  if (const Element* list = element.child("list")) {
    if (is_nil(*list)) return {};
    std::vector<Value> items;
    for (const Element& item : list->children) {
      if (item.name == "item") items.push_back(read_value(item, zones));
    }
    return Value::list(std::move(items));
  }
  std::vector<Value::Entry> entries;
  bool any = false;
  for (const Element& component : element.children) {
    if (component.name != "component") continue;
    any = true;
    if (is_nil(component) && component.attribute("name") == nullptr) return {};
    entries.emplace_back(attribute_or(component, "name"), is_nil(component) ? Value() : read_value(component, zones));
  }
  return any ? Value::context(std::move(entries)) : Value();
}

TestCase read_case(const Element& element, const core::feel::ZoneTable& zones) {
  TestCase out;
  out.id = attribute_or(element, "id");
  const std::string type = attribute_or(element, "type");
  if (type == "decisionService" || type == "bkm") {
    out.service = core::feel::tidy_name(attribute_or(element, "invocableName"));
  }
  for (const Element& child : element.children) {
    const std::string name = core::feel::tidy_name(attribute_or(child, "name"));
    if (child.name == "inputNode") out.inputs.emplace_back(name, read_value(child, zones));
    if (child.name != "resultNode") continue;
    const Element* expected = child.child("expected");
    out.expected.push_back(
        {name, expected == nullptr ? std::nullopt : std::optional<Value>(read_value(*expected, zones))});
  }
  return out;
}

bool close(const Decimal& a, const Decimal& b) {
  const auto distance = core::feel::subtract(a, b);
  static const Decimal kTolerance = *Decimal::parse("0.00000001");
  return distance && distance->abs() < kTolerance;
}

}  // namespace

base::Result<TestFile, XmlError> read_tests(std::string_view text, const core::feel::ZoneTable& zones) {
  const Element root = TRY(parse_xml(text));
  if (root.name != "testCases") return base::Err{XmlError{root.line, 1, "expected <testCases>"}};
  TestFile out;
  for (const Element& child : root.children) {
    if (child.name == "modelName") out.model = std::string(base::trim(child.text));
    if (child.name == "testCase") out.cases.push_back(read_case(child, zones));
  }
  return out;
}

bool agrees(const Value& answer, const Value& expected) {
  if (answer.kind() != expected.kind()) return false;
  if (answer.number() != nullptr) return close(*answer.number(), *expected.number());
  if (answer.list() != nullptr) {
    if (answer.list()->size() != expected.list()->size()) return false;
    for (std::size_t i = 0; i < answer.list()->size(); ++i) {
      if (!agrees((*answer.list())[i], (*expected.list())[i])) return false;
    }
    return true;
  }
  if (answer.context() != nullptr) {
    if (answer.context()->size() != expected.context()->size()) return false;
    for (const auto& [name, value] : *expected.context()) {
      const Value* found = answer.find(name);
      if (found == nullptr || !agrees(*found, value)) return false;
    }
    return true;
  }
  return answer.is_null() || core::feel::identical(answer, expected);
}

}  // namespace xiezhi::dmnfile
