#include "app/batch.h"

#include "app/benchmark_file.h"
#include "app/evidence.h"
#include "app/ledger/projection.h"
#include "app/numbering.h"
#include "app/permission.h"
#include "app/projection/projection.h"
#include "app/signing.h"
#include "base/sha256.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using core::engine::Answer;
using core::engine::Input;
using core::engine::Loaded;
using core::engine::World;

constexpr const char* kSuite = "sha256-ed25519.1";

CommandReply invalid(const std::string& path, const std::string& code, const std::string& message) {
  CommandReply reply;
  reply.status = CommandStatus::invalid;
  reply.path = path;
  reply.code = code;
  reply.message = message;
  return reply;
}

CommandReply with_status(CommandStatus status) {
  CommandReply reply;
  reply.status = status;
  return reply;
}

std::string hash_of(const Waiting& waiting) {
  return std::string(base::as_bytes(base::sha256(waiting.name + "\n" + base::to_json(waiting.request))));
}

/// Form of the envelope, before anything is read.
std::optional<CommandReply> malformed(const Waiting& waiting, base::Instant now) {
  const CommandRequest& request = waiting.request;
  if (!base::valid_id(request.command_id)) return invalid("/command_id", "json.out_of_range", "expected a UUID");
  const std::string kind(core::engine::kind_of(request.stream));
  const bool fits =
      kind == core::engine::stream_kind_of(waiting.name) && base::valid_id(core::engine::id_of(request.stream));
  if (!fits) return invalid("/stream", "json.out_of_range", "expected a stream of the command's kind");
  if (request.expected_version < 0) return invalid("/expected_version", "json.out_of_range", "expected 0 or more");
  if (request.occurred_at && request.occurred_at->ms < now.ms - 400LL * 10 * base::kMillisecondsPerDay) {
    return invalid("/occurred_at", "json.out_of_range", "expected an instant of the last years");
  }
  return std::nullopt;
}

Input input_of(const Waiting& waiting, base::Instant now) {
  const CommandRequest& request = waiting.request;
  Input input;
  input.command = waiting.name;
  input.stream = request.stream;
  input.actor = waiting.caller.officer;
  input.now = now;
  input.occurred_at = request.occurred_at.value_or(now);
  if (request.acknowledged) input.acknowledged = *request.acknowledged;
  if (request.late_reason) input.acknowledged["act.recorded_late"] = *request.late_reason;
  const std::string random = random_bytes(core::rule::kSaltsPerCommand * 16);
  for (std::size_t i = 0; i < core::rule::kSaltsPerCommand; ++i) input.salts.push_back(random.substr(i * 16, 16));
  input.payload = request.payload;
  return input;
}

}  // namespace

store::DbStatus Batch::hold(std::vector<std::string> streams) {
  std::erase_if(streams, [&](const std::string& stream) { return held_.contains(stream); });
  if (streams.empty()) return base::Unit{};
  const auto versions = TRY(store::lock_streams(connection_, std::move(streams)));
  auto loaded = TRY(load_streams(connection_, *options_.cache, versions));
  held_.merge(loaded);
  return base::Unit{};
}

void Batch::guess(const Waiting& waiting, std::set<std::string>& streams) const {
  if (!core::engine::empty_aggregate(waiting.request.stream)) return;
  streams.insert(waiting.request.stream);
  streams.insert("officer/" + waiting.caller.officer);
  streams.insert("body/" + waiting.caller.body);
}

store::DbResult<std::vector<CommandReply>> Batch::run(std::span<const Waiting> commands) {
  if (options_.law != nullptr) law_ = TRY(options_.law->refresh(connection_, *options_.cache));
  pack_ = law_ != nullptr ? &law_->pack : options_.pack;
  std::set<std::string> streams;
  for (const Waiting& waiting : commands) guess(waiting, streams);
  TRY(hold({streams.begin(), streams.end()}));
  std::vector<CommandReply> replies;
  for (const Waiting& waiting : commands) replies.push_back(TRY(execute(waiting)));
  auto calls = store::append_calls(connection_.engine(), entries_);
  const auto private_calls = store::private_value_calls(private_values_);
  calls.insert(calls.end(), private_calls.begin(), private_calls.end());
  calls.insert(calls.end(), calls_.begin(), calls_.end());
  for (const std::string& stream : changed_) {
    const Loaded& loaded = held_.at(stream);
    project_state(stream, loaded.version, *loaded.state, *pack_, calls);
  }
  TRY(connection_.run_all(calls));
  return replies;
}

