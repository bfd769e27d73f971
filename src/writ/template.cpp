#include "writ/template.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "writ/fill.h"

namespace xiezhi::writ {
namespace {

using Failure = base::Err<TemplateError>;

struct Line {
  std::size_t number = 0;
  std::string text;
};

/// Without comments and empty lines; a line that begins with two spaces goes on with the one before.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> out;
  std::size_t number = 0;
  for (const std::string_view raw : base::split(text, '\n')) {
    ++number;
    const std::string_view trimmed = base::trim(raw);
    if (trimmed.empty() || trimmed.starts_with("#")) continue;
    if (raw.starts_with("  ") && !out.empty()) {
      out.back().text += trimmed;
    } else {
      out.push_back({number, std::string(trimmed)});
    }
  }
  return out;
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value <= 0) return std::nullopt;
  return value;
}

std::vector<std::string> cells_in(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view cell : base::split(text, '|')) out.emplace_back(base::trim(cell));
  return out;
}

std::optional<std::vector<double>> widths_in(std::string_view text) {
  std::vector<double> out;
  for (const std::string_view word : base::split(base::trim(text), ' ')) {
    if (word.empty()) continue;
    const auto width = number_in(word);
    if (!width) return std::nullopt;
    out.push_back(*width);
  }
  return out.empty() ? std::nullopt : std::optional(std::move(out));
}

class Reader {
 public:
  explicit Reader(std::vector<Line> lines) : lines_(std::move(lines)) {}

  base::Result<Template, TemplateError> read(std::string kind) {
    Template out;
    out.kind = std::move(kind);
    while (!done() && now().text != "---") TRY(header(out));
    if (done()) return fail("the header ends with ---");
    ++at_;
    out.body = TRY(blocks(false, false));
    if (!done()) return fail("an @end without its beginning");
    if (out.title.empty()) return Failure{{1, "title: is missing"}};
    return out;
  }

 private:
  [[nodiscard]] bool done() const { return at_ == lines_.size(); }
  [[nodiscard]] const Line& now() const { return lines_[at_]; }
  [[nodiscard]] Failure fail(const std::string& message) const {
    const std::size_t line = lines_.empty() ? 1 : lines_[std::min(at_, lines_.size() - 1)].number;
    return Failure{{line, message}};
  }

