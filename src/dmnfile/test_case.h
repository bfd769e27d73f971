// The test files of the DMN conformance kit: `*-test-*.xml` beside the model they are about.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/dmn/program.h"
#include "dmnfile/xml.h"

namespace xiezhi::dmnfile {

struct Expectation {
  std::string node;
  std::optional<core::feel::Value> value;  ///< nothing: the file expects nothing of it
};

struct TestCase {
  std::string id;
  std::string
      service;  ///< the decision service or knowledge model that is called; "": the nodes expected are evaluated
  core::dmn::Inputs inputs;
  std::vector<Expectation> expected;
};

struct TestFile {
  std::string model;  ///< file name
  std::vector<TestCase> cases;
};

/// Zones are needed to read dates and times.
base::Result<TestFile, XmlError> read_tests(std::string_view text, const core::feel::ZoneTable& zones);

/// Whether an answer is the expected one: numbers to eight places, lists in order, contexts by name.
bool agrees(const core::feel::Value& answer, const core::feel::Value& expected);

}  // namespace xiezhi::dmnfile
