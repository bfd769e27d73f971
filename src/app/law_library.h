// The local library of full statute texts: files under the data directory that `xiezhi law import` writes. The project
// ships none.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/view/views.h"
#include "core/law/pack.h"

namespace xiezhi::app {

/// One 款 and its 项.
struct LibraryParagraph {
  std::string text;
  std::vector<std::string> items;  ///< without their "（一）"
};
BOOST_DESCRIBE_STRUCT(LibraryParagraph, (), (text, items))

struct LibraryArticle {
  std::int32_t article = 0;
  std::vector<LibraryParagraph> paragraphs;
};
BOOST_DESCRIBE_STRUCT(LibraryArticle, (), (article, paragraphs))

/// One text of one statute, as it is kept.
struct LibraryText {
  std::string title;        ///< as the text is headed: 中华人民共和国消防法
  std::string short_title;  ///< as the law pack names it: 消防法
  std::string version;      ///< "2021-04-29"
  std::vector<LibraryArticle> articles;
};
BOOST_DESCRIBE_STRUCT(LibraryText, (), (title, short_title, version, articles))

class LawLibrary {
 public:
  /// `data`: the data directory; the library is its folder "law".
  explicit LawLibrary(std::filesystem::path data) : folder_(std::move(data) / "law") {}

  /// Writes a text, replacing the one of that title and version. An error is a sentence for the operator, as also
  /// for a title or version that is no file name.
  [[nodiscard]] base::Result<base::Unit, std::string> put(const LibraryText& text) const;
  /// Whether any text was ever imported.
  [[nodiscard]] bool loaded() const;
  /// A text, or nothing when it was not imported; an error when its file cannot be read.
  [[nodiscard]] base::Result<std::optional<LibraryText>, std::string> find(const std::string& short_title,
                                                                           const std::string& version) const;

 private:
  [[nodiscard]] std::filesystem::path file(const std::string& short_title, const std::string& version) const;

  std::filesystem::path folder_;
};

struct ArticleQuery {
  std::string instrument;  ///< id in the law pack
  std::int32_t article = 0;
};
BOOST_DESCRIBE_STRUCT(ArticleQuery, (), (instrument, article))

/// Whether the library has the text.
enum class ArticleState : std::uint8_t {
  text,                ///< here it is
  library_not_loaded,  ///< no text was imported at all
  text_not_loaded      ///< others were, this instrument's was not
};
BOOST_DESCRIBE_ENUM(ArticleState, text, library_not_loaded, text_not_loaded)

struct ArticleView {
  ArticleState state = ArticleState::text;
  std::string instrument;
  std::string title;
  std::string version;
  std::int32_t article = 0;
  std::string place;                         ///< 消防法 第六十条
  std::vector<LibraryParagraph> paragraphs;  ///< empty without a text
};
BOOST_DESCRIBE_STRUCT(ArticleView, (), (state, instrument, title, version, article, place, paragraphs))

/// The text of an article of an instrument of the pack. Unknown instruments and articles that the text does not have
/// are "not_found"; a text that is not there is an answer, not an error.
QueryResult<ArticleView> article_text(const core::law::Pack& pack, const LawLibrary& library,
                                      const ArticleQuery& query);

}  // namespace xiezhi::app
