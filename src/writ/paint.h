// Rows onto pages, pages into a PDF.
#pragma once

#include <string>

#include "base/result.h"
#include "writ/compose.h"
#include "writ/stamp.h"

namespace xiezhi::writ {

/// PDF bytes; the same composition and stamp give the same. An error is a sentence for the operator.
base::Result<std::string, std::string> paint(Typesetter& typesetter, const Composition& composition,
                                             const Stamp& stamp);

}  // namespace xiezhi::writ
