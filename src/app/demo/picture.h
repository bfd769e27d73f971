// Small pictures that stand where photographs of the scene would be.
#pragma once

#include <string>

namespace xiezhi::app::demo {

/// A PNG (ISO/IEC 15948) of stripes, another for each number.
std::string striped_picture(std::size_t number);

}  // namespace xiezhi::app::demo
