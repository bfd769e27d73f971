#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "lawtool/source.h"

namespace xiezhi::lawtool {
namespace {

namespace fs = std::filesystem;
using base::Err;
using base::Result;

std::vector<fs::path> sorted_entries(const fs::path& directory) {
  std::vector<fs::path> out;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(directory, ignored)) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

FileError unreadable(const std::string& file) {
  return FileError{file, base::JsonError{"", "file.unreadable", "cannot be read"}};
}

template <typename T>
Result<T, FileError> read_file(const fs::path& root, const fs::path& path) {
  const std::string name = path.lexically_relative(root).string();
  std::ifstream in(path, std::ios::binary);
  if (!in) return Err{unreadable(name)};
  std::stringstream bytes;
  bytes << in.rdbuf();
  auto parsed = base::parse_json<T>(bytes.str());
  if (!parsed.ok()) return Err{FileError{name, std::move(parsed).error()}};
  return std::move(parsed).value();
}

Result<InstrumentFolder, FileError> read_instrument(const fs::path& root, const fs::path& folder) {
  InstrumentFolder out;
  out.head = TRY(read_file<InstrumentSource>(root, folder / "instrument.json"));
  if (out.head.id != folder.filename().string()) {
    const std::string file = (folder / "instrument.json").lexically_relative(root).string();
    return Err{FileError{file, base::JsonError{"/id", "law.folder", "differs from the folder's name"}}};
  }
  if (fs::exists(folder / "figures.json")) {
    out.figures = TRY(read_file<std::vector<FigureSource>>(root, folder / "figures.json"));
  }
  if (fs::exists(folder / "phrases.json")) {
    out.phrases = TRY(read_file<std::map<std::string, std::vector<std::string>>>(root, folder / "phrases.json"));
  }
  if (fs::exists(folder / "penalty")) {
    for (const fs::path& path : sorted_entries(folder / "penalty")) {
      if (path.extension() != ".json") continue;
      out.articles.push_back(TRY(read_file<ArticleSource>(root, path)));
    }
  }
  return out;
}

/// The words of all instruments, and vocabulary/: each file is one member of it.
Result<law::Vocabulary, FileError> read_vocabulary(const fs::path& root, const std::vector<InstrumentFolder>& folders) {
  using Groups = std::vector<std::vector<std::string>>;
  law::Vocabulary out;
  const fs::path folder = root / "vocabulary";
  for (const InstrumentFolder& one : folders) out.phrases.insert(one.phrases.begin(), one.phrases.end());
  out.synonyms = TRY(read_file<Groups>(root, folder / "synonyms.json"));
  out.noise = TRY(read_file<std::vector<std::string>>(root, folder / "noise.json"));
  out.topics = TRY(read_file<std::vector<law::Topic>>(root, folder / "topics.json"));
  out.kin = TRY(read_file<Groups>(root, folder / "kin.json"));
  out.offences = TRY(read_file<std::vector<law::Offence>>(root, folder / "offences.json"));
  return out;
}

Result<std::vector<law::Checklist>, FileError> read_checklists(const fs::path& root) {
  std::vector<law::Checklist> out;
  for (const fs::path& path : sorted_entries(root / "checklist")) {
    if (path.extension() != ".json") continue;
    out.push_back(TRY(read_file<law::Checklist>(root, path)));
    if (out.back().id == path.stem().string()) continue;
    const std::string file = path.lexically_relative(root).string();
    return Err{FileError{file, base::JsonError{"/id", "law.folder", "differs from the file's name"}}};
  }
  return out;
}

}  // namespace

Result<LawSource, FileError> read_law(const std::string& directory) {
  const fs::path root(directory);
  LawSource out;
  for (const fs::path& entry : sorted_entries(root)) {
    if (fs::exists(entry / "instrument.json")) out.instruments.push_back(TRY(read_instrument(root, entry)));
  }
  for (const fs::path& entry : sorted_entries(root / "region")) {
    out.regions.push_back(TRY(read_file<RegionSource>(root, entry / "figures.json")));
    if (fs::exists(entry / "discretion")) {
      const std::string folder = (entry / "discretion").string();
      out.discretion.push_back(TRY(read_discretion(directory, folder, out.regions.back().division)));
    }
    if (!fs::exists(entry / "divisions.json")) continue;
    if (out.divisions) {
      const std::string file = (entry / "divisions.json").lexically_relative(root).string();
      return Err{FileError{file, base::JsonError{"", "law.two_regions", "a pack has the divisions of one region"}}};
    }
    out.divisions = TRY(read_file<core::org::DivisionFile>(root, entry / "divisions.json"));
  }
  for (const fs::path& entry : sorted_entries(root / "calendar")) {
    if (entry.extension() != ".json") continue;
    out.calendar.push_back(TRY(read_file<core::calendar::YearNotice>(root, entry)));
  }
  if (fs::exists(root / "vocabulary")) out.vocabulary = TRY(read_vocabulary(root, out.instruments));
  out.checklists = TRY(read_checklists(root));
  if (out.instruments.empty()) return Err{unreadable(directory)};
  return out;
}

}  // namespace xiezhi::lawtool
