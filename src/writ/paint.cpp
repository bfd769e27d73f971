#include "writ/paint.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>

#include <numbers>

namespace xiezhi::writ {
namespace {

constexpr double kSmall = 9;
constexpr double kFooterSize = 10.5;
constexpr double kFooterBaseline = kPageHeight - 18 * kPointsPerMm;
constexpr double kRunningHead = kTextTop - 12 * kPointsPerMm;  // of the pages after the first
constexpr double kCodeSize = 18 * kPointsPerMm;
constexpr double kCodeTop = 12 * kPointsPerMm;
constexpr double kDraftSize = 130;
constexpr double kDraftGrey = 0.88;
constexpr const char* kDraft = "样稿";

struct QrRelease {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

class Painter {
 public:
  Painter(Typesetter& typesetter, const Composition& composition, const Stamp& stamp, cairo_t* cairo)
      : typesetter_(typesetter), composition_(composition), stamp_(stamp), cairo_(cairo) {}

  void page(const Page& page, std::size_t number, std::size_t count) {
    if (stamp_.draft) draft_mark();
    if (number == 1) code();
    if (number > 1) running_head();
    for (std::size_t i = 0; i < page.size(); ++i) row(*page[i].row, page[i].y, i == 0, i + 1 == page.size());
    footer("第 " + std::to_string(number) + " 页　共 " + std::to_string(count) + " 页");
    cairo_show_page(cairo_);
  }

 private:
  void glyphs(const Glyphs& line, double y) {
    cairo_move_to(cairo_, kTextLeft + line.x, y + line.baseline);
    pango_cairo_show_layout_line(cairo_, line.line);
  }

  void rule(double x1, double y1, double x2, double y2, double width) {
    cairo_set_line_width(cairo_, width);
    cairo_move_to(cairo_, kTextLeft + x1, y1);
    cairo_line_to(cairo_, kTextLeft + x2, y2);
    cairo_stroke(cairo_);
  }

  void row(const Row& row, double y, bool first, bool last) {
    for (const Picture& picture : row.pictures) this->picture(picture, y);
    for (const Glyphs& line : row.glyphs) glyphs(line, y);
    for (const Rule& line : row.rules) rule(line.x1, y + line.y1, line.x2, y + line.y2, line.width);
    for (const Frame& frame : row.frames) {
      for (const double edge : frame.edges) rule(edge, y, edge, y + row.height, kHairline);
      const double right = frame.edges.back();
      if (frame.top || first) rule(0, y, right, y, kHairline);
      if (frame.bottom || last) rule(0, y + row.height, right, y + row.height, kHairline);
    }
  }

  void picture(const Picture& picture, double y) {
    cairo_save(cairo_);
    cairo_translate(cairo_, kTextLeft + picture.x, y + picture.y);
    cairo_scale(cairo_, picture.width / cairo_image_surface_get_width(picture.image.get()),
                picture.height / cairo_image_surface_get_height(picture.image.get()));
    cairo_set_source_surface(cairo_, picture.image.get(), 0, 0);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
  }

  void footer(const std::string& text) {
    auto line = typesetter_.set(text, {Face::serif, kFooterSize, 0, kTextWidth, 0, Align::center}).front();
    line.baseline = kFooterBaseline;
    glyphs(line, 0);
  }

  void running_head() {
    const std::string text = composition_.title + (composition_.number.empty() ? "" : "　") + composition_.number;
    auto line = typesetter_.set(text, {Face::serif, kSmall, 0, kTextWidth, 0, Align::right}).front();
    line.baseline = kRunningHead;
    glyphs(line, 0);
    rule(0, kRunningHead + 4, kTextWidth, kRunningHead + 4, kHairline / 2);
  }

  void draft_mark() {
    cairo_save(cairo_);
    cairo_set_source_rgb(cairo_, kDraftGrey, kDraftGrey, kDraftGrey);
    cairo_translate(cairo_, kPageWidth / 2, kPageHeight / 2);
    cairo_rotate(cairo_, -std::numbers::pi / 5);
    const Style style{Face::sans, kDraftSize, 0, kPageHeight, 0, Align::left};
    cairo_move_to(cairo_, -typesetter_.width_of(kDraft, style) / 2, kDraftSize * 0.38);
    // As a shape: the text of the document can then be selected and searched without it.
    pango_cairo_layout_line_path(cairo_, draft_line(style).line);
    cairo_fill(cairo_);
    cairo_restore(cairo_);
  }

  const Glyphs& draft_line(const Style& style) {
    if (!draft_.layout) draft_ = typesetter_.set(std::string(kDraft), style).front();
    return draft_;
  }

  /// Squares side by side in one path, so that no hairline shows between them.
  void code() {
    if (stamp_.code.empty()) return;
    const std::unique_ptr<QRcode, QrRelease> code(QRcode_encodeString8bit(stamp_.code.c_str(), 0, QR_ECLEVEL_M));
    if (!code) return;
    const double module = kCodeSize / code->width;
    const double left = kTextLeft + kTextWidth - kCodeSize;
    for (int y = 0; y < code->width; ++y) {
      for (int x = 0; x < code->width; ++x) {
        if ((code->data[y * code->width + x] & 1U) == 0) continue;
        cairo_rectangle(cairo_, left + x * module, kCodeTop + y * module, module, module);
      }
    }
    cairo_fill(cairo_);
  }

  Typesetter& typesetter_;
  const Composition& composition_;
  const Stamp& stamp_;
  cairo_t* cairo_;
  Glyphs draft_;
};

cairo_status_t append(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const Composition& composition, const Stamp& stamp) {
  const auto set = [&](cairo_pdf_metadata_t what, const std::string& value) {
    if (!value.empty()) cairo_pdf_surface_set_metadata(surface, what, value.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, composition.title);
  set(CAIRO_PDF_METADATA_SUBJECT, composition.number);
  set(CAIRO_PDF_METADATA_AUTHOR, stamp.author);
  set(CAIRO_PDF_METADATA_CREATOR, "xiezhi");
  if (stamp.draft) set(CAIRO_PDF_METADATA_KEYWORDS, kDraft);
  // Without one of ours the clock's would stand there, and the same document would differ from day to day.
  set(CAIRO_PDF_METADATA_CREATE_DATE, (stamp.dated.empty() ? "1970-01-01" : stamp.dated) + "T00:00:00+08:00");
}

}  // namespace

base::Result<std::string, std::string> paint(Typesetter& typesetter, const Composition& composition,
                                             const Stamp& stamp) {
  std::string out;
  const Handle<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(append, &out, kPageWidth, kPageHeight));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
  describe(surface.get(), composition, stamp);
  const Handle<cairo_t> cairo(cairo_create(surface.get()));
  const auto pages = paginate(composition.rows, composition.foot, kTextTop, kTextBottom);
  Painter painter(typesetter, composition, stamp, cairo.get());
  for (std::size_t i = 0; i < pages.size(); ++i) painter.page(pages[i], i + 1, pages.size());
  cairo_surface_finish(surface.get());
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return base::Err{std::string("PDF: ") + cairo_status_to_string(status)};
  return out;
}

}  // namespace xiezhi::writ
