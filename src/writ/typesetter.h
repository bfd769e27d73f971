// Text into lines of glyphs. Loading the fonts is the slow part and happens once for each typesetter; one is used by
// one thread at a time.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "writ/fill.h"
#include "writ/handle.h"
#include "writ/page.h"

namespace xiezhi::writ {

enum class Face : std::uint8_t { serif, bold, sans };
enum class Align : std::uint8_t { left, center, right };

struct Style {
  Face face = Face::serif;
  double size = 14;
  double leading = 28;
  double width = kTextWidth;
  double indent = 0;  ///< of the first line
  Align align = Align::left;
  bool justify = true;  ///< of text at the left; narrow columns look better ragged
};

class Typesetter {
 public:
  /// `fonts` as prepare_fonts gives them. An error is a sentence for the operator.
  static base::Result<std::unique_ptr<Typesetter>, std::string> open(const std::vector<std::string>& fonts);

  /// Lines of a text, each with its baseline for a row of `leading`. An empty text has one empty line.
  std::vector<Glyphs> set(const Filled& text, const Style& style);
  std::vector<Glyphs> set(const std::string& text, const Style& style) { return set(Filled{text, {}}, style); }
  /// Width of a text on one line.
  double width_of(const std::string& text, const Style& style);
  /// Of the same fonts for cairo.
  [[nodiscard]] PangoContext* context() const { return context_.get(); }

 private:
  Typesetter() = default;
  std::shared_ptr<PangoLayout> layout(const std::string& text, const Style& style);

  Handle<FcConfig> config_;
  Handle<PangoFontMap> map_;
  Handle<PangoContext> context_;
};

}  // namespace xiezhi::writ
