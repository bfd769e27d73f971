#include "session.h"

#include <algorithm>

#include "base/text.h"
#include "core/engine/api.h"

namespace xiezhi::case_runner {
namespace {

using base::Json;
using core::engine::Aggregate;

std::string refusal_line(const core::rule::Refusals& refusals) {
  std::vector<std::string> codes;
  for (const auto& refusal : refusals) codes.push_back(refusal.code);
  return "refused " + base::join(codes, ", ");
}

template <typename T>
T read(const Json& answer, std::string_view name) {
  const Json* found = answer.find(name);
  VERIFY(found != nullptr);
  return MUST(base::from_json<T>(*found));
}

void add_missing(const Json& missing, std::vector<std::string>& names) {
  for (const Json& name : *missing.array()) {
    VERIFY(std::find(names.begin(), names.end(), name.text()) == names.end());
    names.push_back(name.text());
  }
}

}  // namespace

const std::vector<std::string>& fixed_salts() {
  static const std::vector<std::string> salts = [] {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < core::rule::kSaltsPerCommand; ++i) {
      out.push_back(base::to_hex(base::sha256("salt " + std::to_string(i))).substr(0, 32));
    }
    return out;
  }();
  return salts;
}

Json::Array Session::given(const std::vector<std::string>& names) const {
  Json::Array streams;
  for (const std::string& name : names) {
    const auto held = streams_.find(name);
    Json::Object one{{"stream", Json(name)}};
    one.emplace_back("version", Json(held == streams_.end() ? 0 : held->second.version));
    if (held != streams_.end()) one.emplace_back("state", MUST(Json::parse(held->second.state)));
    streams.emplace_back(std::move(one));
  }
  return streams;
}

std::string Session::request(const lawtool::CaseStep& step, const std::vector<std::string>& names) const {
  Json::Object acknowledged;
  for (const auto& [code, reason] : step.acknowledged) acknowledged.emplace_back(code, Json(reason));
  Json::Array salts;
  for (const std::string& salt : fixed_salts()) salts.emplace_back(salt);
  return Json(Json::Object{{"call", Json("decide")},
                           {"streams", Json(given(names))},
                           {"command", Json(step.command)},
                           {"stream", Json(step.stream)},
                           {"actor", Json(step.actor)},
                           {"now", Json(step.recorded_at.ms)},
                           {"occurred_at", Json(step.occurred_at.ms)},
                           {"acknowledged", Json(std::move(acknowledged))},
                           {"salts", Json(std::move(salts))},
                           {"payload", step.payload}})
      .canonical();
}

Outcome Session::perform(const lawtool::CaseStep& step) {
  Outcome outcome;
  std::vector<std::string> names{step.stream};
  // As a shell does it: the core says which streams it lacks, and is asked again with them.
  for (;;) {
    std::sort(names.begin(), names.end());
    Exchange exchange{request(step, names), {}};
    exchange.response = core::engine::call(exchange.request);
    outcome.exchanges.push_back(exchange);
    const Json answer = MUST(Json::parse(exchange.response));
    if (const Json* missing = answer.find("missing")) {
      add_missing(*missing, names);
      continue;
    }
    if (const Json* error = answer.find("error")) {
      outcome.lines = {"malformed " + error->find("code")->text() + " " + error->find("path")->text()};
    } else if (answer.find("refusals") != nullptr) {
      outcome.refusals = read<core::rule::Refusals>(answer, "refusals");
      outcome.lines = {refusal_line(outcome.refusals)};
    } else {
      for (const std::string& name : names) {
        const auto held = streams_.find(name);
        outcome.based_on.push_back({name, held == streams_.end() ? 0 : held->second.version});
      }
      take_in(step, answer, outcome);
    }
    return outcome;
  }
}

