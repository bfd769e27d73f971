// DMN XML (the namespaces of 1.1 to 1.5) to the compiled model that the core takes.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "core/dmn/model.h"
#include "dmnfile/xml.h"

namespace xiezhi::dmnfile {

struct File {
  std::string name;  ///< as errors tell it
  Element root;
};

struct ReadError {
  std::string file;
  std::size_t line = 0;
  std::string message;
};

/// A DMN file's tree; an error for XML that is no DMN.
base::Result<File, ReadError> read_file(std::string name, std::string_view text);

/// The model of files[main], with what it imports of the others: found by namespace, else by file name.
base::Result<core::dmn::Model, ReadError> read_model(const std::vector<File>& files, std::size_t main);

}  // namespace xiezhi::dmnfile
