#include "app/ledger/importer.h"

#include <fstream>
#include <thread>

#include "app/account_secret.h"
#include "app/ledger/batch_reader.h"
#include "app/ledger/enterprise_row.h"
#include "base/sha256.h"
#include "base/text.h"
#include "core/engine/engine.h"

namespace xiezhi::app::ledger {
namespace {

using base::Err;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

Err<ImportError> fail(const char* code, const std::string& message) { return Err{ImportError{code, message}}; }

Err<ImportError> database_failed(const store::DbError& error) {
  const bool moved = error.statement == "import" && error.kind == store::DbErrorKind::refused;
  if (moved) return fail("import.moved", "这次导入正由另一个进程进行");
  return fail("import.database", "数据库出错：" + error.message);
}

/// The header record and where it ends.
struct Header {
  ColumnMap columns;
  std::int64_t end = 0;
};

ImportError header_error(const HeaderFault& fault, const std::vector<std::string>& found) {
  std::string message;
  if (!fault.missing.empty()) message += "表头缺少：" + base::join(fault.missing, "、") + "。";
  if (!fault.twice.empty()) message += "表头有多列都是：" + base::join(fault.twice, "、") + "。";
  return {"import.header", message + "文件的表头是：" + base::join(found, "、")};
}

ImportResult<Header> read_header(const std::string& path, const FileFacts& facts) {
  std::ifstream file(path, std::ios::binary);
  file.seekg(facts.bom_bytes);
  CsvReader csv(bytes_of(file), static_cast<std::uint64_t>(facts.bom_bytes));
  CsvRecord record;
  if (!csv.next(record)) return fail("import.empty", "文件是空的");
  Decoder decoder(facts.encoding);
  std::vector<std::string> cells;
  for (const std::string& cell : record.cells) {
    auto text = decoder.decode(cell);
    if (!text.ok()) return fail("import.encoding", "表头不是有效的文字");
    cells.emplace_back(base::trim(text.value()));
  }
  auto columns = match_header(cells);
  if (!columns.ok()) return Err{header_error(columns.error(), cells)};
  return Header{columns.value(), static_cast<std::int64_t>(csv.offset())};
}

}  // namespace

ImportResult<FileFacts> examine_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail("import.unreadable", "文件无法读取：" + path);
  FileFacts out;
  base::Sha256 hash;
  EncodingGuess guess;
  std::string buffer(1 << 18, '\0');
  std::string head;
  while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0) {
    const std::string_view piece(buffer.data(), static_cast<std::size_t>(file.gcount()));
    if (out.bytes == 0) head = piece.substr(0, kUtf8Mark.size());
    out.bytes += static_cast<std::int64_t>(piece.size());
    hash.update(piece);
    guess.update(piece);
  }
  if (file.bad()) return fail("import.unreadable", "文件无法读取：" + path);
  if (guess.utf16()) return fail("import.encoding", "文件是 UTF-16 编码，请另存为 UTF-8 或 GB18030 的 CSV");
  const bool marked = head == kUtf8Mark;
  out.sha256 = base::to_hex(hash.finish());
  out.encoding = marked ? Encoding::utf8 : guess.result();
  out.bom_bytes = marked ? static_cast<std::int64_t>(kUtf8Mark.size()) : 0;
  return out;
}

Importer::Importer(store::Connection& connection, ImportOptions options)
    : connection_(connection), options_(std::move(options)) {
  VERIFY(options_.pack != nullptr && options_.clock && !options_.actor.empty() && options_.batch_rows > 0);
}

ImportResult<ImportJob> Importer::open(const std::string& path, const std::string& file_name) {
  if (options_.pack->divisions().all().empty()) return fail("import.divisions", "法律包中没有行政区划");
  const FileFacts facts = TRY(examine_file(path));
  const Header header = TRY(read_header(path, facts));
  ImportJob job;
  const base::Instant now = options_.clock();
  job.id = time_uuid(now.ms);
  job.file_sha256 = facts.sha256;
  job.file_name = file_name;
  job.actor = options_.actor;
  job.first_number = now.ms << kNumberBits;
  job.started_at = now;
  job.updated_at = now;
  job.progress.offset = header.end;
  job.progress.total_bytes = facts.bytes;
  job.progress.record = 1;
  auto opened = open_import(connection_, std::move(job));
  if (!opened.ok()) return database_failed(opened.error());
  return std::move(opened).value();
}

ImportResult<ImportJob> Importer::run(const std::string& path, ImportJob job) {
  const FileFacts facts = TRY(examine_file(path));
  if (facts.sha256 != job.file_sha256) return fail("import.unreadable", "文件在导入期间变了");
  const Header header = TRY(read_header(path, facts));
  const auto& divisions = options_.pack->divisions();
  const ImportFrame frame{job, options_.pack->hash(), std::string(core::engine::kCoreVersion), options_.on_behalf,
                          options_.division};
  const base::Instant begun = options_.clock();
  BatchReader reader(path, frame, RowReader(header.columns, facts.encoding, divisions, begun.date()),
                     options_.batch_rows, begun);
  auto batch = reader.next(begun);
  while (batch) {
    const base::Instant now = options_.clock();
    auto following = reader.next(now);
    if (!following && reader.failed()) return fail("import.unreadable", "文件无法读取：" + path);
    auto done = run_batch(connection_, frame, job.progress, *batch, now, !following);
    if (!done.ok()) return database_failed(done.error());
    reader.give_back(std::move(*batch));
    job.progress = std::move(done).value();
    job.updated_at = now;
    if (!following) job.state = ImportState::done;
    if (options_.on_progress) options_.on_progress(job.progress);
    if (following && options_.stop && options_.stop()) return job;
    if (options_.breath_ms > 0) std::this_thread::sleep_for(std::chrono::milliseconds(options_.breath_ms));
    batch = std::move(following);
  }
  return job;
}

ImportResult<ImportJob> import_file(store::Connection& connection, const ImportOptions& options,
                                    const std::string& path, const std::string& file_name) {
  Importer importer(connection, options);
  ImportJob job = TRY(importer.open(path, file_name));
  return importer.run(path, std::move(job));
}

}  // namespace xiezhi::app::ledger
