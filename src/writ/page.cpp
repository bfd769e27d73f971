#include "writ/page.h"

#include <numeric>

namespace xiezhi::writ {
namespace {

double height_of(const std::vector<Row>& rows) {
  return std::accumulate(rows.begin(), rows.end(), 0.0, [](double sum, const Row& row) { return sum + row.height; });
}

/// The first row that no longer fits when `first` begins a page.
std::size_t end_of_page(const std::vector<Row>& rows, std::size_t first, double room) {
  double used = 0;
  std::size_t at = first;
  while (at < rows.size() && (used + rows[at].height <= room || at == first)) used += rows[at++].height;
  if (at == rows.size()) return at;
  std::size_t cut = at;
  while (cut > first && rows[cut - 1].keep_next) --cut;
  return cut == first ? at : cut;  // kept together over more than a page: cut where it must be
}

}  // namespace

std::vector<Page> paginate(const std::vector<Row>& rows, const std::vector<Row>& foot, double top, double bottom) {
  std::vector<Page> pages;
  double y = top;
  for (std::size_t first = 0; first < rows.size();) {
    const std::size_t end = end_of_page(rows, first, bottom - top);
    Page& page = pages.emplace_back();
    y = top;
    for (; first < end; ++first) {
      page.push_back({&rows[first], y});
      y += rows[first].height;
    }
  }
  if (pages.empty()) pages.emplace_back();
  const double foot_height = height_of(foot);
  if (y + foot_height > bottom) pages.emplace_back();
  y = bottom - foot_height;
  for (const Row& row : foot) {
    pages.back().push_back({&row, y});
    y += row.height;
  }
  return pages;
}

}  // namespace xiezhi::writ
