// A compiled model as a DMN 1.3 file, for editors: models without imports whose decisions are tables or texts.
#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "core/dmn/model.h"

namespace xiezhi::dmnfile {

/// The file; reading it gives the same model again. `labels` names output columns for people. An error says what
/// cannot be written.
base::Result<std::string, std::string> write_model(const core::dmn::Model& model,
                                                   const std::map<std::string, std::string>& labels);

}  // namespace xiezhi::dmnfile
