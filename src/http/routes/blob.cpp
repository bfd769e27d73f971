#include "http/routes/blob.h"

#include "app/evidence.h"
#include "base/text.h"
#include "http/body_route.h"
#include "http/routes/read.h"

namespace xiezhi::http {

struct ChunkQuery {
  base::Hash hash{};        ///< of the whole
  std::int64_t offset = 0;  ///< where the chunk begins
};
BOOST_DESCRIBE_STRUCT(ChunkQuery, (), (hash, offset))

struct BlobQuery {
  base::Hash hash{};
};
BOOST_DESCRIBE_STRUCT(BlobQuery, (), (hash))

struct FinishBody {
  std::string media_type;
};
BOOST_DESCRIBE_STRUCT(FinishBody, (), (media_type))

struct ReceivedView {
  std::int64_t received = 0;  ///< bytes: where an interrupted upload goes on
};
BOOST_DESCRIBE_STRUCT(ReceivedView, (), (received))

namespace {

/// What a browser may show in place; anything else is only offered for saving.
constexpr std::string_view kShown[] = {"image/jpeg", "image/png", "image/webp", "audio/mpeg",     "audio/mp4",
                                       "audio/webm", "video/mp4", "video/webm", "application/pdf"};

bool is_shown(std::string_view type) {
  return std::find(std::begin(kShown), std::end(kShown), type) != std::end(kShown);
}

Response blob_problem(const app::BlobError& error) {
  switch (error.kind) {
    case app::BlobErrorKind::offset: {
      Problem problem = make_problem("blob.offset", error.message);
      problem.received = error.received;
      return problem_response(problem);
    }
    case app::BlobErrorKind::digest: return problem_response("blob.digest", error.message);
    case app::BlobErrorKind::missing: return problem_response("http.not_found", error.message);
    case app::BlobErrorKind::disk:
    case app::BlobErrorKind::database: return problem_response("http.unavailable", error.message);
  }
  VERIFY_NOT_REACHED();
}

Response received(const app::BlobResult<std::int64_t>& result) {
  return result.ok() ? json_response(200, base::to_json(ReceivedView{*result})) : blob_problem(result.error());
}

store::DbResult<app::BlobAccess> access_of(app::Readers& readers, const Call& call, const base::Hash& hash) {
  return readers.once([&](store::Connection& connection) {
    return app::blob_access(connection, call.scope, call.session->caller.officer, hash);
  });
}

app::BlobResult<app::Upload> upload_of(app::Readers& readers, const Call& call, const base::Hash& hash) {
  const auto access = access_of(readers, call, hash);
  if (!access.ok()) return base::Err{app::BlobError{app::BlobErrorKind::database, access.error().message, 0}};
  return app::Upload{hash, call.session->caller.officer, access->known()};
}

Response append(const Parts& parts, const Call& call, const ChunkQuery& query) {
  const auto digest = content_digest(call.request.header("content-digest"));
  if (!digest) return problem_response("http.bad_request", "Content-Digest: sha-256=:<base64>: is required");
  const auto upload = upload_of(*parts.readers, call, query.hash);
  if (!upload.ok()) return blob_problem(upload.error());
  return received(parts.blobs->append(*upload, query.offset, call.request.body, *digest));
}

Response finish(const Parts& parts, const Call& call, const BlobQuery& query, const FinishBody& body) {
  if (body.media_type.size() > 100 || body.media_type.find_first_of("\r\n") != std::string::npos) {
    return problem_response(make_problem("http.invalid_body", "a media type", "/media_type"));
  }
  const auto upload = upload_of(*parts.readers, call, query.hash);
  if (!upload.ok()) return blob_problem(upload.error());
  const app::ServiceOptions& options = parts.service->options();
  const auto connection = store::open(options.database, store::Access::write);
  if (!connection.ok()) return problem_response("http.unavailable", connection.error().message);
  return received(parts.blobs->finish(**connection, *upload, body.media_type, options.clock().ms));
}

/// A blob that may not be seen is answered like one that is not here.
Response content(app::Readers& readers, const app::Blobs& blobs, const Call& call, const BlobQuery& query) {
  const auto access = access_of(readers, call, query.hash);
  if (!access.ok()) return problem_response("http.unavailable", access.error().message);
  if (!access->visible) return problem_response("http.not_found");
  const auto row = readers.once([&](store::Connection& connection) { return app::find_blob(connection, query.hash); });
  if (!row.ok()) return problem_response("http.unavailable", row.error().message);
  if (!*row) return problem_response("http.not_found");
  const bool shown = is_shown((*row)->media_type);
  Response out;
  out.file = blobs.path(query.hash);
  out.set("content-type", shown ? (*row)->media_type : "application/octet-stream");
  if (!shown) out.set("content-disposition", "attachment");
  out.set("cache-control", "private, max-age=31536000, immutable");
  return out;
}

}  // namespace

std::optional<base::Hash> content_digest(std::string_view header) {
  constexpr std::string_view kBegin = "sha-256=:";
  if (!header.starts_with(kBegin) || !header.ends_with(":") || header.size() == kBegin.size()) return std::nullopt;
  bool good = false;
  const std::string bytes = base::from_base64(header.substr(kBegin.size(), header.size() - kBegin.size() - 1), good);
  base::Hash out{};
  if (!good || bytes.size() != out.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(out.data()));
  return out;
}

void add_blob_routes(RouteTable& table, const Parts& parts) {
  // How far an officer sees; what he may send is his own.
  const AnyOfficer officer{app::Reach::subtree};
  auto put = body_route<ChunkQuery, Nothing, ReceivedView>(
      Method::put, "/api/blobs/{hash}", officer, "上传证据文件的一段",
      [parts](const Call& call, const ChunkQuery& query, Nothing, const Respond& respond) {
        respond(append(parts, call, query));
      });
  put.shapes.body = [](Schemas&) { return type_schema("string", "binary"); };
  put.shapes.body_type = "application/octet-stream";
  put.limits = Limits::chunk;
  table.add(std::move(put));
  table.add(body_route<BlobQuery, Nothing, ReceivedView>(
      Method::get, "/api/blobs/{hash}/received", officer, "证据文件已收到的字节数",
      [parts](const Call& call, const BlobQuery& query, Nothing, const Respond& respond) {
        const auto upload = upload_of(*parts.readers, call, query.hash);
        respond(upload.ok() ? received(parts.blobs->received(*upload)) : blob_problem(upload.error()));
      }));
  table.add(body_route<BlobQuery, FinishBody, ReceivedView>(
      Method::post, "/api/blobs/{hash}/finish", officer, "完成证据文件上传",
      [parts](const Call& call, const BlobQuery& query, const FinishBody& body, const Respond& respond) {
        respond(finish(parts, call, query, body));
      }));
  auto get = body_route<BlobQuery, Nothing, std::string>(
      Method::get, "/api/blobs/{hash}", officer, "证据文件",
      [parts](const Call& call, const BlobQuery& query, Nothing, const Respond& respond) {
        respond(content(*parts.readers, *parts.blobs, call, query));
      });
  get.shapes.response_type = "application/octet-stream";
  table.add(std::move(get.reads_personal_data()));
}

}  // namespace xiezhi::http
