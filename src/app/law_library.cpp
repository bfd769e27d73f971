#include "app/law_library.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace xiezhi::app {
namespace {

using Failure = base::Err<std::string>;

/// Whether a word can be part of a file's name: not empty, no folder, no control character.
bool names_a_file(const std::string& word) {
  if (word.empty() || word.size() > 150) return false;
  return std::all_of(word.begin(), word.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && c != '/' && c != '\\' && byte != 0x7F;
  });
}

QueryProblem missing(std::string message) { return QueryProblem{"not_found", std::move(message)}; }

}  // namespace

std::filesystem::path LawLibrary::file(const std::string& short_title, const std::string& version) const {
  return folder_ / (short_title + "(" + version + ").json");
}

base::Result<base::Unit, std::string> LawLibrary::put(const LibraryText& text) const {
  if (!names_a_file(text.short_title) || !names_a_file(text.version)) {
    return Failure{"“" + text.short_title + "”(" + text.version + ") is no title and version"};
  }
  std::error_code failure;
  std::filesystem::create_directories(folder_, failure);
  if (failure) return Failure{"cannot make " + folder_.string() + ": " + failure.message()};
  const std::filesystem::path path = file(text.short_title, text.version);
  const std::filesystem::path written = path.string() + ".new";
  {
    std::ofstream out(written, std::ios::binary | std::ios::trunc);
    out << base::to_json(text);
    out.close();
    if (!out) return Failure{"cannot write " + written.string()};
  }
  std::filesystem::rename(written, path, failure);
  if (failure) return Failure{"cannot write " + path.string() + ": " + failure.message()};
  return base::Unit{};
}

bool LawLibrary::loaded() const {
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, failure)) {
    if (entry.path().extension() == ".json") return true;
  }
  return false;
}

base::Result<std::optional<LibraryText>, std::string> LawLibrary::find(const std::string& short_title,
                                                                       const std::string& version) const {
  if (!names_a_file(short_title) || !names_a_file(version)) return std::optional<LibraryText>{};
  const std::filesystem::path path = file(short_title, version);
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) return std::optional<LibraryText>{};
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) return Failure{"cannot read " + path.string()};
  auto text = base::parse_json<LibraryText>(bytes);
  if (!text.ok()) return Failure{path.string() + text.error().path + ": " + text.error().message};
  return std::optional(std::move(text).value());
}

QueryResult<ArticleView> article_text(const core::law::Pack& pack, const LawLibrary& library,
                                      const ArticleQuery& query) {
  const core::law::Instrument* instrument = pack.instrument(query.instrument);
  if (instrument == nullptr) return base::Err{missing("no instrument " + query.instrument)};
  if (query.article < 1 || query.article > 9999) {
    return base::Err{QueryProblem{"invalid", "an article has a number from 1 to 9999"}};
  }
  const core::law::Citation place{instrument->id, query.article, std::nullopt, std::nullopt};
  ArticleView view{
      ArticleState::text, instrument->id, instrument->title, instrument->version, query.article, pack.cite(place), {}};
  const auto text = library.find(instrument->short_title, instrument->version);
  if (!text.ok()) return base::Err{QueryProblem{"unavailable", text.error()}};
  if (!*text) {
    view.state = library.loaded() ? ArticleState::text_not_loaded : ArticleState::library_not_loaded;
    return view;
  }
  for (const LibraryArticle& article : (*text)->articles) {
    if (article.article != query.article) continue;
    view.paragraphs = article.paragraphs;
    return view;
  }
  return base::Err{missing(view.place)};
}

}  // namespace xiezhi::app
