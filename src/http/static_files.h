// The built web application, read into memory at start: what is served is exactly the files found then, so no path can
// reach anything else.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "base/result.h"
#include "http/message.h"

namespace xiezhi::http {

class StaticFiles {
 public:
  /// Reads every regular file below the folder; the error says what could not be read. No folder, no files.
  static base::Result<StaticFiles, std::string> load(const std::filesystem::path& directory);

  /// A file with its ETag; for a path without a file name extension the application's index.html (it routes in the
  /// browser): below "/field/" and "/portal/" theirs, else the desk's.
  [[nodiscard]] Response serve(const Request& request) const;
  [[nodiscard]] std::size_t size() const { return files_.size(); }

 private:
  struct File {
    std::shared_ptr<const std::string> bytes;
    std::shared_ptr<const std::string> gzip;  ///< null when it saves nothing
    std::string type;
    std::string etag;
    std::string cache_control;
  };
  [[nodiscard]] const File* find(const std::string& path) const;
  static File make(const std::string& name, std::string bytes);

  std::map<std::string, File> files_;  ///< by path: "/assets/index-4f2a91bc.js"
};

}  // namespace xiezhi::http
