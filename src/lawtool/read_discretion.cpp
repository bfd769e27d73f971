#include <filesystem>
#include <fstream>
#include <iterator>

#include "dmnfile/model_reader.h"
#include "lawtool/source.h"

namespace xiezhi::lawtool {
namespace {

namespace fs = std::filesystem;
using base::Err;
using base::Result;

FileError bad_file(const std::string& name, std::string code, std::string message) {
  return FileError{name, base::JsonError{"", std::move(code), std::move(message)}};
}

Result<std::string, FileError> bytes_of(const fs::path& path, const std::string& name) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) return Err{bad_file(name, "file.unreadable", "cannot be read")};
  return bytes;
}

template <typename T>
Result<T, FileError> read_list(const fs::path& path, const std::string& name) {
  if (!fs::exists(path)) return T{};
  const std::string bytes = TRY(bytes_of(path, name));
  auto parsed = base::parse_json<T>(bytes);
  if (!parsed.ok()) return Err{FileError{name, std::move(parsed).error()}};
  return std::move(parsed).value();
}

}  // namespace

Result<core::dmn::Model, FileError> read_dmn(const std::string& path, const std::string& name) {
  const std::string bytes = TRY(bytes_of(path, name));
  auto file = dmnfile::read_file(name, bytes);
  if (!file.ok()) return Err{bad_file(name, "dmn.file", file.error().message)};
  auto model = dmnfile::read_model({std::move(file).value()}, 0);
  if (!model.ok()) return Err{bad_file(name, "dmn.model", model.error().message)};
  return std::move(model).value();
}

Result<law::Discretion, FileError> read_discretion(const std::string& root, const std::string& folder,
                                                   const std::string& division) {
  const fs::path place(folder);
  const auto name_of = [&](const std::string& file) { return (place / file).lexically_relative(root).string(); };
  law::Discretion out;
  out.region = division;
  const auto sources = TRY(read_list<std::vector<BenchmarkSource>>(place / "benchmarks.json",  //
                                                                   name_of("benchmarks.json")));
  for (const BenchmarkSource& source : sources) {
    law::Benchmark benchmark{source.id,   source.title, source.decision, source.from, source.until,
                             source.uses, source.note,  source.status,   {}};
    benchmark.model = TRY(read_dmn((place / source.file).string(), name_of(source.file)));
    out.benchmarks.push_back(std::move(benchmark));
  }
  out.circumstances = TRY(read_list<std::vector<law::Circumstance>>(place / "circumstances.json",  //
                                                                    name_of("circumstances.json")));
  out.leniency = TRY(read_list<std::vector<law::Leniency>>(place / "leniency.json", name_of("leniency.json")));
  return out;
}

}  // namespace xiezhi::lawtool
