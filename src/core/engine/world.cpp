#include "core/engine/world.h"

namespace xiezhi::core::engine {

std::string_view kind_of(std::string_view stream) {
  const std::size_t slash = stream.find('/');
  return slash == std::string_view::npos ? std::string_view() : stream.substr(0, slash);
}

std::string id_of(std::string_view stream) {
  const std::size_t slash = stream.find('/');
  return slash == std::string_view::npos ? std::string() : std::string(stream.substr(slash + 1));
}

std::optional<Aggregate> empty_aggregate(std::string_view stream) {
  const std::string_view kind = kind_of(stream);
  if (kind == "body") return org::Body{};
  if (kind == "officer") return org::Officer{};
  if (kind == "enterprise") return dossier::Enterprise{};
  if (kind == "inspection") return inspection::Inspection{};
  if (kind == "case") return casefile::CaseFile{};
  if (kind == "benchmark") return benchmark::Series{};
  if (kind == "regulation") return regulation::Regulation{};
  return std::nullopt;
}

const Loaded* World::find(std::string_view stream) const {
  const auto found = streams_.find(stream);
  return found == streams_.end() ? nullptr : &found->second;
}

const Loaded* World::target(const std::string& stream) const {
  const Loaded* loaded = find(stream);
  if (loaded == nullptr) {
    missing_.insert(stream);
  } else {
    consulted_.insert(stream);
  }
  return loaded;
}

std::vector<journal::StreamVersion> World::consulted() const {
  std::vector<journal::StreamVersion> out;
  for (const std::string& stream : consulted_) out.push_back({stream, find(stream)->version});
  return out;
}

}  // namespace xiezhi::core::engine
