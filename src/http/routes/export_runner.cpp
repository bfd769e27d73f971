#include "http/routes/export_runner.h"

#include <cstdio>

#include "app/account_secret.h"

namespace xiezhi::http {

using app::ledger::ExportEnd;
using app::ledger::ExportJob;
using app::ledger::ExportRequest;
using app::ledger::ExportState;

ExportRunner::ExportRunner(app::Service& service)
    : service_(service), folder_(std::filesystem::path(service.options().data) / "export") {
  std::error_code ignored;  // what cannot be made shows with the first export
  std::filesystem::create_directories(folder_, ignored);
}

std::filesystem::path ExportRunner::file_of(const ExportJob& job) const {
  return folder_ / (job.id + "." + std::string(base::enum_name(job.request.kind)));
}

std::optional<ExportJob> ExportRunner::begin(const app::Caller& caller, const app::Scope& scope,
                                             const ExportRequest& request) {
  ExportJob job;
  job.started_at = service_.options().clock();
  job.updated_at = job.started_at;
  job.id = app::time_uuid(job.started_at.ms);
  job.actor = caller.officer;
  job.request = request;
  const auto connection = store::open(service_.options().database, store::Access::write);
  if (!connection.ok()) return std::nullopt;
  const std::string place = request.division.value_or("");
  const bool of_place = !request.industry && !request.status && !request.grade;
  if (of_place && request.text.value_or("").empty()) {
    const auto counts = app::ledger::count_enterprises(**connection, service_.pack().divisions(), scope);
    if (!counts.ok()) return std::nullopt;
    std::int64_t total = 0;
    for (const auto& count : *counts) total += count.division.starts_with(place) ? count.enterprises : 0;
    job.total = total;
  }
  if (!app::ledger::insert_export(**connection, job).ok()) return std::nullopt;
  if (!pool_.try_post([this, scope, job] { run(scope, job); })) return std::nullopt;
  return job;
}

std::optional<ExportJob> ExportRunner::find(const app::Caller& caller, const std::string& id) const {
  const auto connection = store::open(service_.options().database, store::Access::read);
  if (!connection.ok()) return std::nullopt;
  auto job = app::ledger::find_export(**connection, id);
  if (!job.ok() || !*job || (*job)->actor != caller.officer) return std::nullopt;
  return std::move(*job);
}

void ExportRunner::remove(const ExportJob& job) {
  const auto connection = store::open(service_.options().database, store::Access::write);
  const auto deleted = connection.ok() ? app::ledger::delete_export(**connection, job.id)
                                       : store::DbStatus(base::Err{connection.error()});
  if (!deleted.ok()) std::fprintf(stderr, "export %s: %s\n", job.id.c_str(), deleted.error().message.c_str());
  std::error_code ignored;  // swept up later
  std::filesystem::remove(file_of(job), ignored);
}

/// False when somebody has removed the job.
bool ExportRunner::note(ExportJob& job) {
  job.updated_at = service_.options().clock();
  const auto connection = store::open(service_.options().database, store::Access::write);
  if (!connection.ok()) return false;
  const auto moved = app::ledger::advance_export(**connection, job);
  return moved.ok() && *moved;
}

void ExportRunner::run(const app::Scope& scope, ExportJob job) {
  constexpr std::int64_t kNoteEveryMs = 300;
  if (stopping_) return;
  const auto pages = [this, &scope](const app::ledger::EnterpriseFilter& filter) {
    return service_.ledger_page(scope, filter);
  };
  const auto watch = [this, &job](std::int64_t rows) {
    job.rows = rows;
    if (stopping_) return false;
    const bool due = service_.options().clock().ms - job.updated_at.ms >= kNoteEveryMs;
    return !due || note(job);
  };
  const ExportEnd end = app::ledger::write_export(job.request, pages, file_of(job), watch);
  std::error_code ignored;
  if (end != ExportEnd::written) std::filesystem::remove(file_of(job), ignored);
  if (end == ExportEnd::stopped && !stopping_) return;
  job.state = end == ExportEnd::written ? ExportState::done : ExportState::failed;
  if (!note(job)) std::filesystem::remove(file_of(job), ignored);
}

}  // namespace xiezhi::http
