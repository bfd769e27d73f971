#include "http/routes/import_runner.h"

#include <cstdio>

namespace xiezhi::http {

using app::ledger::ImportError;
using app::ledger::ImportJob;
using app::ledger::ImportResult;

app::ledger::ImportOptions ImportRunner::options_for(const app::Caller& caller) {
  app::ledger::ImportOptions options;
  options.actor = caller.officer;
  options.on_behalf = caller.body;
  options.division = caller.division;
  options.pack = &service_.pack();
  options.clock = service_.options().clock;
  options.on_progress = [this](const app::ledger::ImportProgress&) { service_.committed(); };
  options.stop = [this] { return stopping_.load(); };
  // On SQLite a batch holds the only writer's place; commands get their turn in between.
  options.breath_ms = service_.options().database.starts_with("sqlite:") ? 20 : 0;
  return options;
}

ImportResult<ImportJob> ImportRunner::begin(const app::Caller& caller, std::shared_ptr<SpooledFile> file,
                                            const std::string& file_name) {
  auto connection = store::open(service_.options().database, store::Access::write);
  if (!connection.ok()) return base::Err{ImportError{"import.database", connection.error().message}};
  app::ledger::Importer importer(**connection, options_for(caller));
  ImportJob job = TRY(importer.open(file->path().string(), file_name));
  if (job.state == app::ledger::ImportState::done) return job;
  if (!rows_.try_post([this, caller, file = std::move(file), job] { run(caller, *file, job); })) {
    return base::Err{ImportError{"import.database", "已有多个台账正在导入，请稍后再试"}};
  }
  return job;
}

void ImportRunner::run(const app::Caller& caller, const SpooledFile& file, const ImportJob& job) {
  if (stopping_) return;
  auto connection = store::open(service_.options().database, store::Access::write);
  if (!connection.ok()) {
    std::fprintf(stderr, "import %s: %s\n", job.id.c_str(), connection.error().message.c_str());
    return;
  }
  app::ledger::Importer importer(**connection, options_for(caller));
  const auto done = importer.run(file.path().string(), job);
  if (!done.ok()) std::fprintf(stderr, "import %s: %s\n", job.id.c_str(), done.error().message.c_str());
  service_.committed();
}

}  // namespace xiezhi::http
