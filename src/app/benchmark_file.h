// Between a benchmark as a DMN file and as the core takes it.
#pragma once

#include "core/law/benchmark.h"

namespace xiezhi::app {

/// A draft longer than this is not read: a table of a thousand rules is about a quarter of it.
inline constexpr std::size_t kLargestDraft = 1U << 20;

struct DraftProblem {
  std::size_t line = 0;  ///< from 1; 0 where there is none
  std::string message;
};
BOOST_DESCRIBE_STRUCT(DraftProblem, (), (line, message))

/// Reads a DMN file within the limits of dmnfile/xml.h.
base::Result<core::dmn::Model, DraftProblem> read_draft(const std::string& dmn);
/// The file of a benchmark that came without one: the law pack carries compiled models only. Its columns are labelled
/// in Chinese. An error names what cannot be written.
base::Result<std::string, std::string> write_draft(const core::law::Benchmark& table);

}  // namespace xiezhi::app
