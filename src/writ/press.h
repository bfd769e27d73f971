// Makes PDFs of documents. Fonts are loaded once for each that is made at the same time.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"
#include "writ/facts.h"
#include "writ/stamp.h"
#include "writ/template.h"

namespace xiezhi::writ {

class Typesetter;

class Press {
 public:
  /// `folder` keeps the cut-down fonts from run to run. Nothing is loaded before the first document or warm().
  explicit Press(std::filesystem::path folder);
  ~Press();
  Press(const Press&) = delete;
  Press& operator=(const Press&) = delete;

  /// PDF bytes. Takes about a second the first time in a folder, a few milliseconds after. Any thread.
  base::Result<std::string, std::string> print(const Template& form, const Facts& facts, const Stamp& stamp);
  /// Loads the fonts, so that the first document does not wait for it.
  base::Result<base::Unit, std::string> warm();

 private:
  base::Result<std::unique_ptr<Typesetter>, std::string> take();
  void give_back(std::unique_ptr<Typesetter> typesetter);

  std::filesystem::path folder_;
  std::mutex mutex_;
  std::vector<std::string> fonts_;
  std::vector<std::unique_ptr<Typesetter>> idle_;
};

}  // namespace xiezhi::writ