  base::Result<base::Unit, TemplateError> header(Template& out) {
    const std::string& text = now().text;
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) return fail("expected `key: value`");
    const std::string key = text.substr(0, colon);
    const std::string value(base::trim(std::string_view(text).substr(colon + 1)));
    if (key == "head" || key == "title" || key == "number") {
      (key == "head" ? out.head : key == "title" ? out.title : out.number) = value;
    } else if (key == "size" || key == "leading") {
      const auto points = number_in(value);
      if (!points) return fail(key + ": is a number of points");
      (key == "size" ? out.size : out.leading) = *points;
    } else {
      return fail("unknown key " + key);
    }
    ++at_;
    return base::Unit{};
  }

  /// Blocks up to an @end, which is taken with them, or to the end of the text.
  base::Result<std::vector<Block>, TemplateError> blocks(bool nested, bool in_table) {
    std::vector<Block> out;
    double height = 0;
    while (!done()) {
      const std::string text = now().text;
      if (text == "@end") {
        if (!nested) return out;
        ++at_;
        return out;
      }
      if (text.starts_with("@row ")) {
        const auto millimetres = number_in(base::trim(std::string_view(text).substr(5)));
        if (!in_table || !millimetres) return fail("@row gives a row of a table its height in mm");
        height = *millimetres;
        ++at_;
        continue;
      }
      Block block = TRY(one(text, in_table));
      if (block.kind == BlockKind::row) block.size = std::exchange(height, 0);
      out.push_back(std::move(block));
    }
    if (nested) return fail("@end is missing");
    return out;
  }

  base::Result<Block, TemplateError> one(const std::string& text, bool in_table) {
    if (text.starts_with("|")) return row(text, in_table);
    const std::size_t space = text.find(' ');
    const std::string word = text.starts_with("@") ? text.substr(0, space) : "";
    const std::string rest = space == std::string::npos ? "" : std::string(base::trim(text.substr(space)));
    const bool control = word == "@each" || word == "@when" || word == "@unless";
    if (in_table && !control) return fail("a table has rows, `| … |`, and @each, @when, @unless");
    if (control || word == "@table") return nested(word, rest, in_table);
    ++at_;
    if (word.empty()) return Block{BlockKind::paragraph, text, {}, {}, {}, 0, {}};
    if (word == "@flush") return Block{BlockKind::flush, rest, {}, {}, {}, 0, {}};
    if (word == "@center") return Block{BlockKind::center, rest, {}, {}, {}, 0, {}};
    if (word == "@heading") return Block{BlockKind::heading, rest, {}, {}, {}, 0, {}};
    if (word == "@note") return Block{BlockKind::note, rest, {}, {}, {}, 0, {}};
    --at_;
    return with_cells(word, rest);
  }

  base::Result<Block, TemplateError> with_cells(const std::string& word, const std::string& rest) {
    Block out;
    auto cells = cells_in(rest);
    if (word == "@gap") {
      const auto count = number_in(rest);
      if (!count) return fail("@gap takes a number of lines");
      out.kind = BlockKind::gap;
      out.size = *count;
    } else if (word == "@seal") {
      if (cells.size() != 2) return fail("@seal WHO | WHEN");
      out.kind = BlockKind::seal;
      out.cells = std::move(cells);
    } else if (word == "@sign") {
      if (cells.size() != 3) return fail("@sign LABEL | LIST | WHAT STANDS BESIDE IT");
      out = {BlockKind::sign, cells[0], cells[1], {cells[2]}, {}, 0, {}};
    } else if (word == "@fields") {
      const std::size_t equals = rest.find('=');
      const auto widths = widths_in(rest.substr(0, equals));
      if (equals == std::string::npos || !widths) return fail("@fields WIDTHS = LABEL | VALUE | …");
      cells = cells_in(rest.substr(equals + 1));
      if (cells.size() != 2 * widths->size()) return fail("a label and a value for each width");
      out = {BlockKind::fields, {}, {}, std::move(cells), *widths, 0, {}};
    } else {
      return fail("unknown directive " + word);
    }
    ++at_;
    return out;
  }

  base::Result<Block, TemplateError> nested(const std::string& word, const std::string& rest, bool in_table) {
    Block out;
    if (word == "@table") {
      const auto widths = widths_in(rest);
      if (!widths) return fail("@table takes the widths of its columns");
      out.kind = BlockKind::table;
      out.widths = *widths;
      columns_ = widths->size();
    } else {
      if (rest.empty()) return fail(word + " takes a name");
      out.kind = word == "@each" ? BlockKind::each : word == "@when" ? BlockKind::when : BlockKind::unless;
      out.name = rest;
    }
    ++at_;
    out.body = TRY(blocks(true, in_table || word == "@table"));
    return out;
  }

  base::Result<Block, TemplateError> row(const std::string& text, bool in_table) {
    if (!in_table) return fail("a row stands in a table");
    if (!text.ends_with("|") || text.size() < 2) return fail("a row ends with |");
    Block out;
    out.kind = BlockKind::row;
    out.cells = cells_in(std::string_view(text).substr(1, text.size() - 2));
    if (out.cells.size() != columns_) return fail("as many cells as the table has columns");
    if (out.cells.front() == "<") return fail("the first cell has nothing to its left");
    ++at_;
    return out;
  }

  std::vector<Line> lines_;
  std::size_t at_ = 0;
  std::size_t columns_ = 0;
};

void collect(const std::vector<Block>& blocks, std::vector<std::string>& out) {
  const auto note = [&](const std::string& name) {
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  };
  for (const Block& block : blocks) {
    if (!block.name.empty()) note(block.name);
    for (const std::string& name : placeholders_in(block.text)) note(name);
    for (const std::string& cell : block.cells) {
      for (const std::string& name : placeholders_in(cell)) note(name);
    }
    collect(block.body, out);
  }
}

}  // namespace

base::Result<Template, TemplateError> read_template(std::string kind, std::string_view text) {
  return Reader(lines_of(text)).read(std::move(kind));
}

std::vector<std::string> names_in(const Template& form) {
  std::vector<std::string> out = placeholders_in(form.number);
  collect(form.body, out);
  return out;
}

}  // namespace xiezhi::writ
