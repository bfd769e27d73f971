// Decision models as a function from JSON to JSON, for hosts of the core.
#pragma once

#include <string>

#include "base/json.h"
#include "base/result.h"

namespace xiezhi::core::dmn {

/// Answers {"call": "dmn.zones", "zones": TABLE}, {"call": "dmn.load", "model": MODEL} (with the problems of the model)
/// {"call": "dmn.evaluate", "node": NAME, "inputs": {NAME: VALUE}, "now": "…Z"} with {"value", "hits", "notes"}, or
/// {"call": "dmn.prove"} with the proofs of the model's tables (prove.h).
/// What was loaded stays loaded. Values are those of core/feel/value_json.h.
base::Result<std::string, base::JsonError> answer(const base::Json& request);

}  // namespace xiezhi::core::dmn
