// Documents of a file, as clients ask for them.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/view/views.h"

namespace xiezhi::app {

enum class DocumentStatus : std::uint8_t {
  issued,      ///< what it records has happened
  to_sign,     ///< complete but for what is written by hand
  draft,       ///< a preview: 样稿 stands across its pages
  unavailable  ///< not yet: see `reason`
};
BOOST_DESCRIBE_ENUM(DocumentStatus, issued, to_sign, draft, unavailable)

struct DocumentRow {
  std::string kind;     ///< "correction_order"
  std::string subject;  ///< the order or party it is about; "" where the file has one such document at most
  std::string title;    ///< 责令限期整改指令书
  std::string about;    ///< whom or what it is about, for people
  DocumentStatus status = DocumentStatus::unavailable;
  std::string reason;  ///< why there is none yet, for people
  std::optional<std::string> number;
  std::optional<base::Date> dated;
  std::optional<std::string> digest;  ///< SHA-256 of what it says; the code printed on it begins with it
};
BOOST_DESCRIBE_STRUCT(DocumentRow, (), (kind, subject, title, about, status, reason, number, dated, digest))

struct DocumentList {
  std::string division;
  std::string body;
  std::vector<DocumentRow> rows;
};
BOOST_DESCRIBE_STRUCT(DocumentList, (), (division, body, rows))
inline Place place_of(const DocumentList& list) { return {list.division, list.body}; }

/// A document of one of an enterprise's files.
struct FiledDocument {
  std::string stream;  ///< "inspection/…" or "case/…"
  DocumentRow document;
};
BOOST_DESCRIBE_STRUCT(FiledDocument, (), (stream, document))

struct EnterpriseDocuments {
  std::string division;
  std::vector<FiledDocument> rows;  ///< the newest first; those there are
  bool more = false;                ///< there are older files, not looked into
};
BOOST_DESCRIBE_STRUCT(EnterpriseDocuments, (), (division, rows, more))
inline Place place_of(const EnterpriseDocuments& list) { return {list.division, ""}; }

struct DocumentQuery {
  std::string id;
  std::string kind;
  std::optional<std::string> subject;  ///< absent: the last one of that kind
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(DocumentQuery, (), (id, kind, subject))

struct DocumentFile {
  std::string name;  ///< for saving: 责令限期整改指令书.pdf
  std::string pdf;
};

}  // namespace xiezhi::app
