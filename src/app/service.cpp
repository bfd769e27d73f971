#include "app/service.h"

#include <filesystem>
#include <future>

#include "base/text.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using OpenResult = base::Result<std::unique_ptr<Service>, std::string>;

}  // namespace

OpenResult Service::open(ServiceOptions options) {
  auto pack = core::law::Pack::load(options.law_pack);
  if (!pack.ok()) return base::Err{"law pack: " + pack.error().path + " " + pack.error().message};
  std::error_code ignored;
  std::filesystem::create_directories(options.data, ignored);
  const auto migrated = store::migrate(options.database);
  if (!migrated.ok()) return base::Err{"database: " + migrated.error().message};
  auto key = load_or_create_key(options.data + "/journal.key");
  if (!key.ok()) return base::Err{"journal key: " + key.error().message};
  std::unique_ptr<Service> service(new Service(std::move(options), std::move(pack).value()));
  if (const auto law = service->law(); !law.ok()) return base::Err{"law pack: " + law.error().message};
  SequencerOptions sequencer;
  sequencer.address = service->options_.database;
  sequencer.key = std::move(key).value();
  sequencer.now_ms = [clock = service->options_.clock] { return clock().ms; };
  service->sequencer_ = std::make_unique<Sequencer>(std::move(sequencer));
  WriterOptions writer;
  writer.address = service->options_.database;
  writer.law = &service->live_;
  writer.cache = &service->cache_;
  writer.clock = service->options_.clock;
  writer.on_commit = [raw = service->sequencer_.get()] { raw->notify(); };
  service->writer_ = std::make_unique<Writer>(std::move(writer));
  return service;
}

Service::Service(ServiceOptions options, core::law::Pack pack)
    : options_(std::move(options)),
      pack_(std::move(pack)),
      live_(pack_, options_.law_pack),
      readers_(options_.database),
      beside_(options_.database),
      figures_cube_(readers_, pack_.divisions()),
      started_at_(now()) {}

void Service::submit(const Caller& caller, std::string name, CommandRequest request, ReplyHandler done) {
  writer_->submit({caller, std::move(name), std::move(request), std::move(done)});
}

CommandReply Service::execute(const Caller& caller, std::string name, CommandRequest request) {
  std::promise<CommandReply> promise;
  submit(caller, std::move(name), std::move(request), [&](CommandReply reply) { promise.set_value(std::move(reply)); });
  return promise.get_future().get();
}

store::DbResult<std::optional<Caller>> Service::find_caller(const std::string& officer) {
  const auto rows = TRY(readers_.once(
      [&](store::Connection& connection) { return connection.run(store::query::kOfficerFind, {officer}); }));
  if (rows.empty()) return std::optional<Caller>();
  const store::Row& row = rows.front();
  if (!store::is_null(row[6]) && store::text(row[6]) <= now().date().iso()) return std::optional<Caller>();
  Caller caller{officer, store::text(row[0]), store::text(row[1]), store::text(row[2]), store::text(row[3]),
                {},      store::text(row[5])};
  for (const std::string_view duty : base::split(store::text(row[4]), ' ')) {
    if (!duty.empty()) caller.duties.emplace_back(duty);
  }
  return std::optional(std::move(caller));
}

store::DbResult<core::engine::Loaded> Service::load(store::Connection& connection, const std::string& stream) {
  const auto versions = TRY(store::stream_versions(connection, {stream}));
  auto loaded = TRY(load_streams(connection, cache_, versions));
  return std::move(loaded.begin()->second);
}

store::DbResult<std::map<std::string, std::string>> Service::names(store::Connection& connection,
                                                                   const std::vector<std::string>& streams) {
  const auto versions = TRY(store::stream_versions(connection, streams));
  std::map<std::string, std::string> out;
  for (const auto& [stream, loaded] : TRY(load_streams(connection, cache_, versions))) {
    const std::string id = core::engine::id_of(stream);
    if (const auto* officer = std::get_if<core::org::Officer>(loaded.state.get())) out[id] = officer->name;
    if (const auto* body = std::get_if<core::org::Body>(loaded.state.get())) out[id] = body->name;
    if (const auto* enterprise = std::get_if<core::dossier::Enterprise>(loaded.state.get())) out[id] = enterprise->name;
  }
  return out;
}

}  // namespace xiezhi::app
