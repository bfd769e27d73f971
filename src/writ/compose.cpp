#include "writ/compose.h"

#include <algorithm>

#include "writ/composer.h"

namespace xiezhi::writ {
namespace {

constexpr double kHeadSize = 16;
constexpr double kHeadLeading = 28;
constexpr double kTitleSize = 22;
constexpr double kTitleLeading = 40;
constexpr double kNumberSize = 14;  // 四号
constexpr double kNumberLeading = 30;
constexpr double kNoteSize = 10.5;
constexpr double kNoteLeading = 17;
constexpr double kColumnGap = 8;
constexpr double kSlotWidth = 104;  // a place to sign: 37 mm
constexpr double kSlotHeight = 36;  // 13 mm
constexpr double kUnderline = 4;    // a line to write on: below the baseline, above the end of a row
constexpr std::size_t kHeldLines = 2;

}  // namespace

void append_lines(std::vector<Row>& rows, std::vector<Glyphs> lines, double leading) {
  const std::size_t count = lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    Row row;
    row.height = leading;
    row.keep_next = count > 1 && (i == 0 || i + 2 == count);
    row.glyphs.push_back(std::move(lines[i]));
    rows.push_back(std::move(row));
  }
}

void Composer::hold_last(std::size_t lines) {
  for (std::size_t i = 0; i < lines && i < out_.rows.size(); ++i) out_.rows[out_.rows.size() - 1 - i].keep_next = true;
}

void Composer::text(const std::string& text, const Style& style, const Scope& scope) {
  append_lines(out_.rows, typesetter_.set(fill(text, scope), style), style.leading);
}

void Composer::title(const Scope& scope) {
  const auto line = [&](const std::string& text, Face face, double size, double leading) {
    if (text.empty()) return;
    append_lines(out_.rows, typesetter_.set(fill(text, scope), {face, size, leading, kTextWidth, 0, Align::center}),
                 leading);
  };
  line(form_.head, Face::serif, kHeadSize, kHeadLeading);
  line(form_.title, Face::bold, kTitleSize, kTitleLeading);
  // A document that has its number needs no line to write it on.
  const bool numbered = !form_.number.empty() && !out_.number.empty();
  line(numbered ? "{number}" : form_.number, Face::serif, kNumberSize, kNumberLeading);
  gap(0.5);
  hold_last(out_.rows.size());
}

void Composer::gap(double lines) {
  Row row;
  row.height = form_.leading * lines;
  out_.rows.push_back(std::move(row));
}

void Composer::blocks(const std::vector<Block>& blocks, const Scope& scope) {
  for (const Block& each : blocks) block(each, scope);
}

void Composer::repeated(const Block& block, const Scope& scope) {
  for (const Facts& row : scope.list(block.name)) blocks(block.body, Scope(row, &scope));
}

void Composer::block(const Block& block, const Scope& scope) {
  Style style = body_style();
  switch (block.kind) {
    case BlockKind::paragraph: style.indent = 2 * form_.size; return text(block.text, style, scope);
    case BlockKind::flush: return text(block.text, style, scope);
    case BlockKind::center: style.align = Align::center; return text(block.text, style, scope);
    case BlockKind::heading:
      style.face = Face::sans;
      style.indent = 2 * form_.size;
      text(block.text, style, scope);
      return hold_last(1);
    case BlockKind::fields: return fields(block, scope);
    case BlockKind::table: {
      double sum = 0;
      for (const double width : block.widths) sum += width;
      std::vector<double> edges = {0};
      for (const double width : block.widths) edges.push_back(edges.back() + width / sum * kTextWidth);
      return table_rows(block.body, edges, scope);
    }
    case BlockKind::row: VERIFY_NOT_REACHED();
    case BlockKind::sign: return sign(block, scope);
    case BlockKind::seal: return seal(block, scope);
    case BlockKind::note: return note(block.text, scope);
    case BlockKind::gap: return gap(block.size);
    case BlockKind::each: return repeated(block, scope);
    case BlockKind::when:
      if (scope.has(block.name)) blocks(block.body, scope);
      return;
    case BlockKind::unless:
      if (!scope.has(block.name)) blocks(block.body, scope);
      return;
  }
}

