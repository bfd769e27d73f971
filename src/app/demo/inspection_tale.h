// The steps of an inspection, as a tale tells them.
#pragma once

#include "app/demo/hazards.h"
#include "app/demo/story.h"
#include "core/inspection/commands.h"

namespace xiezhi::app::demo {

class InspectionTale {
 public:
  explicit InspectionTale(Story& story);

  struct Found {
    std::string id;
    const Hazard* hazard = nullptr;
  };

  void open();
  void approve();
  void arrive();
  /// One finding of a hazard that the scheme asks about; `major` makes it a major hazard.
  void find(std::span<const Hazard> hazards, bool major = false);
  void record_items();
  void feedback();
  /// open to feedback, on two or three days.
  void up_to_feedback(int findings, std::span<const Hazard> hazards, bool major = false);
  void correct_on_spot();
  void order(int days);
  std::string measure(core::inspection::MeasureKind kind, bool urgent = false);
  void approve_measure(const std::string& measure);
  void extend(const std::string& measure);
  void lift(const std::string& measure);
  void resume(const std::string& measure);
  void transfer();
  void sign_one();
  void sign();
  void sign_refused();
  /// After the order's deadline.
  void reinspect(bool corrected);
  void close();

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const std::string& stream() const { return stream_; }
  [[nodiscard]] const std::vector<Found>& found() const { return found_; }
  [[nodiscard]] base::Date deadline() const { return deadline_; }

 private:
  [[nodiscard]] bool has_found(const Hazard& hazard) const;
  template <typename Command>
  Step& act(const Person& who, const Command& command) {
    return story_.act(who, stream_, command);
  }

  Story& story_;
  std::string id_;
  std::string stream_;
  std::vector<core::inspection::SchemeItem> items_;
  std::vector<const Hazard*> asked_;  ///< hazard of each item
  std::vector<Found> found_;
  base::Date deadline_;
};

}  // namespace xiezhi::app::demo
