// "--name value" options of the law commands.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/law/pack.h"

namespace xiezhi::cli {

using Options = std::map<std::string, std::string>;

/// Nothing when a name is not among `known`, comes twice, or has no value.
std::optional<Options> law_options(std::span<const std::string> arguments, const std::vector<std::string>& known);
std::string option_or(const Options& options, const std::string& name, const std::string& fallback);

/// The pack that `--pack FILE` holds, or that of the folder `--law DIR` (default `law`). Prints what is wrong with it.
std::optional<core::law::Pack> law_pack(const Options& options);

}  // namespace xiezhi::cli
