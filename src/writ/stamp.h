// What stands on a sheet besides what the form says.
#pragma once

#include <string>

namespace xiezhi::writ {

struct Stamp {
  std::string code;    ///< text of the QR code in the corner of the first page; "" for none
  std::string author;  ///< the body that issues it, for the file's properties
  std::string dated;   ///< "2026-10-09", for the file's properties; "" when it has no date yet
  bool draft = false;  ///< 样稿 across every page
};

}  // namespace xiezhi::writ