void Composer::fields(const Block& block, const Scope& scope) {
  double sum = 0;
  for (const double width : block.widths) sum += width;
  std::vector<Row> rows;
  double left = 0;
  for (std::size_t column = 0; column < block.widths.size(); ++column) {
    const double right = left + block.widths[column] / sum * kTextWidth;
    const double end = column + 1 == block.widths.size() ? right : right - kColumnGap;
    Style style = body_style();
    const std::string label = fill(block.cells[2 * column], scope).text;
    const double value_left = left + typesetter_.width_of(label, style);
    style.width = std::max(end - value_left, 3 * form_.size);
    style.justify = false;
    // Where there is no value the whole line is left to write on.
    Filled value = fill(block.cells[2 * column + 1], scope);
    if (!value.blanks.empty()) value = {};
    auto lines = typesetter_.set(value, style);
    if (rows.size() < lines.size()) rows.resize(lines.size());
    Style label_style = body_style();
    auto labels = typesetter_.set(label, label_style);
    labels.front().x += left;
    rows.front().glyphs.push_back(std::move(labels.front()));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      lines[i].x += value_left;
      rows[i].glyphs.push_back(std::move(lines[i]));
      rows[i].rules.push_back({value_left, form_.leading - kUnderline, end, form_.leading - kUnderline, kHairline});
    }
    left = right;
  }
  for (Row& row : rows) {
    row.height = form_.leading;
    row.keep_next = &row != &rows.back();
    out_.rows.push_back(std::move(row));
  }
}

void Composer::sign(const Block& block, const Scope& scope) {
  hold_last(kHeldLines);
  const std::vector<Facts>& signers = scope.list(block.name);
  static const Facts kNobody;
  if (signers.empty()) return sign_row(block, kNobody, scope, true);
  for (const Facts& signer : signers) sign_row(block, signer, scope, &signer == &signers.front());
}

void Composer::sign_row(const Block& block, const Facts& signer, const Scope& outer, bool first) {
  const Scope scope(signer, &outer);
  Style style = body_style();
  style.leading = kSlotHeight;
  Row row;
  row.height = kSlotHeight;
  const Filled beside = fill(block.cells.front(), scope);
  double slot = typesetter_.width_of(block.text, style);
  const bool beneath =
      slot + kSlotWidth + kColumnGap + typesetter_.width_of(beside.text, style) > kTextWidth;  // the label on its own
  if (beneath) slot = 2 * form_.size;
  if (first && beneath) {
    append_lines(out_.rows, typesetter_.set(block.text, body_style()), form_.leading);
    hold_last(1);
  } else if (first) {
    row.glyphs.push_back(typesetter_.set(block.text, style).front());
  }
  const double line = kSlotHeight / 2 + form_.size * 0.38 + kUnderline;
  row.rules.push_back({slot, line, slot + kSlotWidth, line, kHairline});
  const auto image = read_png(scope.image("signature"));
  if (image) {
    const double width = cairo_image_surface_get_width(image.get());
    const double height = cairo_image_surface_get_height(image.get());
    const double scale = std::min((kSlotWidth - 4) / width, (kSlotHeight - 4) / height);
    row.pictures.push_back({image, slot + (kSlotWidth - width * scale) / 2, (kSlotHeight - height * scale) / 2,
                            width * scale, height * scale});
  } else if (!scope.text("signed").empty()) {
    Style name = style;
    name.width = kSlotWidth;
    name.align = Align::center;
    auto glyphs = typesetter_.set(std::string(scope.text("name")), name).front();
    glyphs.x += slot;
    row.glyphs.push_back(std::move(glyphs));
  }
  auto tail = typesetter_.set(beside, style).front();
  tail.x += slot + kSlotWidth + kColumnGap;
  row.glyphs.push_back(std::move(tail));
  out_.rows.push_back(std::move(row));
}

void Composer::seal(const Block& block, const Scope& scope) {
  // GB/T 9704-2012 7.3.5.1: the date four characters from the right, the name centred over it.
  Style style = body_style();
  const Filled who = fill(block.cells[0], scope);
  const Filled when = fill(block.cells[1], scope);
  const double width = std::max(typesetter_.width_of(who.text, style), typesetter_.width_of(when.text, style)) + 1;
  style.width = width;
  style.align = Align::center;
  hold_last(kHeldLines);
  gap(1.5);
  for (const Filled* part : {&who, &when}) {
    auto lines = typesetter_.set(*part, style);
    for (Glyphs& line : lines) line.x += kTextWidth - std::min(kTextWidth, width + 3 * form_.size);
    append_lines(out_.rows, std::move(lines), form_.leading);
  }
  // The gap, too, stays with what is above and below it.
  for (std::size_t i = 2; i <= 3 && i <= out_.rows.size(); ++i) out_.rows[out_.rows.size() - i].keep_next = true;
  gap(0.5);
}

void Composer::note(const std::string& text, const Scope& scope) {
  auto lines = typesetter_.set(fill(text, scope), {Face::serif, kNoteSize, kNoteLeading, kTextWidth, 0, Align::left});
  const bool first = out_.foot.empty();
  append_lines(out_.foot, std::move(lines), kNoteLeading);
  if (first) out_.foot.front().rules.push_back({0, -2, kTextWidth, -2, kHairline});
}

Composition compose(Typesetter& typesetter, const Template& form, const Facts& facts) {
  Composition out;
  const Scope scope(facts);
  out.title = form.title;
  out.number = scope.text("number");
  Composer composer(typesetter, form, out);
  composer.title(scope);
  composer.blocks(form.body, scope);
  return out;
}

}  // namespace xiezhi::writ
