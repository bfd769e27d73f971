#include "core/engine/api.h"

#include "base/text.h"
#include "core/dmn/api.h"
#include "core/engine/engine.h"
#include "core/journal/format.h"
#include "core/journal/merkle.h"
#include "core/journal/proof.h"
#include "core/law/match.h"

namespace xiezhi::core::engine {
namespace {

/// The module serves one host at a time; the pack, and what was made of it, are its only state.
struct Slot {
  std::optional<law::Pack> pack;
  std::optional<law::MatchIndex> index;  ///< made when first asked for
};

Slot& slot() {
  static Slot one;
  return one;
}

base::Err<base::JsonError> out_of_range(const std::string& path, const std::string& wanted) {
  return base::Err{base::JsonError{path, "json.out_of_range", "expected " + wanted}};
}

/// One stream in a request or an answer.
struct StreamState {
  std::string stream;
  std::int64_t version = 0;
  std::optional<base::Json> state;  ///< absent for a stream without entries
};
BOOST_DESCRIBE_STRUCT(StreamState, (), (stream, version, state))

struct DecideRequest {
  std::string call;
  std::vector<StreamState> streams;
  std::string command;
  std::string stream;
  std::string actor;
  base::Instant now;
  base::Instant occurred_at;
  std::optional<std::map<std::string, std::string>> acknowledged;
  std::vector<std::string> salts;  ///< hex
  base::Json payload;
};
BOOST_DESCRIBE_STRUCT(DecideRequest, (),
                      (call, streams, command, stream, actor, now, occurred_at, acknowledged, salts, payload))

struct NextRequest {
  std::string call;
  std::vector<StreamState> streams;
  std::string stream;
  std::string actor;
  base::Instant now;
  std::optional<std::string> focus;
};
BOOST_DESCRIBE_STRUCT(NextRequest, (), (call, streams, stream, actor, now, focus))

struct VerifyRequest {
  std::string call;
  journal::InclusionProof proof;
};
BOOST_DESCRIBE_STRUCT(VerifyRequest, (), (call, proof))

struct MatchRequest {
  std::string call;
  std::string text;
  std::int32_t top = 0;
  std::optional<base::Date> on;
};
BOOST_DESCRIBE_STRUCT(MatchRequest, (), (call, text, top, on))

/// What a proof shows without its signature: the host verifies that, since the core holds no Ed25519.
struct VerifiedView {
  std::string leaf_hash;
  std::string root_hash;
  std::int64_t tree_size = 0;
  std::string origin;
  std::optional<std::string> problem;  ///< absent: the leaf stands in the tree
};
BOOST_DESCRIBE_STRUCT(VerifiedView, (), (leaf_hash, root_hash, tree_size, origin, problem))

struct AnswerView {
  std::optional<base::Json> error;
  std::optional<std::vector<std::string>> missing;
  std::optional<rule::Refusals> refusals;
  std::optional<std::vector<rule::Emitted>> events;
  std::optional<std::vector<journal::PrivateValue>> private_values;
  std::optional<std::vector<StreamState>> streams;
  std::optional<std::map<std::string, std::string>> state_hashes;
  std::optional<std::vector<Step>> steps;
  std::optional<std::vector<GuardInfo>> guards;
  std::optional<VerifiedView> verified;
  std::optional<std::vector<law::Match>> matches;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (),
                      (error, missing, refusals, events, private_values, streams, state_hashes, steps, guards, verified,
                       matches))

std::string error_answer(const base::JsonError& error) {
  base::Json::Object body;
  body.emplace_back("code", base::Json(error.code));
  body.emplace_back("message", base::Json(error.message));
  body.emplace_back("path", base::Json(error.path));
  AnswerView view;
  view.error = base::Json(std::move(body));
  return base::to_json(view);
}

base::Result<Aggregate, base::JsonError> read_state(const StreamState& given, const std::string& path) {
  auto aggregate = empty_aggregate(given.stream);
  if (!aggregate) return base::Err{base::JsonError{path + "/stream", "json.out_of_range", "unknown kind of stream"}};
  if (!given.state) return *std::move(aggregate);
  std::optional<base::JsonError> problem;
  std::visit(
      [&](auto& state) {
        auto read = base::read_json<std::decay_t<decltype(state)>>(*given.state, path + "/state");
        if (read.ok()) {
          state = std::move(read).value();
        } else {
          problem = read.error();
        }
      },
      *aggregate);
  if (problem) return base::Err{*problem};
  return *std::move(aggregate);
}

base::Result<World, base::JsonError> world_of(const std::vector<StreamState>& streams) {
  World world;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    auto aggregate = TRY(read_state(streams[i], "/streams/" + std::to_string(i)));
    world.put(streams[i].stream, {streams[i].version, std::make_shared<const Aggregate>(std::move(aggregate))});
  }
  return world;
}

/// Folds the events into the streams they touch and reports those streams as they then stand.
base::Result<base::Unit, base::JsonError> evolve_all(const World& world, const DecideRequest& request,
                                                     const Answer& answer, AnswerView& view) {
  std::map<std::string, std::pair<std::int64_t, Aggregate>> touched;
  for (const rule::Emitted& event : answer.events) {
    auto at = touched.find(event.stream);
    if (at == touched.end()) {
      const Loaded* loaded = world.target(event.stream);
      if (loaded == nullptr) return base::Err{base::JsonError{"/streams", "stream.missing", event.stream}};
      at = touched.emplace(event.stream, std::pair{loaded->version, *loaded->state}).first;
    }
    auto& [version, aggregate] = at->second;
    const base::Json payload = MUST(base::Json::parse(event.payload));
    const rule::Meta meta{request.occurred_at, request.actor, ++version};
    TRY(evolve(aggregate, event.type, payload, meta));
  }
  view.streams.emplace();
  view.state_hashes.emplace();
  for (const auto& [stream, held] : touched) {
    const std::string text = state_json(held.second);
    view.streams->push_back({stream, held.first, MUST(base::Json::parse(text))});
    view.state_hashes->emplace(stream, base::to_hex(base::sha256(text)));
  }
  return base::Unit{};
}

base::Result<std::string, base::JsonError> call_decide(const base::Json& json, const law::Pack& pack) {
  const auto request = TRY(base::from_json<DecideRequest>(json));
  const World world = TRY(world_of(request.streams));
  Input input{request.command,
              request.stream,
              request.actor,
              request.now,
              request.occurred_at,
              request.acknowledged.value_or(std::map<std::string, std::string>{}),
              {},
              request.payload,
              {}};
  for (const std::string& salt : request.salts) {
    input.salts.push_back(base::from_hex(salt));
    if (input.salts.back().size() != 16) return out_of_range("/salts", "32 hexadecimal digits");
  }
  if (input.salts.size() < rule::kSaltsPerCommand) return out_of_range("/salts", "enough salts");
  Answer answer = decide(world, input, pack);
  if (answer.malformed) return base::Err{*answer.malformed};
  AnswerView view;
  if (!answer.missing.empty()) {
    view.missing = answer.missing;
  } else if (!answer.refusals.empty()) {
    view.refusals = answer.refusals;
  } else {
    const auto evolved = evolve_all(world, request, answer, view);
    if (!evolved.ok() && evolved.error().code == "stream.missing") {
      AnswerView ask;
      ask.missing = world.missing();
      return base::to_json(ask);
    }
    if (!evolved.ok()) return base::Err{evolved.error()};
    view.events = answer.events;
    view.private_values = answer.private_values;
  }
  return base::to_json(view);
}

base::Result<std::string, base::JsonError> call_next(const base::Json& json, const law::Pack& pack) {
  const auto request = TRY(base::from_json<NextRequest>(json));
  const World world = TRY(world_of(request.streams));
  Next answer = next(world, request.stream, request.actor, request.now, request.focus.value_or(""), pack);
  AnswerView view;
  if (!answer.missing.empty()) {
    view.missing = std::move(answer.missing);
  } else {
    view.steps = std::move(answer.steps);
  }
  return base::to_json(view);
}

base::Result<std::string, base::JsonError> call_verify(const base::Json& json) {
  const auto request = TRY(base::from_json<VerifyRequest>(json));
  const journal::InclusionProof& proof = request.proof;
  const std::string_view note = proof.checkpoint;
  const auto checkpoint = journal::parse_checkpoint_text(note.substr(0, std::min(note.find("\n\n"), note.size()) + 1));
  if (!checkpoint.ok()) {
    return base::Err{base::JsonError{"/proof/checkpoint", "proof.checkpoint", checkpoint.error().message}};
  }
  const base::Hash leaf = journal::leaf_hash(proof.leaf);
  std::vector<std::string> path;
  for (const base::Hash& hash : proof.path) path.emplace_back(base::as_bytes(hash));
  VerifiedView verified{base::to_hex(leaf), base::to_hex(checkpoint->root), checkpoint->size, checkpoint->origin, {}};
  verified.problem = journal::check_inclusion(proof.leaf_index, checkpoint->size, base::as_bytes(leaf), path,
                                              base::as_bytes(checkpoint->root));
  AnswerView view;
  view.verified = std::move(verified);
  return base::to_json(view);
}

base::Result<std::string, base::JsonError> call_match(const base::Json& json, Slot& held) {
  const auto request = TRY(base::from_json<MatchRequest>(json));
  if (request.top < 1 || request.top > law::kMostMatches) {
    return out_of_range("/top", "1 to " + std::to_string(law::kMostMatches));
  }
  if (!held.index) held.index.emplace(*held.pack);
  AnswerView view;
  view.matches = held.index->find(request.text, static_cast<std::size_t>(request.top), request.on);
  return base::to_json(view);
}

base::Result<std::string, base::JsonError> dispatch(std::string_view text) {
  const base::Json json = TRY(base::Json::parse(text));
  const base::Json* name = json.find("call");
  const std::string which = name == nullptr ? "" : name->text();
  if (which == "guards") {
    AnswerView view;
    view.guards = list_guards();
    return base::to_json(view);
  }
  if (which.starts_with("dmn.")) return dmn::answer(json);
  if (which == "verify") return call_verify(json);
  Slot& held = slot();
  const auto& pack = held.pack;
  if (!pack) return base::Err{base::JsonError{"", "pack.not_loaded", "load a law pack first"}};
  if (which == "decide") return call_decide(json, *pack);
  if (which == "next") return call_next(json, *pack);
  if (which == "match") return call_match(json, held);
  return out_of_range("/call", "decide, next, guards, verify, match or one of dmn");
}

}  // namespace

std::string load_pack(std::string_view bytes) {
  auto pack = law::Pack::load(bytes);
  if (!pack.ok()) return pack.error().path + ": " + pack.error().message;
  slot() = Slot{std::move(pack).value(), std::nullopt};
  return "";
}

std::string call(std::string_view request) {
  auto answer = dispatch(request);
  if (!answer.ok()) return error_answer(answer.error());
  return std::move(answer).value();
}

}  // namespace xiezhi::core::engine
