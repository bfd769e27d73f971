#include "http/static_files.h"

#include <fstream>
#include <iterator>

#include "base/sha256.h"
#include "base/text.h"
#include "http/gzip.h"
#include "http/problem.h"
#include "http/url.h"

namespace xiezhi::http {
namespace {

struct TypeOf {
  std::string_view extension;
  std::string_view type;
  bool compress;
};
constexpr TypeOf kTypes[] = {
    {".html", "text/html; charset=utf-8", true},
    {".js", "text/javascript; charset=utf-8", true},
    {".mjs", "text/javascript; charset=utf-8", true},
    {".css", "text/css; charset=utf-8", true},
    {".json", "application/json", true},
    {".webmanifest", "application/manifest+json", true},
    {".svg", "image/svg+xml", true},
    {".txt", "text/plain; charset=utf-8", true},
    {".map", "application/json", true},
    {".wasm", "application/wasm", true},
    {".png", "image/png", false},
    {".jpg", "image/jpeg", false},
    {".webp", "image/webp", false},
    {".ico", "image/x-icon", false},
    {".woff2", "font/woff2", false},
};

TypeOf type_of(std::string_view name) {
  for (const TypeOf& entry : kTypes) {
    if (name.ends_with(entry.extension)) return entry;
  }
  return {"", "application/octet-stream", false};
}

/// Vite puts a hash of the content into the names below assets/: such a name never means other bytes.
bool has_hashed_name(std::string_view path) { return path.find("/assets/") != std::string_view::npos; }

bool names_a_file(std::string_view path) { return path.find('.', path.rfind('/') + 1) != std::string_view::npos; }

}  // namespace

base::Result<StaticFiles, std::string> StaticFiles::load(const std::filesystem::path& directory) {
  StaticFiles out;
  std::error_code failure;
  if (!std::filesystem::is_directory(directory, failure)) return out;
  for (auto at = std::filesystem::recursive_directory_iterator(directory, failure);
       !failure && at != std::filesystem::recursive_directory_iterator(); at.increment(failure)) {
    if (!at->is_regular_file(failure) || at->is_symlink(failure)) continue;
    std::ifstream in(at->path(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in) return base::Err{"cannot read " + at->path().string()};
    const std::string path = "/" + at->path().lexically_relative(directory).generic_string();
    out.files_.emplace(path, make(path, std::move(bytes)));
  }
  if (failure) return base::Err{"cannot read " + directory.string() + ": " + failure.message()};
  return out;
}

StaticFiles::File StaticFiles::make(const std::string& name, std::string bytes) {
  const TypeOf type = type_of(name);
  File file;
  file.type = type.type;
  file.etag = '"' + base::to_hex(base::sha256(bytes)).substr(0, 32) + '"';
  file.cache_control = has_hashed_name(name) ? "public, max-age=31536000, immutable" : "no-cache";
  if (type.compress) {
    std::string packed = gzip(bytes);
    if (packed.size() < bytes.size()) file.gzip = std::make_shared<const std::string>(std::move(packed));
  }
  file.bytes = std::make_shared<const std::string>(std::move(bytes));
  return file;
}

const StaticFiles::File* StaticFiles::find(const std::string& path) const {
  if (const auto found = files_.find(path); found != files_.end()) return &found->second;
  if (names_a_file(path)) return nullptr;
  for (const std::string_view page : {"/field/", "/portal/", "/"}) {
    if (!(path + "/").starts_with(page)) continue;
    const auto index = files_.find(std::string(page) + "index.html");
    if (index != files_.end()) return &index->second;
  }
  return nullptr;
}

Response StaticFiles::serve(const Request& request) const {
  if (request.method != Method::get) {
    Response out = problem_response("http.method_not_allowed");
    out.set("allow", "GET");
    return out;
  }
  const auto path = percent_decode(request.path, false);
  const File* file = path ? find(*path) : nullptr;
  if (file == nullptr) return problem_response("http.not_found");
  Response out;
  out.set("content-type", file->type);
  out.set("etag", file->etag);
  out.set("cache-control", file->cache_control);
  if (file->gzip) out.set("vary", "accept-encoding");
  if (request.header("if-none-match").find(file->etag) != std::string_view::npos) {
    out.status = 304;
    return out;
  }
  const bool packed = file->gzip && request.header("accept-encoding").find("gzip") != std::string_view::npos;
  if (packed) out.set("content-encoding", "gzip");
  out.shared_body = packed ? file->gzip : file->bytes;
  return out;
}

}  // namespace xiezhi::http
