#include "writ/press.h"

#include "writ/font_files.h"
#include "writ/paint.h"

namespace xiezhi::writ {

Press::Press(std::filesystem::path folder) : folder_(std::move(folder)) {}
Press::~Press() = default;

base::Result<std::unique_ptr<Typesetter>, std::string> Press::take() {
  const std::lock_guard lock(mutex_);
  if (!idle_.empty()) {
    auto out = std::move(idle_.back());
    idle_.pop_back();
    return out;
  }
  if (fonts_.empty()) fonts_ = TRY(prepare_fonts(folder_));
  return Typesetter::open(fonts_);
}

void Press::give_back(std::unique_ptr<Typesetter> typesetter) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(typesetter));
}

base::Result<std::string, std::string> Press::print(const Template& form, const Facts& facts, const Stamp& stamp) {
  auto typesetter = TRY(take());
  auto pdf = paint(*typesetter, compose(*typesetter, form, facts), stamp);
  give_back(std::move(typesetter));
  return pdf;
}

base::Result<base::Unit, std::string> Press::warm() {
  give_back(TRY(take()));
  return base::Unit{};
}

}  // namespace xiezhi::writ
