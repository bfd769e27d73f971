// Puts the whole interface together: every route of the product, and what they stand on.
#pragma once

#include <memory>
#include <string>

#include "app/document/documents.h"
#include "http/api.h"
#include "http/routes/parts.h"

namespace xiezhi::http {

struct InterfaceOptions {
  std::string database;
  std::filesystem::path data;  ///< folder: blobs, bodies on their way in
  CookieSettings cookies;
  StaticFiles files;
};

/// The application behind a server. Lives as long as it, and longer than the service only if nothing is asked of it.
class Interface {
 public:
  Interface(app::Service& service, app::Accounts& accounts, InterfaceOptions options);

  Api& api() { return api_; }
  /// Begins to load the fonts of documents, so that the first one asked for is there at once.
  void warm();

 private:
  app::Readers readers_;
  app::Blobs blobs_;
  ImportRunner imports_;
  ExportRunner exports_;
  app::Documents documents_;
  WorkPool logins_;
  WorkPool printing_;
  Api api_;
};

}  // namespace xiezhi::http
