// FEEL values as JSON, for hosts of the core. Null, truth values, strings and lists are what they are in JSON. The rest
// is an object: {"number": "1.5"}, {"date": …}, {"time": …}, {"date_time": …}, {"duration": "P1D"}, {"names": […],
// "values": […]} for a context in the order of its entries, {"range": …}, {"function": ""} (which reads as null).
#pragma once

#include <string>

#include "base/json.h"
#include "base/result.h"
#include "core/feel/value.h"

namespace xiezhi::core::feel {

base::Json json_of(const Value& value);
/// An error names the path; `path` is where the value stands.
base::Result<Value, base::JsonError> value_of(const base::Json& json, const std::string& path, const ZoneTable& zones);

}  // namespace xiezhi::core::feel
