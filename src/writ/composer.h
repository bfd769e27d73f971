// How each kind of block becomes rows. Inside of compose.cpp; tables have a source of their own.
#pragma once

#include "writ/compose.h"

namespace xiezhi::writ {

class Composer {
 public:
  Composer(Typesetter& typesetter, const Template& form, Composition& out)
      : typesetter_(typesetter), form_(form), out_(out) {}

  void title(const Scope& scope);
  void blocks(const std::vector<Block>& blocks, const Scope& scope);

 private:
  [[nodiscard]] Style body_style() const {
    return {Face::serif, form_.size, form_.leading, kTextWidth, 0, Align::left};
  }
  void block(const Block& block, const Scope& scope);
  void repeated(const Block& block, const Scope& scope);
  void text(const std::string& text, const Style& style, const Scope& scope);
  void gap(double lines);
  void fields(const Block& block, const Scope& scope);
  void sign(const Block& block, const Scope& scope);
  void sign_row(const Block& block, const Facts& signer, const Scope& scope, bool first);
  void seal(const Block& block, const Scope& scope);
  void note(const std::string& text, const Scope& scope);
  void table_rows(const std::vector<Block>& blocks, const std::vector<double>& edges, const Scope& scope);
  void table_row(const Block& block, const std::vector<double>& edges, const Scope& scope);
  /// What has just been set does not stay behind alone: its last lines go with what follows.
  void hold_last(std::size_t lines);

  Typesetter& typesetter_;
  const Template& form_;
  Composition& out_;
};

/// Lines as rows, with no fewer than two on either side of a page's end.
void append_lines(std::vector<Row>& rows, std::vector<Glyphs> lines, double leading);
/// A PNG as cairo reads it; null for what is none or is larger than a signature can be.
std::shared_ptr<cairo_surface_t> read_png(std::string_view bytes);

}  // namespace xiezhi::writ
