// What the routes stand on, and the functions that add those of each area.
#pragma once

#include "app/blobs.h"
#include "app/service.h"
#include "http/route_table.h"
#include "http/routes/export_runner.h"
#include "http/routes/import_runner.h"
#include "http/work_pool.h"

namespace xiezhi::app {
class Documents;
}

namespace xiezhi::http {

/// How sessions come and go in cookies.
struct CookieSettings {
  bool secure = false;  ///< behind TLS: the cookie gets Secure and the __Host- prefix
};

/// All of it outlives the routes. Null where only the shapes of the routes are wanted and no request will come.
struct Parts {
  app::Service* service = nullptr;
  app::Readers* readers = nullptr;  ///< for queries that take a connection
  app::Accounts* accounts = nullptr;
  const app::Blobs* blobs = nullptr;
  ImportRunner* imports = nullptr;
  WorkPool* logins = nullptr;  ///< runs what hashes a password
  CookieSettings cookies;
  const app::Documents* documents = nullptr;
  WorkPool* printing = nullptr;  ///< makes PDFs
  ExportRunner* exports = nullptr;
};

void add_system_routes(RouteTable& table, const Parts& parts);
void add_session_routes(RouteTable& table, const Parts& parts);
void add_administration_routes(RouteTable& table, const Parts& parts);
void add_desk_routes(RouteTable& table, const Parts& parts);
void add_ledger_routes(RouteTable& table, const Parts& parts);
void add_export_routes(RouteTable& table, const Parts& parts);
void add_inspection_routes(RouteTable& table, const Parts& parts);
void add_casefile_routes(RouteTable& table, const Parts& parts);
void add_document_routes(RouteTable& table, const Parts& parts);
void add_organisation_routes(RouteTable& table, const Parts& parts);
void add_law_routes(RouteTable& table, const Parts& parts);
void add_benchmark_routes(RouteTable& table, const Parts& parts);
void add_journal_routes(RouteTable& table, const Parts& parts);
void add_blob_routes(RouteTable& table, const Parts& parts);
/// Every route of the product, commands included.
void add_all_routes(RouteTable& table, const Parts& parts);

}  // namespace xiezhi::http