void Batch::publish() {
  for (const std::string& stream : changed_) options_.cache->put(stream, held_.at(stream));
}

store::DbResult<std::optional<CommandReply>> Batch::earlier_answer(const Waiting& waiting,
                                                                   const std::string& body_hash) {
  const auto found = TRY(store::find_command(connection_, waiting.caller.officer, waiting.request.command_id));
  if (!found) return std::optional<CommandReply>();
  if (found->body_hash != body_hash) return std::optional(with_status(CommandStatus::reused_id));
  auto reply = base::parse_json<CommandReply>(found->outcome);
  VERIFY(reply.ok());
  return std::optional(std::move(reply).value());
}

store::DbResult<CommandReply> Batch::execute(const Waiting& waiting) {
  if (auto reply = malformed(waiting, options_.clock())) return *std::move(reply);
  const std::string body_hash = hash_of(waiting);
  if (check_ids_) {
    auto earlier = TRY(earlier_answer(waiting, body_hash));
    if (earlier) return *std::move(earlier);
  }
  return decide(waiting, body_hash);
}

store::DbResult<Answer> Batch::ask(const Input& input, World& world) {
  for (;;) {
    world = World();
    for (const auto& [stream, loaded] : held_) world.put(stream, loaded);
    Answer answer = core::engine::decide(world, input, *pack_);
    std::vector<std::string> wanted = answer.missing;
    for (const auto& event : answer.events) {
      if (!held_.contains(event.stream)) wanted.push_back(event.stream);
    }
    if (wanted.empty()) return answer;
    const std::size_t before = held_.size();
    TRY(hold(std::move(wanted)));
    // A stream of a kind nobody knows cannot be loaded: then the same question would be asked for ever.
    if (held_.size() == before) {
      answer.missing.clear();
      answer.malformed = base::JsonError{"/payload", "json.out_of_range", "names something that cannot be"};
      return answer;
    }
  }
}

store::DbResult<bool> Batch::permitted(const Waiting& waiting, const Input& input) {
  for (;;) {
    World world;
    for (const auto& [stream, loaded] : held_) world.put(stream, loaded);
    const bool allowed = may_command(waiting.caller, waiting.name, world, held_.at(input.stream), input.payload);
    if (world.missing().empty()) return allowed;
    TRY(hold(world.missing()));
  }
}

// Referring to a blob opens it to all who see the file, so only who may see it refers to it. One that is not here yet
// is known to nobody but who holds it: handhelds name what they send later.
store::DbResult<bool> Batch::may_refer(const Waiting& waiting) {
  const Scope scope = Scope::of(waiting.caller, Reach::subtree);
  for (const base::Hash& hash : hashes_named(waiting.request.payload)) {
    const BlobAccess access = TRY(blob_access(connection_, scope, waiting.caller.officer, hash));
    if (access.exists && !access.known()) return false;
  }
  return true;
}

// The core takes compiled models, and what decides must be what the file says: a model that the client sent does not
// count.
std::optional<CommandReply> Batch::compile(const Waiting& waiting, Input& input) {
  const base::Json* dmn = input.payload.find("dmn");
  if (waiting.name != "SaveBenchmarkDraft" || dmn == nullptr || dmn->string() == nullptr) return std::nullopt;
  const auto model = read_draft(*dmn->string());
  if (!model.ok()) {
    const std::string line = model.error().line == 0 ? "" : "line " + std::to_string(model.error().line) + ": ";
    return invalid("/payload/dmn", "benchmark.file", line + model.error().message);
  }
  base::Json::Object& payload = *input.payload.object();
  std::erase_if(payload, [](const auto& member) { return member.first == "model"; });
  payload.emplace_back("model", MUST(base::Json::parse(base::to_json(*model))));
  return std::nullopt;
}

/// Gives a document its number where the client left it to the server. Bodies count their documents by kind and year
/// without gaps, so a number is taken only for a command that is accepted, in its transaction.
store::DbResult<bool> Batch::number_for(const Waiting& waiting, Input& input) {
  const auto kind = counted_as(waiting.name, input.payload);
  if (!kind) return false;
  const core::engine::Aggregate& state = *held_.at(input.stream).state;
  const auto* file = std::get_if<core::inspection::Inspection>(&state);
  const auto continued =
      file == nullptr ? std::nullopt : number_continued(*file, waiting.name, input.payload, input.occurred_at.date());
  if (continued) {
    set_number(input.payload, *continued);
    return true;
  }
  std::string body_id = core::engine::body_of(state);
  if (body_id.empty() && input.payload.find("body") != nullptr) body_id = input.payload.find("body")->text();
  TRY(hold({"body/" + body_id}));
  const auto* body = std::get_if<core::org::Body>(held_.at("body/" + body_id).state.get());
  const std::int64_t year = input.occurred_at.date().year();
  const auto rows = TRY(connection_.run(store::query::kDocumentCounterNext, {body_id, *kind, year}));
  const std::int64_t next = store::integer(rows.front().front());
  TRY(connection_.run(store::query::kDocumentNumberInsert, {body_id, *kind, year, next, input.stream}));
  set_number(input.payload, document_number(*body, *kind, year, next));
  return true;
}

