#include "http/wire.h"

#include <cstdio>

#include "core/engine/commands.h"
#include "http/routes/command.h"
#include "http/routes/session.h"

namespace xiezhi::http {
namespace {

constexpr unsigned kLoginThreads = 1;  // each takes 64 MiB while it hashes
constexpr std::size_t kLoginsWaiting = 64;
constexpr unsigned kPrintingThreads = 2;
constexpr std::size_t kDocumentsWaiting = 64;

std::filesystem::path spool_of(const std::filesystem::path& data) {
  std::error_code ignored;  // what cannot be made shows with the first upload
  std::filesystem::remove_all(data / "spool", ignored);
  std::filesystem::create_directories(data / "spool", ignored);
  return data / "spool";
}

}  // namespace

Interface::Interface(app::Service& service, app::Accounts& accounts, InterfaceOptions options)
    : readers_(options.database),
      blobs_((options.data / "blob").string()),
      imports_(service),
      exports_(service),
      documents_(service, blobs_, (options.data / "font").string()),
      logins_(kLoginThreads, kLoginsWaiting),
      printing_(kPrintingThreads, kDocumentsWaiting),
      api_(accounts, session_cookie_name(options.cookies), spool_of(options.data), std::move(options.files)) {
  add_all_routes(api_.table(), {&service, &readers_, &accounts, &blobs_, &imports_, &logins_, options.cookies,
                                &documents_, &printing_, &exports_});
}

void Interface::warm() {
  const bool taken = printing_.try_post([this] {
    const auto warmed = documents_.warm();
    if (!warmed.ok()) std::fprintf(stderr, "documents: %s\n", warmed.error().c_str());
  });
  VERIFY(taken);
}

void add_all_routes(RouteTable& table, const Parts& parts) {
  add_system_routes(table, parts);
  add_session_routes(table, parts);
  add_administration_routes(table, parts);
  add_desk_routes(table, parts);
  add_ledger_routes(table, parts);
  add_export_routes(table, parts);
  add_inspection_routes(table, parts);
  add_casefile_routes(table, parts);
  add_document_routes(table, parts);
  add_organisation_routes(table, parts);
  add_law_routes(table, parts);
  add_benchmark_routes(table, parts);
  add_journal_routes(table, parts);
  add_blob_routes(table, parts);
  add_command_routes<core::engine::Commands>(
      table, [service = parts.service](const app::Caller& caller, std::string name, app::CommandRequest request,
                                       app::ReplyHandler handler) {
        service->submit(caller, std::move(name), std::move(request), std::move(handler));
      });
}

}  // namespace xiezhi::http
