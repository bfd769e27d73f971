#include "writ/typesetter.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/assert.h"
#include "writ/font_files.h"

namespace xiezhi::writ {
namespace {

/// Where the middle of a character is above its baseline, in its size: glyphs of Noto CJK reach from -0.12 to 0.88.
constexpr double kMiddle = 0.38;
/// What a line may be stretched by, in characters.
constexpr double kMostStretch = 1.2;

int units(double points) { return static_cast<int>(points * PANGO_SCALE + 0.5); }
double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

PangoAlignment alignment_of(Align align) {
  switch (align) {
    case Align::left: return PANGO_ALIGN_LEFT;
    case Align::center: return PANGO_ALIGN_CENTER;
    case Align::right: return PANGO_ALIGN_RIGHT;
  }
  VERIFY_NOT_REACHED();
}

double width_of_line(PangoLayoutLine* line) {
  PangoRectangle logical;
  pango_layout_line_get_extents(line, nullptr, &logical);
  return points(logical.width);
}

std::vector<Glyphs> lines_of(const std::shared_ptr<PangoLayout>& layout, const Style& style) {
  std::vector<Glyphs> out;
  const Handle<PangoLayoutIter> iter(pango_layout_get_iter(layout.get()));
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iter.get(), nullptr, &logical);
    out.push_back({layout, pango_layout_iter_get_line_readonly(iter.get()), points(logical.x),
                   style.leading / 2 + style.size * kMiddle});
  } while (pango_layout_iter_next_line(iter.get()));
  return out;
}

Handle<PangoFontDescription> description_of(const Style& style) {
  Handle<PangoFontDescription> out(pango_font_description_new());
  pango_font_description_set_family_static(out.get(), style.face == Face::sans ? kSansFamily : kSerifFamily);
  pango_font_description_set_weight(out.get(), style.face == Face::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(out.get(), style.size * PANGO_SCALE);
  return out;
}

}  // namespace

base::Result<std::unique_ptr<Typesetter>, std::string> Typesetter::open(const std::vector<std::string>& fonts) {
  std::unique_ptr<Typesetter> out(new Typesetter());
  // A configuration of our own: only these files, whatever else the system has.
  out->config_.reset(FcConfigCreate());
  for (const std::string& file : fonts) {
    const bool added = FcConfigAppFontAddFile(out->config_.get(), reinterpret_cast<const FcChar8*>(file.c_str()));
    if (!added) return base::Err{"cannot read the font " + file};
  }
  out->map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  if (!out->map_) return base::Err{std::string("pango has no FreeType fonts")};
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(out->map_.get()), out->config_.get());
  out->context_.reset(pango_font_map_create_context(out->map_.get()));
  PangoContext* context = out->context_.get();
  pango_cairo_context_set_resolution(context, 72);
  pango_context_set_language(context, pango_language_from_string("zh-cn"));
  pango_context_set_round_glyph_positions(context, FALSE);
  const Handle<cairo_font_options_t> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options.get());
  return out;
}

std::shared_ptr<PangoLayout> Typesetter::layout(const std::string& text, const Style& style) {
  auto out = share(pango_layout_new(context_.get()));
  pango_layout_set_font_description(out.get(), description_of(style).get());
  pango_layout_set_auto_dir(out.get(), FALSE);
  pango_layout_set_text(out.get(), text.data(), static_cast<int>(text.size()));
  return out;
}

std::vector<Glyphs> Typesetter::set(const Filled& text, const Style& style) {
  const auto layout = this->layout(text.text, style);
  pango_layout_set_width(layout.get(), units(style.width));
  pango_layout_set_indent(layout.get(), units(style.indent));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout.get(), alignment_of(style.align));
  const Handle<PangoAttrList> attributes(pango_attr_list_new());
  for (const Span& blank : text.blanks) {
    PangoAttribute* line = pango_attr_underline_new(PANGO_UNDERLINE_SINGLE);
    line->start_index = static_cast<guint>(blank.begin);
    line->end_index = static_cast<guint>(blank.end);
    pango_attr_list_insert(attributes.get(), line);
  }
  pango_layout_set_attributes(layout.get(), attributes.get());
  if (!style.justify || style.align != Align::left) return lines_of(layout, style);
  // The same lines, stretched: taken where little is missing. Over more than a character the letters would stand apart.
  const auto stretched = share(pango_layout_copy(layout.get()));
  pango_layout_set_justify(stretched.get(), TRUE);
  auto out = lines_of(layout, style);
  auto full = lines_of(stretched, style);
  VERIFY(full.size() == out.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (style.width - out[i].x - width_of_line(out[i].line) <= kMostStretch * style.size) out[i] = std::move(full[i]);
  }
  return out;
}

double Typesetter::width_of(const std::string& text, const Style& style) {
  int width = 0;
  pango_layout_get_size(layout(text, style).get(), &width, nullptr);
  return points(width);
}

}  // namespace xiezhi::writ