std::optional<std::string> Session::hidden_by_next(const lawtool::CaseStep& step, Outcome& outcome) const {
  const Json* party = step.payload.find("party");
  std::vector<std::string> names{step.stream};
  for (;;) {
    std::sort(names.begin(), names.end());
    Json::Object request{{"call", Json("next")},
                         {"streams", Json(given(names))},
                         {"stream", Json(step.stream)},
                         {"actor", Json(step.actor)},
                         {"now", Json(step.occurred_at.ms)}};
    if (party != nullptr && party->string() != nullptr) request.emplace_back("focus", *party);
    Exchange exchange{Json(std::move(request)).canonical(), {}};
    exchange.response = core::engine::call(exchange.request);
    outcome.exchanges.push_back(exchange);
    const Json answer = MUST(Json::parse(exchange.response));
    if (const Json* missing = answer.find("missing")) {
      add_missing(*missing, names);
      continue;
    }
    if (answer.find("steps") == nullptr) return "next answers " + exchange.response;
    for (const auto& lawful : read<std::vector<core::engine::Step>>(answer, "steps")) {
      if (lawful.command != step.command) continue;
      if (lawful.lawful) return std::nullopt;
      return "next hides " + step.command + ", which is accepted: " + refusal_line(lawful.refusals);
    }
    return "next does not list " + step.command;
  }
}

void Session::take_in(const lawtool::CaseStep& step, const Json& answer, Outcome& outcome) {
  outcome.private_values = read<std::vector<core::journal::PrivateValue>>(answer, "private_values");
  std::map<std::string, Aggregate> touched;
  for (const auto& event : read<std::vector<core::rule::Emitted>>(answer, "events")) {
    Stream& stream = streams_[event.stream];
    auto at = touched.find(event.stream);
    if (at == touched.end()) {
      at = touched
               .emplace(event.stream,
                        stream.aggregate ? *stream.aggregate : *core::engine::empty_aggregate(event.stream))
               .first;
    }
    const Json payload = MUST(Json::parse(event.payload));
    const core::rule::Meta meta{step.occurred_at, step.actor, ++stream.version};
    MUST(core::engine::evolve(at->second, event.type, payload, meta));
    outcome.events.push_back({event, stream.version});
  }
  for (const auto& [name, aggregate] : touched) {
    Stream& stream = streams_[name];
    stream.state = core::engine::state_json(aggregate);
    stream.aggregate = std::make_shared<const Aggregate>(aggregate);
  }
  outcome.lines = {"accepted"};
  for (const Recorded& recorded : outcome.events) {
    outcome.lines.push_back("event " + recorded.event.stream + " " + recorded.event.type);
  }
  for (const auto& [name, hash] : *answer.find("state_hashes")->object()) {
    outcome.lines.push_back("state " + name + " " + hash.text());
    if (!touched.contains(name) || core::engine::state_hash(touched.at(name)) != hash.text()) {
      outcome.broken = "the state of " + name + " differs from what the core answered";
    }
  }
  for (const Json& stream : *answer.find("streams")->array()) {
    const std::string name = stream.find("stream")->text();
    if (stream.find("version")->integer() != streams_[name].version) outcome.broken = "the version of " + name;
  }
}

Outcome Session::without_guard(const lawtool::CaseStep& step, const std::string& code,
                               const core::law::Pack& pack) const {
  core::engine::Input input{
      step.command, step.stream,  step.actor, step.recorded_at, step.occurred_at, step.acknowledged,
      {},           step.payload, code};
  for (const std::string& salt : fixed_salts()) input.salts.push_back(base::from_hex(salt));
  core::engine::World world;
  std::vector<std::string> names{step.stream};
  Outcome outcome;
  for (;;) {
    for (const std::string& name : names) {
      const auto held = streams_.find(name);
      const bool known = held != streams_.end();
      auto state =
          known ? held->second.aggregate : std::make_shared<const Aggregate>(*core::engine::empty_aggregate(name));
      world.put(name, {known ? held->second.version : 0, std::move(state)});
    }
    world.forget_missing();
    const core::engine::Answer answer = core::engine::decide(world, input, pack);
    if (!answer.missing.empty()) {
      names = answer.missing;
      continue;
    }
    outcome.refusals = answer.refusals;
    if (answer.malformed) outcome.lines = {"malformed " + answer.malformed->code + " " + answer.malformed->path};
    if (!answer.refusals.empty()) outcome.lines = {refusal_line(answer.refusals)};
    if (answer.accepted()) outcome.lines = {"accepted"};
    for (const auto& event : answer.events) outcome.lines.push_back("event " + event.stream + " " + event.type);
    return outcome;
  }
}

}  // namespace xiezhi::case_runner
