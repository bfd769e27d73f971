// Counts of inspections, cases and enterprises by place, kept in the process: counted anew a while after something
// changed, so that a reader never waits for a million rows. Every number follows from the read tables.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/readers.h"
#include "app/view/desk_views.h"
#include "app/view/views.h"
#include "core/org/divisions.h"

namespace xiezhi::app {

/// Everything counted once.
struct FiguresCube {
  std::map<std::string, PlaceFigures> by_division;  ///< own rows of each division, nothing of those below
  std::map<std::string, std::map<std::string, MonthFigures>> months;  ///< division → month
  std::map<std::string, MonthFigures> today;                          ///< division → the day it was counted on
  std::map<std::string, std::vector<CountRow>> statuses;              ///< division → counts by status
  base::Instant counted_at;
  std::int64_t leaves = -1;
};

class Figures {
 public:
  Figures(Readers& readers, const core::org::Divisions& divisions) : readers_(readers), divisions_(divisions) {}
  ~Figures();
  Figures(const Figures&) = delete;
  Figures& operator=(const Figures&) = delete;

  /// The counts as they stood at most a short while ago. The first caller waits for them; later ones wait where
  /// counting is a matter of milliseconds, and otherwise get the counts at hand while new ones are made.
  store::DbResult<std::shared_ptr<const FiguresCube>> at(base::Instant now);
  /// Begins to count, so that the first caller finds counts.
  void warm(base::Instant now) { count_aside(now); }

 private:
  store::DbResult<std::shared_ptr<const FiguresCube>> count(base::Instant now);
  store::DbResult<std::shared_ptr<const FiguresCube>> first(base::Instant now);
  void count_aside(base::Instant now);

  Readers& readers_;
  const core::org::Divisions& divisions_;
  std::mutex first_;  ///< held while the first counts are made
  std::mutex mutex_;
  std::shared_ptr<const FiguresCube> cube_;
  std::int64_t cost_ms_ = 0;   ///< how long the last count took
  std::int64_t tried_at_ = 0;  ///< when it was last asked whether something changed
  std::atomic<bool> counting_ = false;
  std::thread aside_;
};

/// The cube's figures of a place, of the places directly below and of the last twelve months.
FiguresView figures_of(const FiguresCube& cube, const core::org::Divisions& divisions, const std::string& division,
                       base::Date today);

}  // namespace xiezhi::app
