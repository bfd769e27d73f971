// The form of a document (执法文书式样), read from a text of law/writ. How such a text is written is in
// docs/format/writ.md.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace xiezhi::writ {

enum class BlockKind : std::uint8_t {
  paragraph,  ///< begins two characters in
  flush,      ///< begins at the margin: whom it is addressed to
  center,
  heading,  ///< 黑体
  fields,   ///< label and value, the value on a line as forms have it
  table,    ///< rows of cells
  row,      ///< one row of a table
  sign,     ///< a label and a place to sign for each row of a list
  seal,     ///< who issues it, and when, where the seal goes
  note,     ///< at the foot of the last page
  gap,      ///< lines left empty
  each,     ///< its body once for each row of a list
  when,     ///< its body when there is such a value
  unless    ///< its body when there is none
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;  ///< of a paragraph; the label of a place to sign
  std::string name;  ///< of the list or value that each, when, unless and sign look at
  std::vector<std::string>
      cells;  ///< of fields: label, value, label, value…; of a row; of seal: who, when; of sign: tail
  std::vector<double> widths;  ///< shares of the line that columns take
  double size = 0;             ///< gap: lines; row: least height in mm
  std::vector<Block> body;
};

struct Template {
  std::string kind;     ///< file name without ending: "correction_order"
  std::string head;     ///< the line above the title
  std::string title;    ///< 责令限期整改指令书
  std::string number;   ///< the line below, with placeholders; empty for a form that has none
  double size = 14;     ///< of the text, in points
  double leading = 28;  ///< from line to line, in points
  std::vector<Block> body;
};

struct TemplateError {
  std::size_t line = 0;  ///< from 1
  std::string message;   ///< for a developer, in English
};

/// Reads one template. Strict: an unknown directive, a block without its end or an unknown key is an error.
base::Result<Template, TemplateError> read_template(std::string kind, std::string_view text);

/// Every name that the template looks up, lists and values alike, in order and once: what its facts should have.
std::vector<std::string> names_in(const Template& form);

}  // namespace xiezhi::writ
