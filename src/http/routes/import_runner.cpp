#include "http/routes/import_runner.h"

#include <cstdio>

namespace xiezhi::http {

using app::ledger::Importer;
using app::ledger::ImportError;
using app::ledger::ImportJob;
using app::ledger::ImportResult;
using app::ledger::ImportState;
using app::ledger::ListPreview;

ImportRunner::ImportRunner(app::Service& service)
    : service_(service), folder_(std::filesystem::path(service.options().data) / "ledger") {
  std::error_code ignored;  // what cannot be made shows with the first file
  std::filesystem::create_directories(folder_, ignored);
}

app::ledger::ImportOptions ImportRunner::options_for(const app::Caller& caller) {
  app::ledger::ImportOptions options;
  options.actor = caller.officer;
  options.on_behalf = caller.body;
  options.division = caller.division;
  options.pack = &service_.pack();
  options.clock = service_.options().clock;
  options.scratch = folder_;
  options.on_progress = [this](const app::ledger::ImportProgress&) { service_.committed(); };
  options.stop = [this] { return stopping_.load(); };
  // On SQLite a batch holds the only writer's place; commands that came meanwhile are before the next one.
  if (service_.options().database.starts_with("sqlite:")) options.batch_rows = 400;
  return options;
}

ImportResult<std::unique_ptr<store::Connection>> ImportRunner::open_database() {
  auto connection = store::open(service_.options().database, store::Access::write);
  if (!connection.ok()) return base::Err{ImportError{"import.database", connection.error().message}};
  return std::move(*connection);
}

ImportResult<base::Unit> ImportRunner::keep(const SpooledFile& file, const ImportJob& job) {
  std::error_code failure;
  std::filesystem::rename(file.path(), file_of(job), failure);
  if (!failure) return base::Unit{};
  return base::Err{ImportError{"import.unreadable", "文件无法保存：" + failure.message()}};
}

ImportResult<ImportJob> ImportRunner::post(const app::Caller& caller, ImportJob job) {
  if (rows_.try_post([this, caller, job] { run(caller, job); })) return job;
  return base::Err{ImportError{"import.database", "已有多个台账正在导入，请稍后再试"}};
}

ImportResult<ImportJob> ImportRunner::begin(const app::Caller& caller, const SpooledFile& file,
                                            const std::string& file_name) {
  const auto connection = TRY(open_database());
  ImportJob job = TRY(Importer(*connection, options_for(caller)).open(file.path().string(), file_name));
  if (job.state == ImportState::done) return job;
  TRY(keep(file, job));
  return post(caller, std::move(job));
}

ImportResult<ImportJob> ImportRunner::hold(const app::Caller& caller, const SpooledFile& file,
                                           const std::string& file_name) {
  const auto connection = TRY(open_database());
  ImportJob job = TRY(Importer(*connection, options_for(caller)).hold(file.path().string(), file_name));
  TRY(keep(file, job));
  return job;
}

ImportResult<ListPreview> ImportRunner::preview(const app::Caller& caller, const ImportJob& job,
                                                const std::optional<std::string>& sheet,
                                                std::optional<std::int64_t> header_row) {
  const auto connection = TRY(open_database());
  return Importer(*connection, options_for(caller)).preview(file_of(job).string(), sheet, header_row);
}

ImportResult<ImportJob> ImportRunner::begin(const app::Caller& caller, ImportJob job, const app::ledger::Layout& layout,
                                            ImportState as) {
  const auto connection = TRY(open_database());
  const std::string path = file_of(job).string();
  return post(caller, TRY(Importer(*connection, options_for(caller)).begin(path, std::move(job), layout, as)));
}

ImportResult<ImportJob> ImportRunner::resume(const app::Caller& caller, ImportJob job) {
  if (job.state == ImportState::running || job.state == ImportState::checking) return post(caller, std::move(job));
  return base::Err{ImportError{"import.state", "这次导入没有中断"}};
}

ImportResult<base::Unit> ImportRunner::discard(const ImportJob& job) {
  const auto connection = TRY(open_database());
  const auto gone = app::ledger::discard_import(*connection, job.id);
  if (!gone.ok()) return base::Err{ImportError{"import.database", gone.error().message}};
  if (!*gone) return base::Err{ImportError{"import.state", "正在导入或者已经完成的，不能放弃"}};
  std::error_code ignored;  // swept up later
  std::filesystem::remove(file_of(job), ignored);
  return base::Unit{};
}

void ImportRunner::run(const app::Caller& caller, const ImportJob& job) {
  if (stopping_) return;
  const auto connection = open_database();
  if (!connection.ok()) {
    std::fprintf(stderr, "import %s: %s\n", job.id.c_str(), connection.error().message.c_str());
    return;
  }
  const auto done = Importer(**connection, options_for(caller)).run(file_of(job).string(), job);
  if (!done.ok()) std::fprintf(stderr, "import %s: %s\n", job.id.c_str(), done.error().message.c_str());
  if (done.ok() && done->state == ImportState::done) {
    std::error_code ignored;  // swept up later
    std::filesystem::remove(file_of(job), ignored);
  }
  service_.committed();
}

}  // namespace xiezhi::http
