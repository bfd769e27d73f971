#include "app/ledger/importer.h"

#include "app/account_secret.h"
#include "app/ledger/batch_reader.h"
#include "app/ledger/enterprise_row.h"
#include "base/sha256.h"
#include "base/text.h"
#include "core/engine/engine.h"

namespace xiezhi::app::ledger {
namespace {

using base::Err;

constexpr std::int64_t kLowestHeader = 1000;

Err<ImportError> fail(const char* code, const std::string& message) { return Err{ImportError{code, message}}; }

Err<ImportError> database_failed(const store::DbError& error) {
  const bool moved = error.statement == "import" && error.kind == store::DbErrorKind::refused;
  if (moved) return fail("import.moved", "这次导入正由另一个进程进行");
  return fail("import.database", "数据库出错：" + error.message);
}

Err<ImportError> header_failed(const HeaderFault& fault, const std::vector<std::string>& found) {
  std::string message;
  if (!fault.missing.empty()) message += "表头缺少：" + base::join(fault.missing, "、") + "。";
  if (!fault.twice.empty()) message += "表头有多列都是：" + base::join(fault.twice, "、") + "。";
  return fail("import.header", message + "文件的表头是：" + base::join(found, "、"));
}

std::string header_hash(const std::vector<std::string>& cells) {
  return base::to_hex(base::sha256(base::join(cells, "\x1F")));
}

std::vector<ColumnAt> columns_at(const ColumnMap& map) {
  std::vector<ColumnAt> out;
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    if (map.at[i] >= 0) out.push_back({static_cast<Column>(i), map.at[i]});
  }
  return out;
}

}  // namespace

/// A file, its header, and what its columns hold.
struct Importer::Read {
  ListFacts facts;
  ListHead head;
  ColumnMap columns;

  [[nodiscard]] Layout layout() const { return {head.sheet, head.header_row, columns_at(columns)}; }
  void place(ImportJob& job) const {
    job.progress = {};
    job.progress.offset = head.end;
    job.progress.total_bytes = head.bytes;
    job.progress.record = head.header_row;
    job.layout = layout();
    job.header_hash = header_hash(head.cells);
  }
};

Importer::Importer(store::Connection& connection, ImportOptions options)
    : connection_(connection), options_(std::move(options)) {
  VERIFY(options_.pack != nullptr && options_.clock && !options_.actor.empty() && options_.batch_rows > 0);
}

ImportResult<Importer::Read> Importer::read(const std::string& path, const std::optional<Layout>& layout) {
  Read out;
  out.facts = TRY(examine_list(path));
  const bool chosen = layout && !layout->columns.empty();
  const auto row = chosen ? std::optional(layout->header_row) : std::nullopt;
  if (row && (*row < 1 || *row > kLowestHeader)) return fail("import.header", "表头须在前 1000 行之内");
  out.head = TRY(read_head(out.facts, layout ? layout->sheet : std::nullopt, row, options_.scratch));
  auto columns = chosen ? map_columns(layout->columns, out.head.cells.size()) : match_header(out.head.cells);
  if (!columns.ok()) return header_failed(columns.error(), out.head.cells);
  out.columns = *columns;
  return out;
}

ImportResult<ImportJob> Importer::new_job(const std::string& file_name, const Read& read) {
  if (options_.pack->divisions().all().empty()) return fail("import.divisions", "法律包中没有行政区划");
  const base::Instant now = options_.clock();
  ImportJob job;
  job.id = time_uuid(now.ms);
  job.file_sha256 = read.facts.sha256;
  job.file_name = file_name;
  job.actor = options_.actor;
  job.first_number = now.ms << kNumberBits;
  job.started_at = now;
  job.updated_at = now;
  read.place(job);
  return job;
}

ImportResult<ImportJob> Importer::open(const std::string& path, const std::string& file_name,
                                       const std::optional<Layout>& layout) {
  const Read found = TRY(read(path, layout));
  auto opened = open_import(connection_, TRY(new_job(file_name, found)));
  if (!opened.ok()) return database_failed(opened.error());
  return std::move(opened).value();
}

