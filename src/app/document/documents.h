// Enforcement documents (执法文书) of inspections and cases: which there are, and each as a PDF.
#pragma once

#include "app/blobs.h"
#include "app/document/sources.h"
#include "app/readers.h"
#include "app/service.h"
#include "writ/press.h"

namespace xiezhi::app {

class Documents {
 public:
  /// `service` and `blobs` outlive it. `fonts` is a folder that keeps the fonts from run to run.
  Documents(Service& service, const Blobs& blobs, const std::string& fonts)
      : service_(service), blobs_(blobs), readers_(service.options().database), press_(fonts) {}

  QueryResult<DocumentList> list_inspection(const std::string& id) const;
  QueryResult<DocumentList> list_case(const std::string& id) const;
  /// Of the enterprise's inspections and cases within the scope, the newest of them.
  QueryResult<EnterpriseDocuments> list_enterprise(const Scope& scope, const std::string& id) const;
  /// A file beyond the query's scope is not found.
  QueryResult<DocumentFile> print_inspection(const DocumentQuery& query) const;
  QueryResult<DocumentFile> print_case(const DocumentQuery& query) const;
  /// Loads the fonts, so that the first document does not wait for it. An error is a sentence for the operator.
  base::Result<base::Unit, std::string> warm() const { return press_.warm(); }

 private:
  struct Gathered {
    std::string stream;
    std::string division;
    std::string body;
    std::vector<document::Document> documents;
  };
  struct Files {
    std::string division;
    std::vector<std::string> streams;
    bool more = false;
  };
  /// The newest inspections and cases of an enterprise within the scope; no division when there is no such enterprise.
  store::DbResult<Files> files_of(const Scope& scope, const std::string& enterprise) const;
  /// For inspections and cases.
  template <typename State>
  QueryResult<Gathered> gather(const std::string& stream) const;
  store::DbStatus load_missing(store::Connection& connection, document::Sources& sources) const;
  QueryResult<DocumentFile> print(const Gathered& gathered, const DocumentQuery& query) const;

  Service& service_;
  const Blobs& blobs_;
  mutable Readers readers_;
  mutable StreamCache cache_{std::size_t{4} << 20};
  mutable writ::Press press_;
};

}  // namespace xiezhi::app
