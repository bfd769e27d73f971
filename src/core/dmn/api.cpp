#include "core/dmn/api.h"

#include "core/dmn/program.h"
#include "core/dmn/prove.h"
#include "core/feel/value_json.h"

namespace xiezhi::core::dmn {
namespace {

using base::Json;
using base::JsonError;

/// The module serves one host at a time; this is what it has loaded.
struct Loaded {
  std::shared_ptr<const feel::ZoneTable> zones = std::make_shared<const feel::ZoneTable>();
  std::optional<Program> program;
};

Loaded& loaded() {
  static Loaded state;
  return state;
}

struct LoadAnswer {
  std::vector<Problem> problems;
};
BOOST_DESCRIBE_STRUCT(LoadAnswer, (), (problems))

struct HitsView {
  std::vector<std::uint32_t> rules;
  std::string table;
};
BOOST_DESCRIBE_STRUCT(HitsView, (), (rules, table))

struct EvaluateAnswer {
  base::Json value;
  std::vector<HitsView> hits;
  std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(EvaluateAnswer, (), (value, hits, notes))

base::Err<JsonError> refuse(std::string path, std::string code, std::string message) {
  return base::Err{JsonError{std::move(path), std::move(code), std::move(message)}};
}

base::Result<std::string, JsonError> load_zones(const Json& request) {
  const Json* text = request.find("zones");
  if (text == nullptr || text->string() == nullptr) return refuse("/zones", "json.wrong_type", "expected a string");
  auto zones = feel::ZoneTable::load(*text->string());
  if (!zones.ok()) return refuse("/zones", "dmn.zones", zones.error());
  loaded().zones = std::make_shared<const feel::ZoneTable>(std::move(zones).value());
  return std::string("{}");
}

base::Result<std::string, JsonError> load_model(const Json& request) {
  const Json* json = request.find("model");
  if (json == nullptr) return refuse("/model", "json.missing_field", "expected a model");
  auto model = TRY(base::from_json<Model>(*json));
  auto program = Program::compile(std::move(model), loaded().zones);
  if (!program.ok()) return refuse("/model", "dmn.model", program.error());
  LoadAnswer answer{program->problems()};
  loaded().program = std::move(program).value();
  return base::to_json(answer);
}

base::Result<std::string, JsonError> call_evaluate(const Json& request) {
  if (!loaded().program) return refuse("", "dmn.not_loaded", "load a model first");
  const Json* node = request.find("node");
  const Json* given = request.find("inputs");
  if (node == nullptr || node->string() == nullptr) return refuse("/node", "json.wrong_type", "expected a name");
  Inputs inputs;
  if (given != nullptr && given->object() == nullptr) return refuse("/inputs", "json.wrong_type", "expected an object");
  if (given != nullptr) {
    for (const auto& [name, value] : *given->object()) {
      inputs.emplace_back(name, TRY(feel::value_of(value, "/inputs/" + base::pointer_token(name), *loaded().zones)));
    }
  }
  feel::World world;
  world.zones = loaded().zones.get();
  if (const Json* now = request.find("now")) world.now = feel::parse_date_time(now->text(), *loaded().zones);
  const auto outcome = evaluate(*loaded().program, *node->string(), inputs, world);
  if (!outcome.ok()) return refuse("/node", outcome.error().code, outcome.error().message);
  EvaluateAnswer answer{feel::json_of(outcome->value), {}, outcome->notes};
  for (const feel::Hits& hits : outcome->hits) answer.hits.push_back({hits.rules, hits.table});
  return base::to_json(answer);
}

struct ProveAnswer {
  std::vector<TableProof> tables;
};
BOOST_DESCRIBE_STRUCT(ProveAnswer, (), (tables))

base::Result<std::string, JsonError> call_prove() {
  if (!loaded().program) return refuse("", "dmn.not_loaded", "load a model first");
  return base::to_json(ProveAnswer{prove(*loaded().program)});
}

}  // namespace

base::Result<std::string, JsonError> answer(const Json& request) {
  const Json* call = request.find("call");
  const std::string which = call == nullptr ? "" : call->text();
  if (which == "dmn.zones") return load_zones(request);
  if (which == "dmn.load") return load_model(request);
  if (which == "dmn.evaluate") return call_evaluate(request);
  if (which == "dmn.prove") return call_prove();
  return refuse("/call", "json.out_of_range", "expected dmn.zones, dmn.load, dmn.evaluate or dmn.prove");
}

}  // namespace xiezhi::core::dmn
