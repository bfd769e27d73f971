// A4 and what stands on it, in points from the top left corner.
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include <memory>
#include <string>
#include <vector>

namespace xiezhi::writ {

inline constexpr double kPointsPerMm = 72.0 / 25.4;
inline constexpr double kPageWidth = 210 * kPointsPerMm;
inline constexpr double kPageHeight = 297 * kPointsPerMm;
inline constexpr double kTextWidth = 434;  ///< 153 mm: 31 characters of 14 points, 28 of 15.5
inline constexpr double kTextLeft = (kPageWidth - kTextWidth) / 2;
inline constexpr double kTextTop = 30 * kPointsPerMm;
inline constexpr double kTextBottom = kPageHeight - 30 * kPointsPerMm;
inline constexpr double kHairline = 0.6;

/// A line of text: the layout keeps the glyphs.
struct Glyphs {
  std::shared_ptr<PangoLayout> layout;
  PangoLayoutLine* line = nullptr;  ///< of that layout
  double x = 0;                     ///< from the left of the text
  double baseline = 0;              ///< from the top of the row
};

struct Rule {
  double x1 = 0;
  double y1 = 0;
  double x2 = 0;
  double y2 = 0;
  double width = kHairline;
};

struct Picture {
  std::shared_ptr<cairo_surface_t> image;
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// A row of a table, or a part of one that goes over the end of a page: lines down at the edges, across at its ends.
struct Frame {
  std::vector<double> edges;  ///< from the left of the text
  bool top = false;
  bool bottom = false;
};

/// What stays together on a page: a line of text, a line of a table row, a place to sign.
struct Row {
  double height = 0;
  bool keep_next = false;  ///< not the last one on a page
  std::vector<Glyphs> glyphs;
  std::vector<Rule> rules;
  std::vector<Picture> pictures;
  std::vector<Frame> frames;  ///< none or one
};

/// Where a row begins, from the top of the page.
struct Placed {
  const Row* row = nullptr;
  double y = 0;
};
using Page = std::vector<Placed>;

/// Spreads rows over pages; those of `foot` go to the foot of the last one. A row higher than a page
/// has one of its own.
std::vector<Page> paginate(const std::vector<Row>& rows, const std::vector<Row>& foot, double top, double bottom);

}  // namespace xiezhi::writ
