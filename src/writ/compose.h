// A template and its facts into rows: what stands on the pages, before it is known where a page ends.
#pragma once

#include "writ/facts.h"
#include "writ/template.h"
#include "writ/typesetter.h"

namespace xiezhi::writ {

struct Composition {
  std::string title;
  std::string number;  ///< "" where the document has none
  std::vector<Row> rows;
  std::vector<Row> foot;
};

Composition compose(Typesetter& typesetter, const Template& form, const Facts& facts);

}  // namespace xiezhi::writ
