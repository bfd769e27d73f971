#include "cli/ledger_import.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/ledger/importer.h"
#include "app/sequencer.h"
#include "app/sheet/cell_text.h"
#include "base/text.h"
#include "cli/law_options.h"
#include "lawtool/source.h"

namespace xiezhi::cli {
namespace {

using app::ledger::Column;
using app::ledger::ColumnAt;
using app::ledger::Importer;
using app::ledger::ImportJob;
using app::ledger::ImportProgress;
using app::ledger::Layout;

constexpr std::size_t kBatchRows = 8000;  // nobody else waits for the database: larger batches than in the server
constexpr const char* kUsage =
    "usage: xiezhi ledger import FILE --database ADDRESS [--dry-run] [--sheet NAME] [--header-row N]\n"
    "         [--map COLUMN=HEADER,…] [--actor ID] [--law PACK|DIR] [--report FILE] [--data FOLDER]\n"
    "  --data: the server's folder with journal.key; the new entries get their numbers in the journal at once,\n"
    "  and not when the server runs next\n";
constexpr const char* kDryRun = "--dry-run";

std::int64_t now_ms() {
  using std::chrono::milliseconds;
  using std::chrono::system_clock;
  return std::chrono::duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// The last line of standard output. Rows and seconds are those of this run; the counts are the job's.
struct Summary {
  bool dry_run = false;
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
                      (dry_run, job, rows, created, updated, unchanged, duplicates, conflicts, rejected, remarked,
                       placed_by, resumed_after_row, seconds, rows_per_s))

Summary summary_of(const ImportJob& job, std::int64_t rows_before, std::int64_t ms) {
  const ImportProgress& done = job.progress;
  Summary out{job.state == app::ledger::ImportState::checked,
              job.id,
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

/// "name=单位全称,credit_code=C" over what the headers say; the error is for people.
base::Result<Layout, std::string> mapped(Layout layout, const std::vector<std::string>& header,
                                         const std::string& pairs) {
  for (const std::string_view pair : base::split(pairs, ',')) {
    const std::size_t sign = pair.find('=');
    const std::string_view left = base::trim(pair.substr(0, sign));
    auto column = base::enum_from_name<Column>(left);
    if (!column) column = app::ledger::column_named(left);
    if (sign == std::string_view::npos || !column) return base::Err{"--map: " + std::string(pair)};
    const std::string_view right = base::trim(pair.substr(sign + 1));
    const auto found = std::find(header.begin(), header.end(), right);
    auto at = static_cast<std::size_t>(found - header.begin());
    if (found == header.end()) at = app::sheet::column_of(right).value_or(header.size());
    if (at >= header.size()) return base::Err{"--map: no column " + std::string(right)};
    std::erase_if(layout.columns, [&](const ColumnAt& one) {
      return one.column == *column || one.at == static_cast<std::int32_t>(at);
    });
    layout.columns.push_back({*column, static_cast<std::int32_t>(at)});
  }
  return layout;
}

/// Absent when nothing was said about it.
base::Result<std::optional<Layout>, std::string> layout_of(Importer& importer, const std::string& file,
                                                           const Options& options, bool always) {
  const bool said = options.contains("--sheet") || options.contains("--header-row") || options.contains("--map");
  if (!said && !always) return std::optional<Layout>();
  std::optional<std::string> sheet;
  std::optional<std::int64_t> row;
  if (options.contains("--sheet")) sheet = options.at("--sheet");
  if (options.contains("--header-row")) row = std::atoll(options.at("--header-row").c_str());
  auto preview = importer.preview(file, sheet, row);
  if (!preview.ok()) return base::Err{preview.error().message};
  Layout layout = std::move(preview->layout);
  if (options.contains("--map")) layout = TRY(mapped(std::move(layout), preview->header, options.at("--map")));
  return std::optional(std::move(layout));
}

/// The job, ready to run.
base::Result<ImportJob, std::string> prepare(Importer& importer, const std::string& file, const Options& options) {
  const bool dry = options.contains(kDryRun);
  const auto layout = TRY(layout_of(importer, file, options, dry));
  const std::string name = std::filesystem::path(file).filename().string();
  auto job = dry ? importer.hold(file, name) : importer.open(file, name, layout);
  if (dry && job.ok()) {
    job = importer.begin(file, std::move(*job), *layout, app::ledger::ImportState::checking);
  }
  if (!job.ok()) return base::Err{job.error().message};
  return std::move(*job);
}

/// Gives the entries their leaf numbers and signs a checkpoint, as the server does; nothing without its folder.
base::Result<base::Unit, std::string> number_entries(store::Connection& connection, const Options& options) {
  if (!options.contains("--data")) {
    std::fputs("the entries get their numbers in the journal when the server runs next (or at once, with --data)\n",
               stderr);
    return base::Unit{};
  }
  const auto key = app::load_or_create_key(options.at("--data") + "/journal.key");
  if (!key.ok()) return base::Err{key.error().message};
  const auto numbered = app::sequence_all(connection, *key, now_ms());
  if (!numbered.ok()) return base::Err{numbered.error().message};
  std::fprintf(stderr, "%lld entries numbered\n", static_cast<long long>(*numbered));
  return base::Unit{};
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
  Importer importer(connection, how);
  auto job = prepare(importer, file, options);
  if (!job.ok()) return failed(job.error());
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
  if (options.contains(kDryRun)) {
    const auto gone = app::ledger::discard_import(connection, done.value().id);
    if (!gone.ok()) return failed(gone.error().message);
  } else if (const auto numbered = number_entries(connection, options); !numbered.ok()) {
    return failed(numbered.error());
  }
  std::printf("%s\n", base::to_json(summary_of(done.value(), rows_before, ms)).c_str());
  return 0;
}

/// The options, `--dry-run` among them with an empty value; nothing for bad usage.
std::optional<Options> options_of(std::span<const std::string> arguments) {
  if (arguments.empty()) return std::nullopt;
  std::vector<std::string> with_values(arguments.begin() + 1, arguments.end());
  const bool dry = std::erase(with_values, kDryRun) > 0;
  auto options = law_options(
      with_values, {"--database", "--actor", "--law", "--report", "--map", "--sheet", "--header-row", "--data"});
  if (options && dry) (*options)[kDryRun] = "";
  return options;
}

}  // namespace

int ledger_import(std::span<const std::string> arguments) {
  const auto options = options_of(arguments);
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