ImportResult<ListPreview> Importer::preview(const std::string& path, const std::optional<std::string>& sheet,
                                            std::optional<std::int64_t> header_row) {
  const ListFacts facts = TRY(examine_list(path));
  if (header_row && (*header_row < 1 || *header_row > kLowestHeader)) {
    return fail("import.header", "表头须在前 1000 行之内");
  }
  ListHead head = TRY(read_head(facts, sheet, header_row, options_.scratch));
  ListPreview out{facts.kind, {}, {head.sheet, head.header_row, propose_columns(head.cells)}, false, {}, {}};
  const auto known = known_layout(connection_, options_.actor, header_hash(head.cells));
  if (!known.ok()) return database_failed(known.error());
  if (*known && map_columns((*known)->columns, head.cells.size()).ok()) {
    out.layout.columns = (*known)->columns;
    out.remembered = true;
  }
  if (facts.workbook) {
    for (const auto& one : facts.workbook->sheets) {
      if (!one.hidden || one.name == head.sheet) out.sheets.push_back(one.name);
    }
  }
  out.header = std::move(head.cells);
  out.samples = std::move(head.samples);
  return out;
}

ImportResult<ImportJob> Importer::hold(const std::string& path, const std::string& file_name) {
  const ListPreview shown = TRY(preview(path, std::nullopt, std::nullopt));
  Read found;
  found.facts = TRY(examine_list(path));
  ImportJob job = TRY(new_job(file_name, found));
  job.state = ImportState::waiting;
  job.layout = shown.layout;
  const auto inserted = insert_import(connection_, job);
  if (!inserted.ok()) return database_failed(inserted.error());
  return job;
}

ImportResult<ImportJob> Importer::begin(const std::string& path, ImportJob job, const Layout& layout, ImportState as) {
  VERIFY(as == ImportState::checking || as == ImportState::running);
  if (layout.columns.empty()) return header_failed({{column_title(Column::name)}, {}}, {});
  const Read found = TRY(read(path, layout));
  if (found.facts.sha256 != job.file_sha256) return fail("import.unreadable", "文件与上传时不同");
  const base::Instant now = options_.clock();
  job.state = as;
  job.first_number = now.ms << kNumberBits;
  job.updated_at = now;
  job.problem.reset();
  found.place(job);
  const auto begun = restart_import(connection_, job);
  if (!begun.ok()) return database_failed(begun.error());
  if (!*begun) return fail("import.state", "这次导入已经开始，或者已经完成");
  return job;
}

ImportResult<ImportJob> Importer::run(const std::string& path, ImportJob job) {
  const std::string id = job.id;
  auto done = [&]() -> ImportResult<ImportJob> {
    const Read found = TRY(read(path, job.layout));
    if (found.facts.sha256 != job.file_sha256) return fail("import.unreadable", "文件在导入期间变了");
    return run_rows(found, std::move(job));
  }();
  // Another process that has moved the job, or a database that is away for a while, is not the file's fault.
  const bool of_file = !done.ok() && done.error().code != "import.moved" && done.error().code != "import.database";
  if (of_file) {
    const auto failed = fail_import(connection_, id, done.error().message, options_.clock());
    if (!failed.ok()) return database_failed(failed.error());
  }
  return done;
}

ImportResult<ImportJob> Importer::run_rows(const Read& read, ImportJob job) {
  const ImportFrame frame{job, options_.pack->hash(), std::string(core::engine::kCoreVersion), options_.on_behalf,
                          options_.division};
  const base::Instant begun = options_.clock();
  auto list = TRY(open_rows(read.facts, read.head, job.progress.record, job.progress.offset, options_.scratch));
  BatchReader reader(std::move(list), frame,
                     RowReader(read.columns, read.facts.encoding, options_.pack->divisions(), begun.date()),
                     options_.batch_rows, begun);
  auto batch = reader.next(begun);
  while (batch) {
    const base::Instant now = options_.clock();
    auto following = reader.next(now);
    if (!following) {
      if (const auto problem = reader.problem()) return fail(problem->code.c_str(), problem->message);
    }
    auto done = run_batch(connection_, frame, job.progress, *batch, now, !following);
    if (!done.ok()) return database_failed(done.error());
    reader.give_back(std::move(*batch));
    job.progress = std::move(done).value();
    job.updated_at = now;
    if (!following) job.state = job.trial() ? ImportState::checked : ImportState::done;
    if (options_.on_progress) options_.on_progress(job.progress);
    if (following && options_.stop && options_.stop()) return job;
    batch = std::move(following);
  }
  return job;
}

ImportResult<ImportJob> import_file(store::Connection& connection, const ImportOptions& options,
                                    const std::string& path, const std::string& file_name,
                                    const std::optional<Layout>& layout) {
  Importer importer(connection, options);
  ImportJob job = TRY(importer.open(path, file_name, layout));
  return importer.run(path, std::move(job));
}

}  // namespace xiezhi::app::ledger
