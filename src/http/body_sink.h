// Where the bytes of a body go as they come: memory, or a file with its size and SHA-256.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/sha256.h"
#include "http/message.h"

namespace xiezhi::http {

class BodySink {
 public:
  explicit BodySink(const BodyPlan& plan);

  enum class Taken : std::uint8_t { yes, too_large, disk_failed };
  Taken take(std::string_view piece);
  /// Puts what was taken into the request.
  Taken finish(Request& request);
  [[nodiscard]] bool spools() const { return file_ != nullptr; }

 private:
  std::uint64_t limit_;
  std::uint64_t size_ = 0;
  std::string memory_;
  std::shared_ptr<SpooledFile> file_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> out_{nullptr, &std::fclose};
  base::Sha256 hash_;
};

}  // namespace xiezhi::http
