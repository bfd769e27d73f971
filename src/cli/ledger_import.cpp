#include "cli/ledger_import.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/ledger/importer.h"
#include "cli/law_options.h"
#include "lawtool/source.h"

namespace xiezhi::cli {
namespace {

using app::ledger::ImportJob;
using app::ledger::ImportProgress;

constexpr std::size_t kBatchRows = 8000;  // nobody else waits for the database: larger batches than in the server
constexpr const char* kUsage =
    "usage: xiezhi ledger import FILE --database ADDRESS [--actor ID] [--law PACK|DIR] [--report FILE]\n";

std::int64_t now_ms() {
  using std::chrono::milliseconds;
  using std::chrono::system_clock;
  return std::chrono::duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// The last line of standard output. Rows and seconds are those of this run; the counts are the job's.
struct Summary {
  std::string job;
  std::int64_t rows = 0;
  std::int64_t created = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t duplicates = 0;
  std::int64_t conflicts = 0;
  std::int64_t rejected = 0;
  std::int64_t remarked = 0;
  std::map<std::string, std::int64_t> placed_by;
  std::int64_t resumed_after_row = 0;
  std::string seconds;
  std::int64_t rows_per_s = 0;
};
BOOST_DESCRIBE_STRUCT(Summary, (),
                      (job, rows, created, updated, unchanged, duplicates, conflicts, rejected, remarked, placed_by,
                       resumed_after_row, seconds, rows_per_s))

Summary summary_of(const ImportJob& job, std::int64_t rows_before, std::int64_t ms) {
  const ImportProgress& done = job.progress;
  Summary out{job.id,
              done.rows,
              done.created,
              done.updated,
              done.unchanged,
              done.duplicates,
              done.conflicts,
              done.rejected,
              done.remarked,
              done.placed_by,
              rows_before,
              "",
              0};
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%lld.%03lld", static_cast<long long>(ms / 1000),
                static_cast<long long>(ms % 1000));
  out.seconds = seconds;
  out.rows_per_s = ms == 0 ? 0 : (done.rows - rows_before) * 1000 / ms;
  return out;
}

int failed(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  return 1;
}

/// The pack itself, or the one that a folder of law files makes.
base::Result<std::string, lawtool::FileError> pack_bytes(const std::string& place) {
  if (!std::filesystem::is_regular_file(place)) return lawtool::build_pack(place);
  std::ifstream file(place, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void show_progress(const ImportProgress& done) {
  const std::int64_t total = done.total_bytes == 0 ? 1 : done.total_bytes;
  std::fprintf(stderr, "%3lld%%  %lld rows\n", static_cast<long long>(done.offset * 100 / total),
               static_cast<long long>(done.rows));
}

int import_into(store::Connection& connection, const core::law::Pack& pack, const std::string& file,
                const Options& options) {
  app::ledger::ImportOptions how;
  how.actor = option_or(options, "--actor", "system");
  how.pack = &pack;
  how.batch_rows = kBatchRows;
  how.clock = [] { return base::Instant{now_ms()}; };
  std::int64_t shown = now_ms();
  how.on_progress = [&shown](const ImportProgress& done) {
    if (now_ms() - shown < 1000) return;
    shown = now_ms();
    show_progress(done);
  };
  const std::int64_t started = now_ms();
  app::ledger::Importer importer(connection, how);
  auto job = importer.open(file, std::filesystem::path(file).filename().string());
  if (!job.ok()) return failed(job.error().message);
  const std::int64_t rows_before = job.value().progress.rows;
  if (rows_before > 0) std::fprintf(stderr, "going on after row %lld\n", static_cast<long long>(rows_before));
  auto done = importer.run(file, std::move(job).value());
  if (!done.ok()) return failed(done.error().message);
  const std::int64_t ms = now_ms() - started;
  show_progress(done.value().progress);
  if (options.contains("--report")) {
    std::ofstream out(options.at("--report"), std::ios::binary | std::ios::trunc);
    const auto written =
        app::ledger::write_report(connection, done.value().id, [&](std::string_view piece) { out << piece; });
    out.close();
    if (!written.ok() || !out) return failed("the report could not be written");
  }
  std::printf("%s\n", base::to_json(summary_of(done.value(), rows_before, ms)).c_str());
  return 0;
}

}  // namespace

int ledger_import(std::span<const std::string> arguments) {
  const auto options = arguments.empty()
                           ? std::nullopt
                           : law_options(arguments.subspan(1), {"--database", "--actor", "--law", "--report"});
  if (!options || !options->contains("--database")) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  const auto bytes = pack_bytes(option_or(*options, "--law", "law"));
  if (!bytes.ok()) return failed(bytes.error().file + bytes.error().error.path + ": " + bytes.error().error.message);
  const auto pack = core::law::Pack::load(*bytes);
  if (!pack.ok()) return failed(pack.error().path + ": " + pack.error().message);
  const std::string& address = options->at("--database");
  if (const auto migrated = store::migrate(address); !migrated.ok()) return failed(migrated.error().message);
  auto connection = store::open(address, store::Access::write);
  if (!connection.ok()) return failed(connection.error().message);
  return import_into(**connection, *pack, arguments[0], *options);
}

}  // namespace xiezhi::cli
