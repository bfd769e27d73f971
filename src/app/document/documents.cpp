#include "app/document/documents.h"

#include "app/query/query_tools.h"
#include "base/text.h"
#include "store/journal.h"

namespace xiezhi::app {
namespace {

using document::Document;
using document::Sources;

/// A signature is a small drawing; anything larger is none.
constexpr std::int64_t kLargestImage = 2'000'000;
constexpr std::size_t kPrintedDigest = 32;

/// What a document says, settled: to be called when its facts are complete.
void settle(Document& document) {
  if (document.row.status == DocumentStatus::unavailable) return;
  document.row.digest = writ::digest(document.facts);
}

DocumentList list_of(std::string division, std::string body, std::vector<Document> documents) {
  DocumentList out{std::move(division), std::move(body), {}};
  for (Document& document : documents) out.rows.push_back(std::move(document.row));
  return out;
}

}  // namespace

store::DbStatus Documents::load_missing(store::Connection& connection, Sources& sources) const {
  const auto streams = sources.world.missing();
  sources.world.forget_missing();
  if (!streams.empty()) {
    const auto versions = TRY(store::stream_versions(connection, streams));
    for (auto& [stream, loaded] : TRY(load_streams(connection, cache_, versions))) sources.world.put(stream, loaded);
  }
  if (!sources.missing_personal.empty()) {
    const std::vector<std::string> wanted(sources.missing_personal.begin(), sources.missing_personal.end());
    for (const std::string& commitment : wanted) sources.personal[commitment];
    for (const auto& [commitment, value] : TRY(store::get_private_values(connection, wanted))) {
      sources.personal[commitment] = value.value;
    }
    sources.missing_personal.clear();
  }
  for (const std::string& hex : sources.missing_images) {
    std::string& image = sources.images[hex];
    const std::string bytes = base::from_hex(hex);
    base::Hash hash{};
    if (bytes.size() != hash.size()) continue;
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(hash.data()));
    auto read = blobs_.read(hash, 0, kLargestImage);
    if (read.ok()) image = std::move(read).value();
  }
  sources.missing_images.clear();
  return base::Unit{};
}

template <typename State>
QueryResult<Documents::Gathered> Documents::gather(const std::string& stream) const {
  Gathered out;
  out.stream = stream;
  Sources sources;
  sources.pack = &service_.pack();
  sources.library = &writ::Library::built_in();
  sources.now = service_.options().clock();
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const auto versions = TRY(store::stream_versions(connection, {stream}));
    for (auto& [name, loaded] : TRY(load_streams(connection, cache_, versions))) sources.world.put(name, loaded);
    const auto* target = sources.world.find(stream);
    if (target == nullptr || target->version == 0) return base::Unit{};
    sources.entries = TRY(store::load_entries(connection, stream));
    const State& state = *std::get_if<State>(target->state.get());
    out.division = state.division;
    out.body = state.body;
    for (;;) {
      out.documents = document::documents_of(sources, state);
      if (sources.complete()) return base::Unit{};
      TRY(load_missing(connection, sources));
    }
  }));
  if (out.documents.empty()) return not_found(stream);
  for (Document& document : out.documents) settle(document);
  return out;
}

template QueryResult<Documents::Gathered> Documents::gather<core::inspection::Inspection>(const std::string&) const;
template QueryResult<Documents::Gathered> Documents::gather<core::casefile::CaseFile>(const std::string&) const;

QueryResult<DocumentList> Documents::list_inspection(const std::string& id) const {
  auto gathered = TRY(gather<core::inspection::Inspection>("inspection/" + id));
  return list_of(gathered.division, gathered.body, std::move(gathered.documents));
}

QueryResult<DocumentList> Documents::list_case(const std::string& id) const {
  auto gathered = TRY(gather<core::casefile::CaseFile>("case/" + id));
  return list_of(gathered.division, gathered.body, std::move(gathered.documents));
}

QueryResult<DocumentFile> Documents::print(const Gathered& gathered, const DocumentQuery& query) const {
  if (!query.scope.admits(gathered.division, gathered.body)) return not_found(gathered.stream);
  const Document* found = nullptr;
  for (const Document& document : gathered.documents) {
    const bool asked = document.row.kind == query.kind && (!query.subject || document.row.subject == *query.subject);
    if (asked && document.row.status != DocumentStatus::unavailable) found = &document;
  }
  if (found == nullptr) return not_found("document " + query.kind + " of " + gathered.stream);
  const DocumentRow& row = found->row;
  writ::Stamp stamp;
  stamp.code = "XZ1|" + row.kind + "|" + gathered.stream + "|" + row.subject + "|" +
               row.digest.value_or("").substr(0, kPrintedDigest);
  const auto body = found->facts.text.find("body");
  if (body != found->facts.text.end()) stamp.author = body->second;
  if (row.dated) stamp.dated = row.dated->iso();
  stamp.draft = row.status == DocumentStatus::draft;
  auto pdf = press_.print(*found->form, found->facts, stamp);
  if (!pdf.ok()) return base::Err{QueryProblem{"unavailable", pdf.error()}};
  return DocumentFile{row.title + ".pdf", std::move(pdf).value()};
}

QueryResult<DocumentFile> Documents::print_inspection(const DocumentQuery& query) const {
  return print(TRY(gather<core::inspection::Inspection>("inspection/" + query.id)), query);
}

QueryResult<DocumentFile> Documents::print_case(const DocumentQuery& query) const {
  return print(TRY(gather<core::casefile::CaseFile>("case/" + query.id)), query);
}

}  // namespace xiezhi::app
