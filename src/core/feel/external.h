// Functions defined outside of FEEL (DMN 1.5, 10.3.2.13.4). There is no Java in the core; models that name one of the
// well-known static methods of java.lang in this table get what it computes, any other external function gives null.
#pragma once

#include <memory>
#include <vector>

#include "core/feel/function.h"

namespace xiezhi::core::feel {

/// `place` is the mapping: {java: {class: …, method signature: …}}, or its inner context.
std::shared_ptr<const Function> external_function(std::vector<Parameter> parameters, const Value& place);

}  // namespace xiezhi::core::feel
