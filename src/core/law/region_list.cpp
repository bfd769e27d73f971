#include "core/law/region_list.h"

#include <algorithm>

#include "core/law/validate.h"

namespace xiezhi::core::law {
namespace {

base::Date first_day(const Leniency& one) { return one.from; }
base::Date first_day(const Figure& one) { return one.from; }
/// A circumstance without a day was there before any list.
base::Date first_day(const Circumstance& one) { return one.from.value_or(base::Date{}); }

/// Ends what applies before the day, and drops what would have begun later.
template <typename Entry, typename Mine>
void end_before(std::vector<Entry>& entries, base::Date day, Mine mine) {
  const base::Date last = day.plus_days(-1);
  std::erase_if(entries, [&](const Entry& one) { return mine(one) && first_day(one) >= day; });
  for (Entry& one : entries) {
    if (mine(one) && (!one.until || last < *one.until)) one.until = last;
  }
}

template <typename Entry>
void append(std::vector<Entry>& to, const std::vector<Entry>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

bool on_day(const Circumstance& one, base::Date on) { return in_force(first_day(one), one.until, on); }
template <typename Entry>
bool on_day(const Entry& one, base::Date on) {
  return in_force(one.from, one.until, on);
}

template <typename Entry>
std::vector<Entry> picked(const std::vector<Entry>& entries, base::Date on) {
  std::vector<Entry> out;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(out),
               [&](const Entry& one) { return on_day(one, on); });
  return out;
}

template <typename Entry>
void strip(std::vector<Entry>& entries) {
  for (Entry& one : entries) {
    one.from = {};
    one.until.reset();
    one.status = Provenance::unverified;
    if constexpr (requires { one.note; }) one.note.clear();
  }
}

template <typename Entry>
void begin(std::vector<Entry>& entries, base::Date from, std::string_view published_in) {
  for (Entry& one : entries) {
    one.from = from;
    one.until.reset();
    one.status = Provenance::verified;
    if constexpr (requires { one.note; }) one.note = published_in;
  }
}

}  // namespace

std::string list_id(std::string_view region, ListKind kind) {
  return std::string(region) + "." + std::string(base::enum_name(kind));
}

ListContent list_on(const Pack& pack, std::string_view region, ListKind kind, base::Date on) {
  ListContent out;
  if (kind == ListKind::figures) {
    for (const Figure& one : pack.figures()) {
      if (one.region == region && on_day(one, on)) out.figures.push_back(one);
    }
    return out;
  }
  for (const Discretion& one : pack.discretions()) {
    if (one.region != region) continue;
    if (kind == ListKind::leniency) out.leniency = picked(one.leniency, on);
    if (kind == ListKind::circumstances) out.circumstances = picked(one.circumstances, on);
  }
  return out;
}

ListContent bare(ListContent content) {
  strip(content.leniency);
  strip(content.circumstances);
  strip(content.figures);
  return content;
}

ListContent dated(ListContent content, base::Date from, std::string_view published_in) {
  begin(content.leniency, from, published_in);
  begin(content.circumstances, from, published_in);
  begin(content.figures, from, published_in);
  return content;
}

PackFile with_lists(PackFile file, const std::vector<PublishedList>& lists) {
  const auto any = [](const auto&) { return true; };
  for (const PublishedList& list : lists) {
    if (list.kind == ListKind::figures) {
      end_before(file.figures, list.from, [&](const Figure& one) { return one.region == list.region; });
      append(file.figures, list.content.figures);
      continue;
    }
    VERIFY(file.discretion.has_value());
    const auto region = std::find_if(file.discretion->begin(), file.discretion->end(),
                                     [&](const Discretion& known) { return known.region == list.region; });
    VERIFY(region != file.discretion->end());
    if (list.kind == ListKind::leniency) {
      end_before(region->leniency, list.from, any);
      append(region->leniency, list.content.leniency);
    } else {
      end_before(region->circumstances, list.from, any);
      append(region->circumstances, list.content.circumstances);
    }
  }
  return file;
}

}  // namespace xiezhi::core::law
