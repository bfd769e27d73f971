// `xiezhi law guards`.
#pragma once

#include <span>
#include <string>

namespace xiezhi::cli {

/// `[--law DIR] [--cases DIR] [--texts DIR] [--markdown]`: lists code, severity, articles, commands and law cases of
/// each guard; `--markdown` prints docs/guards.md. With `--texts` each cited place is looked up in the statutes. 0; 1
/// when a cited place is not there; 2 for bad usage or unreadable files.
int law_guards(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