store::DbResult<CommandReply> Batch::decide(const Waiting& waiting, const std::string& body_hash) {
  const Loaded& target = held_.at(waiting.request.stream);
  if (target.version != waiting.request.expected_version) {
    CommandReply reply = with_status(CommandStatus::conflict);
    reply.current_version = target.version;
    return reply;
  }
  for (const auto& relied : waiting.request.based_on.value_or(std::vector<core::journal::StreamVersion>{})) {
    if (!core::engine::empty_aggregate(relied.stream)) return invalid("/based_on", "json.out_of_range", relied.stream);
    TRY(hold({relied.stream}));
    if (held_.at(relied.stream).version == relied.version) continue;
    CommandReply reply = with_status(CommandStatus::conflict);
    reply.stream = relied.stream;
    reply.current_version = held_.at(relied.stream).version;
    return reply;
  }
  Input input = input_of(waiting, options_.clock());
  if (auto unreadable = compile(waiting, input)) return *std::move(unreadable);
  World world;
  Answer answer = TRY(ask(input, world));
  // What the caller may not do is told before what the law thinks of it.
  if (!TRY(permitted(waiting, input))) return with_status(CommandStatus::forbidden);
  if (!TRY(may_refer(waiting))) return with_status(CommandStatus::forbidden);
  if (answer.malformed) return invalid(answer.malformed->path, answer.malformed->code, answer.malformed->message);
  if (!answer.refusals.empty()) {
    CommandReply reply = with_status(CommandStatus::refused);
    reply.refusals = std::move(answer.refusals);
    return reply;
  }
  if (TRY(number_for(waiting, input))) answer = TRY(ask(input, world));
  VERIFY(answer.accepted());
  return record(waiting, input, world, std::move(answer), body_hash);
}

CommandReply Batch::record(const Waiting& waiting, const Input& input, const World& world, Answer answer,
                           const std::string& body_hash) {
  CommandReply reply = with_status(CommandStatus::accepted);
  reply.stream = input.stream;
  reply.events.emplace();
  const auto based_on = world.consulted();
  for (const core::rule::Emitted& event : answer.events) {
    Loaded& loaded = held_.at(event.stream);
    core::engine::Aggregate state = *loaded.state;
    const base::Json payload = MUST(base::Json::parse(event.payload));
    MUST(core::engine::evolve(state, event.type, payload, {input.occurred_at, input.actor, loaded.version + 1}));
    loaded = Loaded{loaded.version + 1, std::make_shared<const core::engine::Aggregate>(std::move(state))};
    core::journal::Entry entry;
    entry.command_id = waiting.request.command_id;
    entry.stream = event.stream;
    entry.version = loaded.version;
    entry.type = event.type;
    entry.actor = input.actor;
    const std::string body = core::engine::body_of(*held_.at(input.stream).state);
    if (!body.empty()) entry.on_behalf = body;
    entry.device = waiting.request.device;
    entry.device_seq = waiting.request.device_seq;
    entry.occurred_at = input.occurred_at;
    entry.recorded_at = input.now;
    entry.based_on = based_on;
    entry.law_pack = pack_->hash();
    entry.core_version = std::string(core::engine::kCoreVersion);
    entry.division = core::engine::division_of(world, *loaded.state);
    entry.suite = kSuite;
    entry.payload = payload;
    if (event.stream.starts_with("enterprise/")) project_enterprise(entry, calls_);
    project_evidence(entry, calls_);
    entries_.push_back(std::move(entry));
    reply.events->push_back(event.type);
    changed_.insert(event.stream);
  }
  private_values_.insert(private_values_.end(), answer.private_values.begin(), answer.private_values.end());
  reply.version = held_.at(input.stream).version;
  calls_.push_back(store::remember_command_call(
      {waiting.caller.officer, waiting.request.command_id, body_hash, base::to_json(reply), input.now.ms}));
  return reply;
}

}  // namespace xiezhi::app
