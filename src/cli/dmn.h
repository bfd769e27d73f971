// `xiezhi dmn …`: decision models.
#pragma once

#include <span>
#include <string>

namespace xiezhi::cli {

/// `xiezhi dmn tck DIR [--wasm]`: runs a folder of the conformance kit's tests and counts. 1 when one failed.
int dmn_tck(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
